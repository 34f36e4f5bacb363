// What requests and replies of several gateways are made of.

/** An id of yours. Integers over 2^53 must be given as text. */
export type Id = string | number;

/** A moment: a `Date`, or text such as `2026-12-01T08:00:00.000+0000`, always with its offset from UTC. */
export type Moment = string | Date;

/** Fields that the documents do not name, sent unchanged behind those they do. */
export interface Extra {
  readonly [name: string]: unknown;
}

/** Days of the week. */
export type Day = "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";

/**
 * JSON of a reply whose form no document shows, frozen. Fractions, and integers beyond 64 bits, stand as text, digit for
 * digit; integers over 2^53 below that are rounded, as by `JSON.parse`, and exact in `rawBody`.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Members in our names or in the gateway's, not in both. */
export type Either<Ours, Wire> = (Ours & Never<Wire, Ours>) | (Wire & Never<Ours, Wire>);

/** None of the members of `Of`, but for those that stand in `Here` as well. */
type Never<Of, Here> = { readonly [Name in Exclude<keyof Of, keyof Here>]?: never };
