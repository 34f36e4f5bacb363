// From sent to delivered on smslist: every report is pushed to the account's callback, and asked for by the gateway's id where
// none came. Who lost the reply to a send, or got one without ids, learns nothing of its messages: a callback has no number.
import assert from "node:assert/strict";
import { test } from "node:test";

import { smslist } from "smskernel";

import { isLost, mischiefOf, numberOf, PER_CALL, rowsOf, STEPS, Story } from "./support/delivery.mjs";
import { Ledger } from "./support/ledger.mjs";
import { SMSLIST } from "./support/sandbox.mjs";

/** What pays for 50 messages. */
const POOR_BALANCE = 50;

/** Of each step: what the pushes meet besides refusals, their form, the spelling of their keys, and how old the one asked is. */
const PUSHES = [
  ["repeated+reordered", "json", "messageid", ""],
  ["repeated+reordered", "form", "messageID", "old"],
  // Most of the messages are delivered in this step, and each push that is refused leaves one to be asked for.
  ["reordered", "json", "message-id", ""],
  ["repeated+reordered+old", "form", "getdlr", "old"],
  ["repeated+reordered+old", "json", "messageid", "both-codes"],
  ["repeated+reordered", "form", "message-id", "string-codes"],
  ["repeated+reordered", "json", "getdlr", ""],
];

/** State, and whether it is final, by the word that was told of a message, as docs/outcomes.md says it. */
const WORDS = {
  DeliveredToTerminal: ["delivered", true],
  AbsentSubscriber: ["undeliverable", true],
  DeliveryImpossible: ["undeliverable", true],
  "SenderName Blacklisted": ["undeliverable", true],
  // Less than the sandbox knows: one of these has expired, and one will not arrive.
  SentToNetwork: ["pending", false],
  Unknown: ["unknown", false],
};

const number = (row) => numberOf("25471", row);

/** What was pushed, and the question about each message that is not settled. */
async function step(story, gateway, ledger, index) {
  const [modes, format, shape, asked] = PUSHES[index];
  await story.setCallback(format, shape);
  for (const event of await story.step(index, modes)) {
    assert.equal(event.kind, "delivery_report");
    ledger.tell(event, "push");
  }
  for (const messageId of ledger.open()) {
    const { outcome, deliveryDescription } = await story.ask(gateway.getDeliveryReport({ messageId }), asked);
    // That there is no report yet is no news of the message.
    if (deliveryDescription !== undefined) ledger.tell({ messageId, outcome }, "report");
  }
}

/** State, whether it is final, and resend of a message that nothing that comes later can name; undefined of any other. */
function unnamed(row, state) {
  // It went, and nobody here can know: to send it again would send it twice.
  if (isLost(row)) return ["unknown", false, "uncertain"];
  // It was taken, and the reply had no id.
  if (mischiefOf(row).startsWith("no-ids") && state !== "refused") return ["accepted", false, "never"];
}

function judge({ row, by, id, outcome }, { id: own, gateway_id, state, status }) {
  const what = `row ${row}: ${state} ${status}`;
  const told = [outcome.state, outcome.isFinal];
  assert.equal(own, String(row), what);
  const known = unnamed(row, state);
  if (known !== undefined) return assert.deepEqual([...told, outcome.resend], known, what);
  // Of what was taken and never told of, the reply to the send said all.
  const untold = state === "refused" ? ["rejected", true] : ["accepted", false];
  assert.deepEqual(told, status === null ? untold : WORDS[status], what);
  assert.equal(id ?? null, gateway_id, what);
  if (by !== "send") assert.equal(outcome.code, status, what);
}

test("smslist: reports are pushed in every spelling, and asked for where none came", async (t) => {
  const story = await Story.begin(t, "smslist", smslist.parseWebhook, "gateway_id");
  const gateway = new smslist.Gateway(story.baseUrl, { ...SMSLIST, limits: { messages_per_call: PER_CALL } });
  const messages = rowsOf((row) => ({ to: number(row), text: "Good morning", clientSmsId: row }));
  const { rows } = await story.sendAll(gateway.plan(messages, { onInvalid: "set_aside" }), POOR_BALANCE);
  const ledger = new Ledger(rows, ({ message }) => message?.messageId);
  for (const index of STEPS.keys()) await step(story, gateway, ledger, index);

  const fates = await story.holdTo(ledger, number, judge);
  const told = fates.filter(({ status }) => status !== null);
  assert.deepEqual([...new Set(told.map(({ status }) => status))].sort(), Object.keys(WORDS).sort(), "every word occurs");
  const known = new Set(ledger.entries.map(({ id }) => id));
  const nobodys = told.map(({ gateway_id: id }) => id).filter((id) => !known.has(id));
  assert.deepEqual([...new Set(ledger.strangers)].sort(), nobodys.sort(), "reports of ids that never arrived came, too");
  assert.ok(ledger.final().report > 0, "what was not pushed was asked for");
  const { credit } = await story.ask(gateway.getBalance(), "");
  assert.equal(Number(credit), await story.balance());
  await story.end();
});
