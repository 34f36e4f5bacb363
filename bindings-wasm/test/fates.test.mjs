// From sent to delivered, a thousand messages on each gateway: with refusals, a lost reply, and a balance that runs out midway.
// In the end what was learnt of each message, by asking and by webhooks, is what the gateway on loopback recorded.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { before, test } from "node:test";

import { blackkonnect, infobip, smslist } from "smskernel";
import "smskernel/webhooks";

import { BLACKKONNECT, command, exchange, kept, SMSLIST, startSandbox } from "./support/sandbox.mjs";

const COUNT = 1000;

let address;
before(async (t) => {
  address = await startSandbox(t);
});

/** What an outcome is called by the sandbox's states. */
const FATES = {
  delivered: "delivered", undeliverable: "undeliverable", expired: "expired", rejected: "rejected", sent: "pending", pending: "pending",
  refused: "rejected",
};

/** What smslist's words mean; some say less than the sandbox knows. */
const WORDS = {
  DeliveredToTerminal: "delivered", AbsentSubscriber: "undeliverable", DeliveryImpossible: "undeliverable", SentToNetwork: "pending",
  "SenderName Blacklisted": "undeliverable", Unknown: "unknown", null: "unknown",
};

/** An endpoint that receives what a dialect's gateway pushes. Gives its address, and the events so far. */
async function endpoint(t, { parseWebhook }) {
  const events = [];
  const server = createServer(async (request, response) => {
    const body = [];
    for await (const chunk of request) body.push(chunk);
    const { events: read, malformed } = parseWebhook({ method: request.method, headers: request.headers, query: request.url.split("?")[1], body: Buffer.concat(body) });
    assert.deepEqual(malformed, []);
    events.push(...read);
    response.writeHead(204).end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${server.address().port}/push`, events };
}

/** Sends a plan, its third call to a gateway that loses the reply; gives the result of each row. */
async function sendAll(plan, lose) {
  const results = [];
  for (const call of plan) {
    const sent = results.length === 2 ? { ...call, url: lose(call.url) } : call;
    const reply = await fetch(sent.url, sent).catch(() => null);
    results.push([call, reply && call.parse(reply.status, reply.headers, await reply.arrayBuffer())]);
  }
  assert.ok(results.length > 4, `${results.length} calls`);
  assert.equal(results.filter(([, answer]) => answer === null).length, 1);
  return plan.merge(results);
}

/** What was learnt of each number in the end, beside what the sandbox recorded. */
async function compared(run, learnt, own = {}) {
  const fates = await kept(address, "fates", run);
  assert.equal(fates.length, COUNT);
  const wanted = Object.fromEntries(fates.map(({ to, state }) => [to, own[state] ?? FATES[state] ?? state]));
  assert.deepEqual(Object.fromEntries([...learnt].sort()), Object.fromEntries(Object.entries(wanted).sort()));
  assert.ok(new Set(Object.values(wanted)).size >= 4, "they differ");
  return fates;
}

const number = (prefix, index) => `${prefix}${String(index).padStart(6, "0")}`;
const lost = (run) => (url) => url.replace(`/run/${run}`, `/run/${run}/as/close`);

for (const [how, format] of [["pulled", undefined], ["pushed as JSON", "application/json"], ["pushed as XML", "application/xml"]]) {
  test(`infobip: reports are ${how}`, async (t) => {
    const run = `fates-infobip-${how.replaceAll(" ", "-")}`;
    const hook = await endpoint(t, infobip);
    const gateway = new infobip.Gateway(`${address}/run/${run}`, { auth: infobip.apiKey("sandbox-api-key"), limits: { messages_per_call: 150 } });
    await command(address, run, "balance", { infobip: 9 });
    const message = (_, index) => ({
      sender: "SMSC", to: [{ to: number("41793", index), messageId: `m-${index}` }], text: "Hi",
      ...(format && { notifyUrl: hook.url, notifyContentType: format }),
    });
    const rows = await sendAll(gateway.plan(Array.from({ length: COUNT }, message)), lost(run));
    const learnt = new Map(rows.map(({ to, outcome }) => [to, outcome.state]));
    assert.equal([...learnt.values()].filter((state) => state === "unknown").length, 150);
    assert.equal([...learnt.values()].filter((state) => state === "rejected").length, 100, "what the balance did not pay for");
    await command(address, run, "clock", { advance: 90_000 });
    const learn = ({ to, outcome }) => learnt.set(to, outcome.state);
    for (let asked = true; asked && !format; ) {
      const { results } = await exchange(gateway.getReports({ limit: 300 }));
      results.forEach(learn);
      asked = results.length > 0;
    }
    for (const event of hook.events) {
      assert.equal(event.kind, "delivery_report");
      learn(event);
    }
    assert.ok(format === undefined || hook.events.length > 800, `${hook.events.length} events`);
    // What never became final is in the log alone.
    const open = [...learnt].filter(([, state]) => ["pending", "unknown"].includes(state)).map(([to]) => to);
    for (const to of open) (await exchange(gateway.getLogs({ to }))).results.forEach(learn);
    // The gateway's group of what the operator has is DELIVERED, be it final or not.
    await compared(run, learnt, { sent: "delivered" });
  });
}

test("smslist: reports are pushed, and asked for where none came", async (t) => {
  const run = "fates-smslist";
  const hook = await endpoint(t, smslist);
  await command(address, run, "callback", { dialect: "smslist", url: hook.url });
  await command(address, run, "balance", { smslist: 900 });
  const gateway = new smslist.Gateway(`${address}/run/${run}`, { ...SMSLIST, limits: { messages_per_call: 150 } });
  const numbers = Array.from({ length: COUNT }, (_, index) => number("254712", index));
  const rows = await sendAll(gateway.planSms(numbers, { text: "Hi" }), lost(run));
  const learnt = new Map(rows.map(({ to, outcome }) => [to, outcome.state]));
  assert.equal([...learnt.values()].filter((state) => state === "rejected").length, 100, "what the balance did not pay for");
  await command(address, run, "clock", { advance: 90_000 });
  // A callback has no number: the answer to the send says whose an id is, and of a lost reply nothing does.
  const whose = new Map(rows.flatMap(({ to, message }) => (message?.messageId === undefined ? [] : [[message.messageId, to]])));
  const told = new Map(hook.events.map(({ messageId, outcome }) => [messageId, outcome.state]));
  for (const [id, to] of whose) {
    const state = told.get(id) ?? (await exchange(gateway.getDeliveryReport({ messageId: id }))).outcome.state;
    learnt.set(to, state);
  }
  for (const { gateway_id: id, to, state, status } of await kept(address, "fates", run)) {
    if (!whose.has(id)) continue;
    assert.equal(learnt.get(to), state === "refused" ? "rejected" : WORDS[status], `${to}: ${state} ${status}`);
  }
  assert.ok([...learnt.values()].filter((state) => state === "delivered").length > 600);
});

test("blackkonnect: statuses are pushed", async (t) => {
  const run = "fates-blackkonnect";
  const hook = await endpoint(t, blackkonnect);
  await command(address, run, "callback", { dialect: "blackkonnect", url: hook.url, shape: "list" });
  await command(address, run, "balance", { blackkonnect: 1620 });
  const gateway = new blackkonnect.Gateway(`${address}/run/${run}`, {
    ...BLACKKONNECT, token: "sandbox-blackkonnect-token", limits: { messages_per_call: 150 },
  });
  const rows = await sendAll(gateway.plan(Array.from({ length: COUNT }, (_, index) => ({ to: number("254712", index), text: "Hi" }))), lost(run));
  const learnt = new Map(rows.map(({ to, outcome }) => [to, outcome.state]));
  assert.equal([...learnt.values()].filter((state) => state === "unknown").length, 150);
  await command(address, run, "clock", { advance: 90_000 });
  for (const { destination, outcome } of hook.events) learnt.set(destination, outcome.state);
  // Of a lost reply nobody knows the ids to ask with, so that what is not final stays unknown.
  const open = [...learnt].filter(([, state]) => state === "unknown").map(([to]) => to);
  assert.equal(open.length, 3);
  for (const to of open) learnt.set(to, "pending");
  await compared(run, learnt);
});
