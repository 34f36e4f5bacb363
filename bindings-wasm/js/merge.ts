// In the end one result for each row of a plan, in the order of the input.

import { Call } from "./call.js";
import { type Outcome, ReplyFailure, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import { pack } from "./pack.js";
import type { Rejected } from "./plan.js";
import { ReplyReader, type SendAnswer, sendsNothing } from "./reader.js";
import { open } from "./report.js";
import { kindOf } from "./request.js";

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
  const pairs = [...results];
  pairs.forEach(checkPair);
  const aside = [...rejected];
  const packed = pack(pairs.flatMap(([carrier, result]) => [readerOf(carrier).toBytes(), fateOf(result)]));
  const places = pack(aside.flatMap((row) => [row.position, row.destination, row.destinations]));
  const told = run((kernel) => kernel.merge(packed, places));
  if (told === "") throw sendsNothing(readerOf((pairs[0] as Result<A>)[0]).operation);
  return open<Place[]>(told).map((place) => freeze(row(place, pairs, aside)));
}

function readerOf<A extends SendAnswer>(carrier: Call<A> | ReplyReader<A>): ReplyReader<A> {
  return carrier instanceof Call ? carrier.reader : carrier;
}

function checkPair(pair: unknown, index: number): void {
  if (!Array.isArray(pair)) {
    throw new TypeError(`results[${index}] is a pair of a call and what became of it, not ${kindOf(pair)}`);
  }
  const [carrier, result] = pair as unknown[];
  if (!(carrier instanceof Call) && !(carrier instanceof ReplyReader)) {
    throw new TypeError(`results[${index}][0] is a call or its reader, not ${kindOf(carrier)}`);
  }
  const told = result === null || result === undefined || result instanceof Error;
  if (!told && !Array.isArray((result as Partial<SendAnswer>).messages)) {
    throw new TypeError(`results[${index}][1] is an answer, an error or nothing, not ${kindOf(result)}`);
  }
}

/** States for an answer, one state for an error, null for no reply. */
function fateOf(result: SendAnswer | Error | null | undefined): string[] | string | null {
  if (result === null || result === undefined) return null;
  if (result instanceof ReplyFailure) return result.outcome.state;
  if (result instanceof Error) return null;
  return result.messages.map((message) => message.outcome.state);
}

function row<A extends SendAnswer>(
  place: Place,
  pairs: readonly Result<A>[],
  aside: readonly Rejected[],
): Row<A["messages"][number]> {
  const { pair, index, rejected, outcome, ...where } = place;
  const result = pair === undefined ? undefined : pairs[pair]?.[1];
  if (result instanceof ReplyFailure) return { ...where, outcome: result.outcome };
  if (rejected !== undefined) {
    const { violations, outcome } = aside[rejected] as Rejected;
    return { ...where, outcome, violations };
  }
  if (index === undefined) return { ...where, outcome: outcome as Outcome };
  const message = (result as A).messages[index] as A["messages"][number];
  return { ...where, outcome: message.outcome, message };
}
