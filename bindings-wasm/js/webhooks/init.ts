// For platforms that do not compile WebAssembly while a module is imported.

import type { ModuleSource } from "../init.js";
import { makeReady } from "../ready.js";
import { engine } from "./engine.js";

export type { ModuleSource };

/**
 * Makes this entry ready where the engine refused to compile it at once. Everywhere else it is ready as soon as it is imported,
 * and `init` does nothing. It may be called at any time and any number of times. Throws a `SmsKernelError` if the engine refuses
 * again.
 *
 * Without a source it takes the module that stands in the package, which is also the file `smskernel/webhooks.wasm`.
 */
export function init(source?: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  return makeReady(engine, "smskernel/webhooks.wasm", source);
}
