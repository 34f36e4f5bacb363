// Long lists become calls: cut by count and by bytes, bad rows set aside or all told at once.

import { type Call, openCall } from "./call.js";
import { type Outcome, SmsKernelError, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { currentInstance, run } from "./kernel.js";
import { merge, type Result, type Row } from "./merge.js";
import { pack } from "./pack.js";
import { printAs } from "./printing.js";
import type { SendAnswer } from "./reader.js";
import { open } from "./report.js";
import { kindOf, moment } from "./request.js";

/** How a plan is made. Any other member belongs to all of its calls, as members beside the messages of a request do. */
export interface PlanOptions {
  /**
   * What becomes of a message that cannot be sent. `raise` (the default) judges everything before the first call, and
   * throws all violations together; `set_aside` puts the bad destination, or the whole message if its text or options
   * are bad, into `rejected`, and takes only as many messages as the next call needs.
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
 * one stopped. Ids and numbers are compared over the whole list, so the plan remembers them all.
 */
export class Plan<A extends SendAnswer = SendAnswer> implements IterableIterator<Call<A>> {
  readonly #operation: string;
  readonly #source: Iterator<unknown>;
  readonly #rejected: Rejected[] = [];
  readonly #instance: number;
  #handle: number | undefined;
  #exhausted = false;
  #failure: unknown;

  /** Made by this package. */
  constructor(operation: string, gateway: Uint8Array, messages: unknown, options: PlanOptions = {}) {
    if (typeof messages !== "object" || messages === null || !(Symbol.iterator in messages)) {
      throw new TypeError(`the messages of a plan are given as an iterable, not as ${kindOf(messages)}`);
    }
    const { onInvalid, now, ...envelope } = options;
    const words = onInvalid === undefined ? "raise" : String(onInvalid);
    const packed = pack(envelope);
    const time = moment(now);
    const told = run((kernel) => kernel.planOpen(operation, gateway, packed, words, time));
    if (told === "") throw new TypeError(`onInvalid is "raise" or "set_aside", not ${shown(onInvalid)}`);
    this.#operation = operation;
    this.#handle = open<number>(told);
    this.#instance = currentInstance();
    this.#source = (messages as Iterable<unknown>)[Symbol.iterator]();
    abandoned?.register(this, { handle: this.#handle, instance: this.#instance }, this);
  }

  /** The plan itself. */
  [Symbol.iterator](): this {
    return this;
  }

  /** The next call. With `raise`, the first one comes when all messages were found good. */
  next(): IteratorResult<Call<A>, undefined> {
    if (this.#failure !== undefined) throw this.#failure;
    let frame = this.#use((kernel, handle) => kernel.planNext(handle));
    while (frame !== undefined && frame.length === 0) {
      if (this.#exhausted) {
        this.#close();
        return { done: true, value: undefined };
      }
      const { done, value } = this.#source.next();
      if (done === true) {
        this.#exhausted = true;
        this.#finish();
        frame = this.#use((kernel, handle) => kernel.planNext(handle));
      } else {
        const packed = pack(value);
        frame = this.#use((kernel, handle) => kernel.planPush(handle, packed));
      }
    }
    if (frame === undefined) return { done: true, value: undefined };
    return { done: false, value: openCall<A>(this.#operation, frame) };
  }

  /** What was set aside so far. */
  get rejected(): readonly Rejected[] {
    if (this.#handle !== undefined && this.#instance === currentInstance()) this.#collect();
    return this.#rejected;
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

  #use<T>(use: (kernel: Parameters<Parameters<typeof run>[0]>[0], handle: number) => T): T | undefined {
    const handle = this.#handle;
    if (handle === undefined) return undefined;
    if (this.#instance !== currentInstance()) {
      throw new SmsKernelError("internal_error", "this plan was lost when smskernel failed inside; begin a new one");
    }
    return run((kernel) => use(kernel, handle));
  }

  #finish(): void {
    const told = this.#use((kernel, handle) => kernel.planFinish(handle));
    try {
      if (told !== undefined) open(told);
    } catch (error) {
      this.#failure = error;
      this.#close();
      throw error;
    }
  }

  #collect(): void {
    const from = this.#rejected.length;
    const told = this.#use((kernel, handle) => kernel.planRejected(handle, from));
    if (told !== undefined) this.#rejected.push(...freeze(open<Rejected[]>(told)));
  }

  #close(): void {
    if (this.#handle === undefined) return;
    this.#collect();
    this.#use((kernel, handle) => kernel.planClose(handle));
    this.#handle = undefined;
    abandoned?.unregister(this);
  }

  static {
    printAs(this, (plan) => `Plan(${plan.#operation}, ${plan.rejected.length} set aside)`);
  }
}
