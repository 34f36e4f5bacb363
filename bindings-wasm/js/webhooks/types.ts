// Requests that arrive, and what is in them.

import type { Limits } from "../account.js";
import type { BodyBytes, HeaderFields } from "../request.js";

/** A request that arrived, in the parts that any server has of it. */
export interface WebhookRequest {
  /** Its method. Of `GET` and `HEAD` the query is read, of others the body; the other one where that is empty. */
  readonly method: string;
  /** Its header fields. */
  readonly headers?: HeaderFields;
  /** What stands behind the question mark of its target, still encoded, with the question mark or without; or `URLSearchParams`. */
  readonly query?: string | URLSearchParams | null | undefined;
  /** Its body as it came: text or bytes, and not what a framework has parsed. */
  readonly body?: BodyBytes | null | undefined;
}

/** How a webhook is read. */
export interface WebhookOptions {
  /** How much of it is read. Anybody can send one. */
  readonly limits?: Limits<WebhookLimit> | undefined;
}

/** The names of the limits: bytes of the body or query, and how deep the elements of XML may lie in each other. */
export type WebhookLimit = "body_bytes" | "depth";

/** What a webhook tells: its kind, and all that the gateway says. */
export type Event<Kind extends string, Of> = Of & {
  /** Which kind of event it is. */
  readonly kind: Kind;
};

/** An entry, among others, that is no event; the others are not lost for it. */
export interface MalformedEvent {
  /** Index among the entries of the body, the good ones counted too. */
  readonly position: number;
  /** The entry's own text as it came: JSON, XML or a form. Numbers and texts stand in it. */
  readonly raw: string;
  /** Why it is no event. */
  readonly reason: string;
}

/** A webhook that was read. Each entry of it is in `events` or in `malformed`. */
export interface Webhook<E> {
  /** The events, in the order of the body. */
  readonly events: readonly E[];
  /** The entries that are no events, in the same order. */
  readonly malformed: readonly MalformedEvent[];
  /** What was read, as it came: the body, or the query where that was read in its place. Not enumerable, and never printed. */
  readonly rawBody: Uint8Array;
}
