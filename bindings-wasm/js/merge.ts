// In the end one result for each row of a plan, in the order of the input.

import { type Call, readerIn } from "./call.js";
import { failureIn, type Outcome, type ReplyFailure, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import { isList, isObject, isReadable, kindOf, lengthOf, tagOf } from "./kinds.js";
import { LONGEST, packOwn } from "./pack.js";
import type { Rejected } from "./plan.js";
import { asReader, type ReplyReader, type SendAnswer, sendsNothing, type SentMessage } from "./reader.js";
import { open } from "./report.js";
import { mapped } from "./request.js";

/** The last index that the module knows. */
const MOST = 2 ** 32 - 1;

/** A call or its reader, and what became of it: an answer, the error that came instead, or nothing if no reply came. */
export type Result<A extends SendAnswer> = readonly [Call<A> | ReplyReader<A>, A | Error | null | undefined];

/** What became of one row of a plan, one text to one number. */
export interface Row<M = SendAnswer["messages"][number]> {
  /** Index of the message in the input. */
  readonly position: number;
  /** Index of the destination within the message. */
  readonly destination: number;
  /** The number as it was sent; absent if it was set aside. */
  readonly to?: string;
  /** Your id of the message. */
  readonly id?: string;
  /** Its fate. */
  readonly outcome: Outcome;
  /** What the gateway says of it, if an answer told. */
  readonly message?: M;
  /** What is wrong with it, if it was set aside. */
  readonly violations?: readonly Violation[];
}

/** Where a row's result stands, as the module tells it. */
interface Place {
  position: number;
  destination: number;
  to?: string;
  id?: string;
  pair?: number;
  index?: number;
  rejected?: number;
  outcome?: Outcome;
}

/**
 * One result for each message and destination, in the order of the input. Pure: it looks at its arguments only, which
 * come in any order. A row that two calls carried has the result that says more. Any error that is not one of a reply,
 * such as a timeout of `fetch`, counts as no reply.
 */
export function merge<A extends SendAnswer>(
  results: Iterable<Result<A>>,
  rejected: Iterable<Rejected> = [],
): Row<A["messages"][number]>[] {
  const pairs = mapped(results, "results", pairOf<A>);
  const aside = mapped(rejected ?? [], "rejected", asideOf);
  const packed = packOwn(pairs.flatMap(({ reader, fate }) => [reader.toBytes(), fate]));
  const places = packOwn(aside.flatMap((row) => [row.position, row.destination, row.destinations]));
  const told = run((kernel) => kernel.merge(packed, places));
  if (told === "") throw sendsNothing((pairs[0] as Pair<A>).reader.operation);
  return open<Place[]>(told).map((place) => Object.freeze(row(place, pairs, aside)));
}

/** A result that was looked at, once. */
interface Pair<A extends SendAnswer> {
  readonly reader: ReplyReader;
  /** States for an answer, one state for an error, null for no reply. */
  readonly fate: readonly string[] | string | null;
  readonly messages: readonly A["messages"][number][];
  readonly failure?: ReplyFailure;
}

function pairOf<A extends SendAnswer>(pair: unknown, index: number): Pair<A> {
  const at = `results[${index}]`;
  if (!isObject(pair) || !isList(pair)) throw new TypeError(`${at} is a pair of a call and what became of it, not ${kindOf(pair)}`);
  const { 0: carrier, 1: result } = pair as unknown[];
  const reader = readerIn(carrier) ?? asReader(carrier);
  if (reader === undefined) throw new TypeError(`${at}[0] is a call or its reader, not ${kindOf(carrier)}`);
  const failure = failureIn(result);
  if (failure !== undefined) return { reader, fate: failure.outcome.state, messages: [], failure };
  if (result === null || result === undefined || isError(result)) return { reader, fate: null, messages: [] };
  const list: unknown = isReadable(result) ? (result as Partial<SendAnswer>).messages : undefined;
  const length = isObject(list) && isList(list) ? lengthOf(list as unknown[]) : undefined;
  if (length === undefined) throw new TypeError(`${at}[1] is an answer, an error or nothing, not ${kindOf(result)}`);
  const messages: A["messages"][number][] = [];
  const fate: string[] = [];
  while (messages.length < length) {
    const message = (list as A["messages"])[messages.length];
    fate.push(stateOf(message, `${at}[1].messages[${messages.length}]`));
    messages.push(message as A["messages"][number]);
  }
  return { reader, fate, messages };
}

/** Errors of other realms count as well, and what only inherits from one, as some libraries' do. */
function isError(value: unknown): value is Error {
  return isReadable(value) && (value instanceof Error || tagOf(value) === "Error");
}

function stateOf(message: unknown, at: string): string {
  const state: unknown = isReadable(message) ? (message as Partial<SentMessage>).outcome?.state : undefined;
  if (typeof state === "string") return state;
  throw new TypeError(`${at} is a message of an answer, with its outcome, not ${kindOf(message)}`);
}

function asideOf(row: unknown, index: number): Rejected {
  const at = `rejected[${index}]`;
  if (!isReadable(row) || isList(row)) throw new TypeError(`${at} is what a plan set aside, not ${kindOf(row)}`);
  const { position, destination, destinations, violations, outcome } = row as Rejected;
  const whole = (name: string, value: unknown, most: number): void => {
    if (typeof value === "number" && value >>> 0 === value && value <= most) return;
    const found = typeof value === "number" ? value : kindOf(value);
    throw new TypeError(`${at}.${name} is a whole number up to ${most}, not ${found}`);
  };
  whole("position", position, MOST);
  whole("destination", destination ?? 0, MOST);
  whole("destinations", destinations, LONGEST);
  if (!isObject(outcome)) throw new TypeError(`${at}.outcome is the fate of a row, not ${kindOf(outcome)}`);
  const place = typeof destination === "number" ? { position, destination } : { position };
  return { ...place, destinations, violations, outcome };
}

/** A row of the result. What it holds of the arguments stays as it is. */
function row<A extends SendAnswer>(
  place: Place,
  pairs: readonly Pair<A>[],
  aside: readonly Rejected[],
): Row<A["messages"][number]> {
  const { pair, index, rejected, outcome, ...where } = place;
  const result = pair === undefined ? undefined : pairs[pair];
  if (result?.failure !== undefined) return { ...where, outcome: result.failure.outcome };
  if (rejected !== undefined) {
    const { violations, outcome } = aside[rejected] as Rejected;
    return { ...where, outcome, violations };
  }
  if (index === undefined) return { ...where, outcome: freeze(outcome as Outcome) };
  const message = result?.messages[index] as A["messages"][number];
  return { ...where, outcome: message.outcome, message };
}
