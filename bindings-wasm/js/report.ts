// What the module's functions answer, taken apart.

import { InvalidRequest, Refused, type ToldFailure, UnreadableReply, type Outcome, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";

/** One member says what an answer is. */
interface Report<T> {
  done?: T;
  /** Of an answer: objects that stand in several places, and the members that point to them. */
  shared?: object[];
  members?: string[];
  invalid?: { message: string; violations: Violation[] };
  failed?: { kind: "Refused" | "UnreadableReply"; error: ToldFailure; outcome: Outcome };
}

const noBody = new Uint8Array();

/** What was asked for, or the error that came instead. `body` is that of the reply, where there was one. */
export function open<T>(text: string, body: Uint8Array = noBody): T {
  const report = JSON.parse(text) as Report<T>;
  if (report.invalid) throw new InvalidRequest(report.invalid.message, freeze(report.invalid.violations));
  if (report.failed) {
    const { kind, error, outcome } = freeze(report.failed);
    throw kind === "Refused" ? new Refused(error, outcome, body) : new UnreadableReply(error, outcome, body);
  }
  const done = report.done as T;
  if (report.shared && report.members) link(done as Linked, freeze(report.shared), report.members);
  return done;
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
