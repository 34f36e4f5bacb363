// What the module's functions answer, taken apart.

import { InvalidRequest, Refused, type ToldFailure, UnreadableReply, type Outcome, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { Token, type ToldToken } from "./token.js";

/** One member says what an answer is. */
interface Report<T> {
  done?: T;
  /** Of an answer: objects that stand in several places, and the members that point to them. */
  shared?: object[];
  members?: string[];
  /** Of a token: its content, and when it expires in milliseconds since 1970. */
  secret?: readonly [string, number | null];
  invalid?: { message: string; violations: Violation[] };
  failed?: { kind: "Refused" | "UnreadableReply"; error: ToldFailure; outcome: Outcome };
}

/** What was asked for, or the error that came instead. */
export function open<T>(text: string): T {
  return read<T>(text, new Uint8Array()).done as T;
}

/** An answer, frozen, with the reply's body where nothing enumerates it, or the error that the reply is. */
export function openAnswer<A>(text: string, body: Uint8Array): A {
  const { done, shared, members, secret } = read<object>(text, body);
  if (secret) return new Token(done as ToldToken, secret, body) as A;
  if (shared && members) link(done as Linked, freeze(shared), members);
  return freeze(Object.defineProperty(done as A & object, "rawBody", { get: () => body, enumerable: false }));
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

/** An answer before its messages have their objects. */
interface Linked {
  messages: Record<string, unknown>[];
}

/** Puts shared objects where the messages point to them. */
function link(answer: Linked, shared: object[], members: string[]): void {
  for (const message of answer.messages) {
    for (const member of members) {
      const place = message[member];
      if (place !== undefined) message[member] = shared[place as number];
    }
  }
}
