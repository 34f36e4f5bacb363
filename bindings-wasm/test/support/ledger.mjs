// The best outcome known of each row: a program that follows its messages needs no more.
import assert from "node:assert/strict";

/**
 * One entry for each row: its outcome, who told it (`send`, until another did), and the id by which the gateway tells of it, if
 * one is known.
 */
export class Ledger {
  #byId = new Map();
  /** Ids that belong to no row, as they came. */
  strangers = [];

  /** Of the rows of a merge, in the order of the input. */
  constructor(rows, idOf) {
    this.entries = rows.map((result, row) => ({ row, outcome: result.outcome, by: "send", id: idOf(result) }));
    const named = this.entries.filter(({ id }) => id !== undefined);
    for (const entry of named) this.#byId.set(entry.id, entry);
    assert.equal(this.#byId.size, named.length, "no two rows have one id");
  }

  /** A final outcome stands; another gives way to what is told later. */
  tell({ messageId, outcome }, by) {
    const entry = this.#byId.get(messageId);
    if (entry === undefined) this.strangers.push(messageId);
    else if (!entry.outcome.isFinal) Object.assign(entry, { outcome, by });
  }

  /** The ids of rows of which the last word was not spoken. */
  open() {
    return this.#ids(({ isFinal }) => !isFinal);
  }

  /** The ids of rows of which nobody knows whether they went. */
  unknown() {
    return this.#ids(({ state, resend }) => state === "unknown" && resend === "uncertain");
  }

  #ids(isWanted) {
    return this.entries.filter(({ id, outcome }) => id !== undefined && isWanted(outcome)).map(({ id }) => id);
  }

  /** How many last words each has told. */
  final(isWanted = () => true) {
    const told = {};
    for (const entry of this.entries.filter((entry) => entry.outcome.isFinal && isWanted(entry))) {
      told[entry.by] = (told[entry.by] ?? 0) + 1;
    }
    return told;
  }
}
