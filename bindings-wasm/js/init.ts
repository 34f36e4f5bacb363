// For engines that do not compile WebAssembly while a module is imported.

import { SmsKernelError } from "./errors.js";
import { type Compilable, isModule, isReady, ownModule, startLater } from "./kernel.js";
import { bytesOf } from "./request.js";

/**
 * The package's WebAssembly module as another one than the one inside: a `WebAssembly.Module`, its bytes (`Uint8Array`,
 * `ArrayBuffer`), or a `Response` that brings them. TypeScript's own type of a module knows no more than that it is an object.
 */
export type ModuleSource = object;

let pending: Promise<void> | undefined;

/**
 * Makes the package ready where the engine refused to compile it at once: some browsers' main threads, and edge runtimes that
 * take no bytes. Everywhere else it is ready as soon as it is imported, and `init` does nothing. It may be called at any time
 * and any number of times. Throws a `SmsKernelError` if the engine refuses again.
 *
 * Without a source it takes the module that stands in the package.
 */
export async function init(source?: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  if (isReady()) return;
  pending ??= begin(source).finally(() => (pending = undefined));
  await pending;
}

async function begin(source: unknown): Promise<void> {
  const module = await compilable(await (source ?? ownModule()));
  try {
    await startLater(module);
  } catch (cause) {
    const told =
      `smskernel's WebAssembly did not start (${String(cause)}). If a Content-Security-Policy forbids it, add 'wasm-unsafe-eval' ` +
      "to script-src; if the platform takes no bytes, import smskernel/smskernel.wasm and give it to init";
    throw new SmsKernelError("not_initialised", told, { cause });
  }
}

async function compilable(given: unknown): Promise<Compilable> {
  if (isModule(given)) return given;
  const response = Object(given) as Partial<Response>;
  if (typeof response.arrayBuffer !== "function") {
    return bytesOf(given, "smskernel's module is given compiled, as bytes or as a Response") as Uint8Array<ArrayBuffer>;
  }
  if (response.ok !== false) return new Uint8Array(await response.arrayBuffer());
  const told = `smskernel's module did not come: the response has the status ${response.status}`;
  throw new SmsKernelError("not_initialised", told);
}
