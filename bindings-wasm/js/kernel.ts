// The WebAssembly module: one instance, made anew from the kept module whenever one has trapped.

import { SmsKernelError } from "./errors.js";
import { isObject, tagOf } from "./kinds.js";
import * as glue from "./wasm/glue.js";

/** The module's functions. They take and give texts, bytes and numbers only. */
export type Functions = Pick<
  typeof glue,
  | "call" | "check" | "gateway" | "merge" | "noReply" | "planClose" | "planFinish" | "planNext" | "planOpen" | "planPush"
  | "planRejected" | "problemDetail" | "reader" | "reply" | "replyHeaders"
>;

/** The module, compiled or as bytes. */
export type Compilable = WebAssembly.Module | Uint8Array<ArrayBuffer>;

let instances = 0;
let ready = false;
let entry: (() => Compilable) | undefined;
/** Why there is no instance. */
let refusal: unknown = new TypeError("no entry of the package was imported");

/** Makes the instance at once. Where the engine refuses, importing the package still works: `init` asks it to do so in time. */
export function start(source: () => Compilable): void {
  entry = source;
  try {
    const given = source();
    const module = isModule(given) ? given : new WebAssembly.Module(given);
    adopt(new WebAssembly.Instance(module, glue.imports()), module);
  } catch (cause) {
    refusal = cause;
  }
}

/** The module as the entry has it that was imported. */
export function ownModule(): Compilable | undefined {
  return entry?.();
}

/** Makes the instance, taking the time that the engine wants. */
export async function startLater(given: Compilable): Promise<void> {
  const module = isModule(given) ? given : await WebAssembly.compile(given);
  adopt(await WebAssembly.instantiate(module, glue.imports()), module);
}

function adopt(instance: WebAssembly.Instance, module: WebAssembly.Module): void {
  // A name that the compiler knows, so that it cannot go out of use unseen.
  const proof: keyof Functions = "reply";
  if (typeof instance.exports[proof] !== "function") throw new TypeError("it is a module of something else");
  glue.adopt(instance, module);
  instances += 1;
  ready = true;
}

/** Whether a value is a compiled module, be it of another realm. */
export function isModule(value: unknown): value is WebAssembly.Module {
  return isObject(value) && tagOf(value) === "WebAssembly.Module";
}

/** Whether there is an instance. */
export function isReady(): boolean {
  return ready;
}

/** Counts the instances; what lives inside of one dies with it. */
export function currentInstance(): number {
  return instances;
}

/**
 * Uses the module's functions, whose memory is let go of at the end. They throw nothing by themselves: whatever comes out of them is a trap, after which the
 * instance's memory cannot be trusted.
 */
export function run<T>(use: (functions: Functions) => T): T {
  if (!ready) {
    const told = "smskernel is not ready, for this engine did not compile its WebAssembly at once: await init() before the first use";
    throw new SmsKernelError("not_initialised", `${told} (${String(refusal)})`, { cause: refusal });
  }
  try {
    const done = use(glue);
    glue.release();
    return done;
  } catch (cause) {
    throw new SmsKernelError("internal_error", `smskernel failed inside, which is a fault of its own. ${renew()}`, { cause });
  }
}

/** Makes another instance after a trap, and says what comes next. */
function renew(): string {
  instances += 1;
  try {
    glue.__wbg_reset_state();
    return "The next call works again; please report this.";
  } catch (cause) {
    ready = false;
    refusal = cause;
    return "Please report this, and await init() before the next call.";
  }
}
