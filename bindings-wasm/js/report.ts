// What the module's functions answer, taken apart.

import { InvalidRequest, Refused, type ToldFailure, UnreadableReply, type Outcome, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";

/** One member says what an answer is. */
interface Report<T> {
  done?: T;
  invalid?: { message: string; violations: Violation[] };
  failed?: { kind: "Refused" | "UnreadableReply"; error: ToldFailure; outcome: Outcome };
}

const noBody = new Uint8Array();

/** What was asked for, or the error that came instead. `body` is that of the reply, where there was one. */
export function open<T>(text: string, body: () => Uint8Array = () => noBody): T {
  const report = JSON.parse(text) as Report<T>;
  if (report.invalid) throw new InvalidRequest(report.invalid.message, freeze(report.invalid.violations));
  if (report.failed) {
    const { kind, error, outcome } = freeze(report.failed);
    throw kind === "Refused" ? new Refused(error, outcome, body) : new UnreadableReply(error, outcome, body);
  }
  return report.done as T;
}
