// Long lists become calls: cut by count and by bytes, bad rows set aside or all told at once.

import { type Call, openCall } from "./call.js";
import { type Outcome, SmsKernelError, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { currentInstance, type Functions, run } from "./kernel.js";
import { kindOf } from "./kinds.js";
import { merge, type Result, type Row } from "./merge.js";
import { MOST_UNSET, pack } from "./pack.js";
import { printAs } from "./printing.js";
import type { SendAnswer } from "./reader.js";
import { open } from "./report.js";
import { iteratorOf, moment, optionsOf, step } from "./request.js";

/** How a plan is made. Any other member belongs to all of its calls, as members beside the messages of a request do. */
export interface PlanOptions {
  /**
   * What becomes of a message that cannot be sent. `raise` (the default) judges everything before the first call, and
   * throws all violations together; `set_aside` puts the bad destination, or the whole message if its text or options
   * are bad, into `rejected`, and takes only as many messages as the next call needs; all of them before the first call in
   * an engine without `FinalizationRegistry`.
   */
  readonly onInvalid?: "raise" | "set_aside" | undefined;
  /** The current time, for the rules on moments; without it they are not judged. */
  readonly now?: Date | undefined;
}

/** A message, or one of its destinations, that was set aside. */
export interface Rejected {
  /** Index of the message in the input. */
  readonly position: number;
  /** Index of the destination in the message; absent when the whole message was set aside. */
  readonly destination?: number;
  /** How many destinations that makes; at least one. */
  readonly destinations: number;
  /** What is wrong with it. */
  readonly violations: readonly Violation[];
  /** The fate of a row that was never sent. */
  readonly outcome: Outcome;
}

function shown(word: unknown): string {
  return typeof word === "string" ? JSON.stringify(word.slice(0, 60)) : kindOf(word);
}

/** Lets go of what an abandoned plan holds inside of the module. */
const abandoned =
  typeof FinalizationRegistry === "undefined"
    ? undefined
    : new FinalizationRegistry<{ handle: number; instance: number }>(({ handle, instance }) => {
        if (instance === currentInstance()) run((kernel) => kernel.planClose(handle));
      });

/**
 * The calls of a long list, one after the other. It can be left and taken up again: a second loop goes on where the first
 * one stopped. After an exception nothing follows: it is thrown again. Ids and numbers are compared over the whole list, so
 * the plan remembers them all.
 */
export class Plan<A extends SendAnswer = SendAnswer> implements IterableIterator<Call<A>> {
  readonly #operation: string;
  readonly #source: Iterator<unknown>;
  readonly #rejected: Rejected[] = [];
  /** Makes the plan inside of the module, until that was done. */
  #begin: (() => number) | undefined;
  /** Calls that are ready, the last one first. */
  #ready: Uint8Array[] = [];
  /** The plan inside of the module, until all of its calls are ready. */
  #handle: number | undefined;
  #instance = 0;
  #running = false;
  /** How many messages were undefined; a list can have any number of them for nothing. */
  #unset = 0;
  #failure: { readonly error: unknown } | undefined;

  /** Made by this package. */
  constructor(operation: string, gateway: Uint8Array, messages: unknown, options?: PlanOptions | null) {
    const source = iteratorOf(messages, "the messages of a plan are given as an iterable");
    const { onInvalid, now, ...envelope } = optionsOf(options);
    const word: unknown = onInvalid ?? "raise";
    const packed = pack(envelope);
    const time = moment(now);
    const begin = (words: string): string => run((kernel) => kernel.planOpen(operation, gateway, packed, words, time));
    const told = typeof word === "string" ? begin(word) : "";
    if (told === "") throw new TypeError(`onInvalid is "raise" or "set_aside", not ${shown(onInvalid)}`);
    // What is wrong with the options was said at once. The plan begins when it is asked for a call.
    const first = open<number>(told);
    run((kernel) => kernel.planClose(first));
    this.#begin = () => open<number>(begin(word as string));
    this.#operation = operation;
    this.#source = source;
  }

  /** The plan itself. */
  [Symbol.iterator](): this {
    return this;
  }

  /** The next call. With `raise`, the first one comes when all messages were found good. */
  next(): IteratorResult<Call<A>, undefined> {
    if (this.#running) throw new TypeError("the plan is already asked for its next call");
    if (this.#failure !== undefined) throw this.#failure.error;
    const frame = this.#ready.pop() ?? this.#advance();
    if (frame === undefined) return { done: true, value: undefined };
    return { done: false, value: openCall<A>(this.#operation, frame) };
  }

  /** What was set aside so far. */
  get rejected(): readonly Rejected[] {
    this.#collect();
    return Object.freeze([...this.#rejected]);
  }

  /**
   * One result for each message and destination, in the order of the input, of calls whose fates are given in any order
   * and of what was set aside; see the function of that name.
   */
  merge(results: Iterable<Result<A>>): Row<A["messages"][number]>[] {
    return merge(results, this.rejected);
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    return { operation: this.#operation, rejected: this.rejected.length };
  }

  #use<T>(use: (kernel: Functions, handle: number) => T): T {
    if (this.#instance !== currentInstance()) {
      throw new SmsKernelError("internal_error", "this plan was lost when smskernel failed inside; begin a new one");
    }
    return run((kernel) => use(kernel, this.#handle as number));
  }

  /** The next call of those that are not ready yet. A message that was taken is never taken twice, so no error is passed. */
  #advance(): Uint8Array | undefined {
    this.#running = true;
    try {
      if (this.#begin !== undefined) {
        this.#handle = this.#begin();
        this.#instance = currentInstance();
        this.#begin = undefined;
        abandoned?.register(this, { handle: this.#handle, instance: this.#instance }, this);
      }
      if (this.#handle === undefined) return undefined;
      return this.#work();
    } catch (error) {
      this.#failure = { error };
      this.#close();
      throw error;
    } finally {
      this.#running = false;
    }
  }

  /**
   * Takes messages until they make a call. When there are no more, all calls that are left are made at once, so that a plan
   * which is abandoned then holds nothing inside of the module. Where nothing tells of abandoned plans, that is at once.
   */
  #work(): Uint8Array | undefined {
    const ready: Uint8Array[] = [];
    let frame = this.#use((kernel, handle) => kernel.planNext(handle));
    for (;;) {
      if (frame.length > 0) {
        if (abandoned !== undefined) return frame;
        ready.push(frame);
        frame = this.#use((kernel, handle) => kernel.planNext(handle));
        continue;
      }
      const { done, value } = step(this.#source, "a plan's messages");
      if (done === true) break;
      if (value === undefined && (this.#unset += 1) > MOST_UNSET) {
        throw new TypeError(`of the messages of a plan over ${MOST_UNSET} are undefined`);
      }
      const packed = this.#packed(value);
      frame = this.#use((kernel, handle) => kernel.planPush(handle, packed));
    }
    open(this.#use((kernel, handle) => kernel.planFinish(handle)));
    while ((frame = this.#use((kernel, handle) => kernel.planNext(handle))).length > 0) ready.push(frame);
    this.#close();
    this.#ready = ready.reverse();
    return this.#ready.pop();
  }

  /** A message for the module. Its getters may throw, and then the source is told that nobody goes on, as by a loop. */
  #packed(message: unknown): Uint8Array {
    try {
      return pack(message);
    } catch (error) {
      this.#source.return?.();
      throw error;
    }
  }

  #collect(): void {
    if (this.#handle === undefined || this.#instance !== currentInstance()) return;
    const told = this.#use((kernel, handle) => kernel.planRejected(handle, this.#rejected.length));
    for (const row of freeze(open<Rejected[]>(told))) this.#rejected.push(row);
  }

  /** Lets go of the plan inside of the module, when all was taken from it. */
  #close(): void {
    this.#collect();
    if (this.#instance === currentInstance()) this.#use((kernel, handle) => kernel.planClose(handle));
    this.#handle = undefined;
    abandoned?.unregister(this);
  }

  static {
    printAs(this, (plan) => `Plan(${plan.#operation}, ${plan.rejected.length} set aside)`);
  }
}
