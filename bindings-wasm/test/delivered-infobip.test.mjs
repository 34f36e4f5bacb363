// From sent to delivered on Infobip: half of the messages have a notifyUrl; the reports of the others are asked for, and the log
// where one is lost.
import assert from "node:assert/strict";
import { test } from "node:test";

import { infobip } from "smskernel";
import "smskernel/webhooks";

import { API_KEY, idOf, numberOf, PER_CALL, rowsOf, STEPS, Story } from "./support/delivery.mjs";
import { Ledger } from "./support/ledger.mjs";

/** How many reports are asked for at once. */
const PAGE = 100;

/** The step after which a page of reports arrives torn. */
const TORN = 2;

/** Of each step: what the pushes meet besides refusals, and what the questions for reports meet. */
const PUSHES = [
  ["doubled+reordered", ""],
  ["doubled+reordered+old", "old"],
  ["doubled+reordered+nested-xml", ""],
  ["doubled+reordered", "doubled+reordered"],
  ["doubled+reordered+old", ""],
  ["doubled+reordered", "old+reordered"],
  ["doubled+reordered", ""],
];

/** What pays for 50 messages. */
const POOR_BALANCE = 0.5;

/** Half of the rows, whatever their fate and their call. */
const isPushed = (row) => (row + Math.floor(row / 100)) % 2 === 0;

/** A third of those. */
const isIntermediate = (row) => isPushed(row) && row % 3 === 0;

const isXml = (row) => isPushed(row) && row % 5 === 0;

/** States by what the sandbox calls them, as docs/outcomes.md says it. */
const STATES = {
  refused: "rejected", rejected: "rejected", undeliverable: "undeliverable", expired: "expired", pending: "pending",
  // What is with the operator is of the group of what was delivered, and not final.
  delivered: "delivered", sent: "delivered",
};

const number = (row) => numberOf("4179", row);

const message = (notifyUrl) => (row) => ({
  sender: "SMSC",
  to: [{ to: number(row), messageId: idOf(row) }],
  text: "Good morning",
  ...(isPushed(row) && { notifyUrl, intermediateReport: isIntermediate(row) }),
  ...(isXml(row) && { notifyContentType: "application/xml" }),
});

/** Half a page is no page, and no other answer has its reports again; what arrived of it is in hand. */
async function tear(story, gateway) {
  const [, torn] = await story.send(gateway.getReports({ limit: PAGE }), "truncated");
  assert.equal(torn.name, "UnreadableReply");
  assert.match(Buffer.from(torn.rawBody).toString(), /^\{"results":\[\{/);
}

/** Pulls reports until there are none. */
async function pull(story, gateway, ledger, modes) {
  for (;;) {
    const { results, malformed } = await story.ask(gateway.getReports({ limit: PAGE }), modes);
    assert.deepEqual(malformed, []);
    if (results.length === 0) return;
    for (const report of results) ledger.tell(report, "report");
  }
}

/** Asks the log, a hundred ids at a time. */
async function askLog(story, gateway, ledger, ids) {
  for (let first = 0; first < ids.length; first += PAGE) {
    const { results } = await story.ask(gateway.getLogs({ messageId: ids.slice(first, first + PAGE), limit: PAGE }), "");
    for (const log of results) ledger.tell(log, "log");
  }
}

/** What was pushed, what is asked for, and the log of what nobody knows; after a torn page and in the end, of all that is open. */
async function step(story, gateway, ledger, index) {
  const [pushed, asked] = PUSHES[index];
  const events = await story.step(index, pushed);
  for (const event of events) {
    assert.equal(event.kind, "delivery_report");
    ledger.tell(event, "push");
  }
  // The last report of a message overtakes the one before it, which then is no news.
  const open = new Set(ledger.open());
  assert.ok(!events.some(({ messageId, outcome }) => outcome.isFinal && open.has(messageId)), "what is final stays so");
  if (index === TORN) await tear(story, gateway);
  await pull(story, gateway, ledger, asked);
  const isAll = index === TORN || index + 1 === STEPS.length;
  await askLog(story, gateway, ledger, isAll ? ledger.open() : ledger.unknown());
}

function judge({ row, id, outcome }, fate) {
  const what = `row ${row}: ${JSON.stringify(fate)}`;
  assert.equal(id, fate.id, what);
  assert.deepEqual([outcome.state, outcome.isFinal, outcome.code], [STATES[fate.state], fate.is_final, fate.status], what);
  assert.equal(fate.pulled + fate.pushed, Number(fate.is_final), `its last report was taken once: ${what}`);
  assert.equal(fate.intermediate_pushed, Number(isIntermediate(row) && fate.state !== "refused"), what);
}

test("infobip: reports in JSON and XML are pushed for half of the rows, and asked for the others", async (t) => {
  const story = await Story.begin(t, "infobip", infobip.parseWebhook);
  const gateway = new infobip.Gateway(story.baseUrl, { auth: infobip.apiKey(API_KEY), limits: { messages_per_call: PER_CALL } });
  const plan = gateway.plan(rowsOf(message(story.hook)), { onInvalid: "set_aside" });
  const { rows } = await story.sendAll(plan, POOR_BALANCE);
  const ledger = new Ledger(rows, ({ id }) => id);
  for (const index of STEPS.keys()) await step(story, gateway, ledger, index);

  await story.holdTo(ledger, number, judge);
  assert.deepEqual(ledger.strangers, []);
  assert.equal(ledger.final(({ row }) => !isPushed(row)).log, PAGE, "of the torn page only the log told");
  assert.ok(ledger.final(({ row }) => isXml(row)).push > 60, "what was pushed in XML was read");
  const { balance } = await story.ask(gateway.getBalance(), "");
  assert.equal(Number(balance), await story.balance());
  await story.end();
});
