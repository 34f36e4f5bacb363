// From sent to delivered on Blackkonnect: the statuses of each bulk are walked by the id of its reply, that of a message whose
// bulk has no id here is asked for by its own; deliveries are pushed besides, in every form that the documents show.
import assert from "node:assert/strict";
import { test } from "node:test";

import { blackkonnect } from "smskernel";

import { idOf, numberOf, PER_CALL, rowsOf, STEPS, Story, TOKEN } from "./support/delivery.mjs";
import { Ledger } from "./support/ledger.mjs";
import { BLACKKONNECT } from "./support/sandbox.mjs";

/** What pays for 50 messages. */
const POOR_BALANCE = 90;

/** How many statuses a page has. */
const PAGE = 40;

/** Of each step: what the pushes meet besides refusals, their form, and that of the statuses that are asked for. */
const PUSHES = [
  ["repeated+reordered", "status", ""],
  ["doubled+reordered", "list", "envelope"],
  // Most of the messages are delivered in this step, and each push that is refused leaves one to be asked for.
  ["reordered", "delivery", "array-of-one"],
  ["repeated+reordered+old", "envelope", "envelope+old"],
  ["reordered", "envelope", "ignore-page"],
  ["doubled+reordered+old", "list", "reordered"],
  ["reordered", "status", ""],
];

/** State, and whether it is final, by the word of a status, as docs/outcomes.md says it. */
const WORDS = {
  DELIVERED: ["delivered", true],
  UNDELIVERABLE: ["undeliverable", true],
  EXPIRED: ["expired", true],
  REJECTED: ["rejected", true],
  // What is with the operator and what waits for ever have one word.
  ENROUTE: ["pending", false],
};

const number = (row) => numberOf("25471", row);

/** By what statuses are asked for: the ids of bulks where a reply said them, and our ids of the messages of all others. */
function questions(results) {
  const [bulks, messages] = [[], []];
  for (const [reader, became] of results) {
    if (became?.correlationId !== undefined) bulks.push(became.correlationId);
    else messages.push(...reader.noReply().messages.map(({ messageId }) => messageId));
  }
  return { bulks, messages };
}

/** Every page of a bulk. */
async function walk(story, gateway, ledger, bulkCorrelationId, modes) {
  for (let request = { bulkCorrelationId, size: PAGE }; request !== undefined; ) {
    const { statuses, next } = await story.ask(gateway.getBulkStatus(request), modes);
    for (const status of statuses) ledger.tell(status, "bulk");
    request = next;
  }
}

/** One message. The gateway knows nothing of one that it never had, and says so. */
async function ask(story, gateway, ledger, messageId, modes) {
  const [, became] = await story.send(gateway.getMessageStatus({ messageId }), modes);
  if (became instanceof Error) return assert.deepEqual([became.name, became.status], ["Refused", 400], messageId);
  for (const status of became.statuses) ledger.tell(status, "status");
}

/** What was pushed, the status of each bulk, and that of each other message that is not settled. */
async function step(story, gateway, ledger, { bulks, messages }, index) {
  const [modes, shape, asked] = PUSHES[index];
  await story.setCallback("json", shape);
  for (const event of await story.step(index, modes)) ledger.tell(event, "push");
  for (const bulk of bulks) await walk(story, gateway, ledger, bulk, asked);
  const open = new Set(ledger.open());
  for (const id of messages.filter((id) => open.has(id))) await ask(story, gateway, ledger, id, asked);
}

function judge({ row, id, outcome }, fate) {
  const what = `row ${row}: ${JSON.stringify(fate)}`;
  assert.equal(id, fate.id, what);
  assert.deepEqual([outcome.state, outcome.isFinal], WORDS[fate.status], what);
  assert.equal(outcome.code, fate.status, what);
  assert.equal(outcome.resend === "uncertain", outcome.isFinal && outcome.state !== "delivered", what);
}

test("blackkonnect: statuses are walked, asked for one by one, and pushed", async (t) => {
  const story = await Story.begin(t, "blackkonnect", blackkonnect.parseWebhook);
  const gateway = new blackkonnect.Gateway(story.baseUrl, {
    ...BLACKKONNECT, token: TOKEN, limits: { messages_per_call: PER_CALL },
  });
  const messages = rowsOf((row) => ({ to: [{ to: number(row), messageId: idOf(row) }], text: "Good morning" }));
  const { results, rows } = await story.sendAll(gateway.plan(messages, { sender: "SHOP", onInvalid: "set_aside" }), POOR_BALANCE);
  const ledger = new Ledger(rows, ({ id }) => id);
  const asked = questions(results);
  // Three replies told nothing, and one told no id.
  assert.deepEqual([asked.bulks.length, asked.messages.length], [6, 380]);
  for (const index of STEPS.keys()) await step(story, gateway, ledger, asked, index);

  await story.holdTo(ledger, number, judge);
  assert.deepEqual(ledger.strangers, []);
  assert.deepEqual(Object.keys(ledger.final()).sort(), ["bulk", "push", "send", "status"], "each told some last words");
  // No operation asks for a balance; a message that was never taken is unknown to the gateway.
  await story.end("path.messageId");
});
