// For platforms that do not compile WebAssembly while a module is imported.

import { engine } from "./kernel.js";
import { makeReady } from "./ready.js";

/**
 * The package's WebAssembly module as another one than the one inside: a `WebAssembly.Module`, its bytes (`Uint8Array`,
 * `ArrayBuffer`), or a `Response` that brings them. TypeScript's own type of a module knows no more than that it is an object.
 */
export type ModuleSource = object;

/**
 * Makes the package ready where the engine refused to compile it at once: some browsers' main threads, and edge runtimes that
 * take no bytes. Everywhere else it is ready as soon as it is imported, and `init` does nothing. It may be called at any time
 * and any number of times. Throws a `SmsKernelError` if the engine refuses again.
 *
 * Without a source it takes the module that stands in the package.
 */
export function init(source?: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  return makeReady(engine, "smskernel/smskernel.wasm", source);
}
