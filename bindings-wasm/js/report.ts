// What the module's functions answer, taken apart.

import {
  InvalidRequest, type Outcome, Refused, type ToldError, type ToldFailure, UnreadableReply, UnreadableWebhook, type Violation,
} from "./errors.js";
import { freeze } from "./freeze.js";
import { type Secret, tokenOf } from "./token.js";

/** The first member says what it is. */
interface Report<T> {
  done?: T;
  /** Objects that stand in several places; the lists, and the members of their entries, that point to them. */
  shared?: object[];
  links?: (readonly [list: string, member: string])[];
  /** Of a token what nothing prints. */
  secret?: Secret;
  /** Of a webhook: whether the query was read, and not the body. */
  isQuery?: boolean;
  invalid?: { message: string; violations: Violation[] };
  failed?: { kind: "Refused" | "UnreadableReply"; error: ToldFailure; outcome: Outcome };
  unreadable?: ToldError;
}

/** What was asked for, or the error that came instead. */
export function open<T>(text: string): T {
  return read<T>(text, new Uint8Array()).done as T;
}

/** An answer, frozen, with the reply's body where nothing enumerates it, or the error that the reply is. */
export function openAnswer<A>(text: string, body: Uint8Array, operation: string): A {
  const report = read<A & object>(text, body);
  if (report.secret) return tokenOf(operation, report.done as object, report.secret, body) as A;
  return finished(report, body);
}

/** A webhook, frozen likewise, or the error that it is none. */
export function openWebhook<W extends object>(text: string, body: Uint8Array, query: () => Uint8Array): W {
  const report = read<W>(text, body);
  const raw = report.isQuery ? query() : body;
  if (report.unreadable) throw new UnreadableWebhook(report.unreadable, raw);
  return finished(report, raw);
}

/** What was asked for, with the objects that its lists share, and what it was read from. */
function finished<T extends object>({ done, shared, links }: Report<T>, body: Uint8Array): T {
  if (shared && links) link(done as Linked, freeze(shared), links);
  return freeze(Object.defineProperty(done as T, "rawBody", { get: () => body, enumerable: false }));
}

/** A report that is none of an error. `body` is that of the reply, where there was one. */
function read<T>(text: string, body: Uint8Array): Report<T> {
  const report = JSON.parse(text) as Report<T>;
  if (report.invalid) throw new InvalidRequest(report.invalid.message, freeze(report.invalid.violations));
  if (report.failed) {
    const { kind, error, outcome } = freeze(report.failed);
    throw kind === "Refused" ? new Refused(error, outcome, body) : new UnreadableReply(error, outcome, body);
  }
  return report;
}

/** An answer before the entries of its lists have their objects. */
type Linked = Record<string, Record<string, unknown>[]>;

/** Puts shared objects where entries point to them. */
function link(answer: Linked, shared: object[], links: (readonly [string, string])[]): void {
  for (const [list, member] of links) {
    for (const entry of answer[list] as Record<string, unknown>[]) {
      const place = entry[member];
      if (place !== undefined) entry[member] = shared[place as number];
    }
  }
}
