// The WebAssembly module: one instance, made anew from the kept module whenever one has trapped.

import { SmsKernelError } from "./errors.js";
import * as glue from "./wasm/glue.js";

/** The module's functions. They take and give texts, bytes and numbers only. */
export type Functions = Pick<
  typeof glue,
  | "call" | "check" | "gateway" | "merge" | "noReply" | "planClose" | "planFinish" | "planNext" | "planOpen" | "planPush"
  | "planRejected" | "problemDetail" | "reader" | "reply" | "replyHeaders"
>;

let instance = 0;

/** Makes the instance. Once is enough. */
export function start(module: WebAssembly.Module): void {
  if (instance === 0) {
    glue.initSync({ module });
    instance = 1;
  }
}

/** Counts the instances; what lives inside of one dies with it. */
export function currentInstance(): number {
  return instance;
}

/**
 * Uses the module's functions. They throw nothing by themselves: whatever comes out of them is a trap, after which the
 * instance's memory cannot be trusted.
 */
export function run<T>(use: (functions: Functions) => T): T {
  try {
    return use(glue);
  } catch (cause) {
    if (instance === 0) throw new SmsKernelError("internal_error", "smskernel was not initialised", { cause });
    glue.__wbg_reset_state();
    instance += 1;
    const told = "smskernel failed inside, which is a fault of its own. The next call works again; please report this.";
    throw new SmsKernelError("internal_error", told, { cause });
  }
}
