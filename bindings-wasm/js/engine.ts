// An engine is one WebAssembly module with its instance, made anew from the kept module whenever it has trapped.

import { SmsKernelError } from "./errors.js";
import { isObject, tagOf } from "./kinds.js";

/** A module, compiled or as bytes. */
export type Compilable = WebAssembly.Module | Uint8Array<ArrayBuffer>;

/** What wasm-bindgen makes for a module, beside the module's own functions. */
export interface Glue {
  imports(): WebAssembly.Imports;
  adopt(instance: WebAssembly.Instance, module: WebAssembly.Module): unknown;
  release(): void;
  __wbg_reset_state(): void;
}

/** Whether a value is a compiled module, be it of another realm. */
export function isModule(value: unknown): value is WebAssembly.Module {
  return isObject(value) && tagOf(value) === "WebAssembly.Module";
}

/** A module with its instance; `Functions` is what the package uses of it. They take and give texts, bytes and numbers only. */
export class Engine<Functions> {
  readonly #glue: Glue & Functions;
  readonly #proof: string;
  #instances = 0;
  #ready = false;
  #entry: (() => Compilable) | undefined;
  /** Why there is no instance. */
  #refusal: unknown = new TypeError("no entry of the package was imported");

  /** `proof` is a function that no other module has: a name that the compiler knows cannot go out of use unseen. */
  constructor(glue: Glue & Functions, proof: keyof Functions & string) {
    this.#glue = glue;
    this.#proof = proof;
  }

  /** Makes the instance at once. Where the engine refuses, importing the package still works: `init` asks it to do so in time. */
  start(source: () => Compilable): void {
    this.#entry = source;
    try {
      const given = source();
      const module = isModule(given) ? given : new WebAssembly.Module(given);
      this.#adopt(new WebAssembly.Instance(module, this.#glue.imports()), module);
    } catch (cause) {
      this.#refusal = cause;
    }
  }

  /** The module as the entry has it that was imported. */
  ownModule(): Compilable | undefined {
    return this.#entry?.();
  }

  /** Makes the instance, taking the time that the engine wants. */
  async startLater(given: Compilable): Promise<void> {
    const module = isModule(given) ? given : await WebAssembly.compile(given);
    this.#adopt(await WebAssembly.instantiate(module, this.#glue.imports()), module);
  }

  #adopt(instance: WebAssembly.Instance, module: WebAssembly.Module): void {
    if (typeof instance.exports[this.#proof] !== "function") throw new TypeError("it is a module of something else");
    this.#glue.adopt(instance, module);
    this.#instances += 1;
    this.#ready = true;
  }

  /** Whether there is an instance. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** Counts the instances; what lives inside of one dies with it. */
  get instances(): number {
    return this.#instances;
  }

  /**
   * Uses the module's functions, whose memory is let go of at the end. They throw nothing by themselves: whatever comes out of
   * them is a trap, after which the instance's memory cannot be trusted.
   */
  run<T>(use: (functions: Functions) => T): T {
    if (!this.#ready) {
      const told = "smskernel is not ready, for this engine did not compile its WebAssembly at once: await init() before the first use";
      throw new SmsKernelError("not_initialised", `${told} (${String(this.#refusal)})`, { cause: this.#refusal });
    }
    try {
      const done = use(this.#glue);
      this.#glue.release();
      return done;
    } catch (cause) {
      throw new SmsKernelError("internal_error", `smskernel failed inside, which is a fault of its own. ${this.#renew()}`, { cause });
    }
  }

  /** Makes another instance after a trap, and says what comes next. */
  #renew(): string {
    this.#instances += 1;
    try {
      this.#glue.__wbg_reset_state();
      return "The next call works again; please report this.";
    } catch (cause) {
      this.#ready = false;
      this.#refusal = cause;
      return "Please report this, and await init() before the next call.";
    }
  }
}
