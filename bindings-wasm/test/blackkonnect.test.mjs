// Blackkonnect over real HTTP: from the token to the last page of a bulk's statuses.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { blackkonnect, InvalidRequest, ReplyReader } from "../dist/index.js";
import { BLACKKONNECT, exchange, kept, startSandbox } from "./support/sandbox.mjs";

let address;
before(async (t) => {
  address = await startSandbox(t);
});

const CLIENT = { clientId: "sandbox-client@example.com", clientSecret: "sandbox-client-secret" };
const TOKEN = "sandbox-blackkonnect-token";
const account = (run, options) => new blackkonnect.Gateway(`${address}/run/${run}`, { ...BLACKKONNECT, token: TOKEN, ...options });
const numbers = (count) => Array.from({ length: count }, (_, row) => `2547123${String(45000 + row)}`);
const states = (answer) => answer.messages?.map(({ outcome }) => outcome.state);

/** Every page of a bulk's statuses. */
async function pages(gateway, request) {
  const found = [];
  for (let page = request; page; page = found.at(-1).next) {
    found.push(await exchange(gateway.getBulkStatus(page)));
    assert.ok(found.at(-1)?.statuses, String(found.at(-1)));
    assert.ok(found.length < 20, "it ends");
  }
  return found;
}

test("token, bulk, pages, message", async () => {
  const open = account("whole", { token: undefined });
  const token = await exchange(open.getToken({ ...CLIENT, scope: "sms" }));
  assert.deepEqual([String(token), token.expiresAt.getUTCFullYear()], ["Token(expires at 2100-01-01T00:00:00.000Z)", 2100]);
  const gateway = open.withToken(token);
  const to = numbers(7).map((number, row) => ({ to: number, messageId: `m-${row}`, sender: "SMSC" }));
  const bulk = await exchange(gateway.sendBulk({ bulkId: "b-1", requestId: "r-1", messages: [{ to, text: "Grüezi 👋" }] }));
  assert.deepEqual(states(bulk), Array(7).fill("pending"), String(bulk));
  assert.deepEqual([bulk.bulkId, bulk.requestId, bulk.isSuccessful], ["b-1", "r-1", true]);
  const accepted = await kept(address, "accepted", "whole");
  assert.deepEqual(accepted.map(({ to, id, text }) => [to, id, text]), to.map(({ to, messageId }) => [to, messageId, "Grüezi 👋"]));

  const found = await pages(gateway, { bulkCorrelationId: bulk.correlationId, size: 3, sort: "destination,asc" });
  assert.deepEqual(found.map(({ statuses }) => statuses.length), [3, 3, 1]);
  assert.deepEqual(found.flatMap(({ statuses }) => statuses.map(({ messageId }) => messageId)), to.map(({ messageId }) => messageId));
  const [one] = (await exchange(gateway.getMessageStatus({ messageId: "m-4" }))).statuses;
  assert.deepEqual([one.messageId, one.destination, one.outcome.state], ["m-4", to[4].to, "pending"]);

  const single = await exchange(gateway.sendMessage({ to: "254712345678", text: "Hi", messageId: "s-1", priority: 1 }));
  assert.deepEqual([states(single), single.deliveryStatus], [["pending"], "QUEUED"], String(single));
  const asked = await exchange(gateway.getMessageStatus({ messageId: single.correlationId }));
  assert.deepEqual(asked.statuses.map(({ messageId }) => messageId), ["s-1"]);
  const verdicts = (await kept(address, "received", "whole")).map(({ method, verdict }) => `${method} ${verdict}`);
  assert.deepEqual(verdicts, ["POST", "POST", "GET", "GET", "GET", "GET", "POST", "GET"].map((method) => `${method} accepted`));
});

test("every form of request arrives, JSON text among them", async () => {
  const gateway = account("forms");
  const calls = [
    gateway.getTokenJson(JSON.stringify({ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret })),
    gateway.sendMessageJson('{"destination":"254712345678","text":"Hi","sourceAddress":"S","referenceId1":"r"}'),
    gateway.sendBulkJson(new TextEncoder().encode('{"messages":[{"to":[254712345678,"254712345679"],"text":"Hi"}]}')),
    gateway.sendBulk({
      sourceAddress: "S",
      messages: [{
        destinations: [{ destination: "254712345678", messageId: 7 }],
        text: "Hi",
        deliveryTimeWindow: { days: ["MONDAY"], from: { hour: 6, minute: 0 }, to: "15:30" },
        sendAt: new Date(4102444800000),
        validityPeriodMinutes: 0,
      }],
    }, { now: new Date() }),
  ];
  for (const call of calls) {
    const answer = await exchange(call);
    assert.ok(answer instanceof blackkonnect.Token || states(answer), String(answer));
  }
  const { correlationId } = await exchange(calls[2]);
  for (const call of [gateway.getBulkStatusJson(JSON.stringify({ bulkCorrelationId: correlationId })), gateway.getMessageStatusJson('{"messageId":"7"}')]) {
    assert.ok((await exchange(call)).statuses.length > 0);
  }
  const refused = (await kept(address, "received", "forms")).filter(({ verdict }) => verdict !== "accepted");
  assert.deepEqual(refused, []);
});

test("the path of a message's status is an option", async () => {
  const [guessed] = account("path").getMessageStatus({ messageId: "m" }).warnings;
  assert.deepEqual([guessed.path, guessed.code, guessed.grade], ["", "unconfirmed_path", "inferred"]);
  const set = account("path", { messageStatusPath: "/status/of/{messageId}?view=short" });
  const call = set.getMessageStatus({ messageId: "a/b c", extra: { more: true } });
  assert.deepEqual([new URL(call.url).pathname, call.warnings.length], ["/run/path/status/of/a%2Fb%20c", 0]);
  assert.equal(new URL(call.url).search, "?view=short&more=true");
});

test("old and new gateways, and all forms of statuses", async () => {
  for (const [mode, lengths] of [["new", [2, 2, 1]], ["envelope", [2, 2, 1]], ["old", [1]], ["ignore-page", [2, 2]]]) {
    const gateway = account(`forms-${mode}/as/${mode}`);
    const bulk = await exchange(gateway.sendBulk({ messages: [{ to: numbers(5), text: "Hi" }] }));
    assert.deepEqual(states(bulk), Array(5).fill("pending"), `${mode}: ${bulk}`);
    const found = await pages(gateway, { bulkCorrelationId: bulk.correlationId, size: 2 });
    assert.deepEqual(found.map(({ statuses }) => statuses.length), lengths, mode);
    assert.deepEqual(found.map(({ isRepeated }) => isRepeated), lengths.map((_, page) => mode === "ignore-page" && page === 1));
    assert.equal(found[0].response?.itemPagination?.totalElements, mode === "envelope" ? 5 : undefined);
  }
  for (const mode of ["new", "array-of-one", "envelope"]) {
    const gateway = account(`one-${mode}/as/${mode}`);
    await exchange(gateway.sendMessage({ to: "254712345678", text: "Hi", messageId: "m" }));
    const { statuses, next } = await exchange(gateway.getMessageStatus({ messageId: "m" }));
    assert.deepEqual([statuses.map(({ messageId }) => messageId), next], [["m"], undefined], mode);
  }
});

test("entries missing, twice, in reverse, without ids, and refused", async () => {
  for (const [mode, expected] of [
    ["missing", ["pending", "pending", "unknown"]],
    ["doubled", ["pending", "pending", "pending"]],
    ["reordered", ["pending", "pending", "pending"]],
    ["no-ids", ["pending", "pending", "pending"]],
    ["refuse-001", ["pending", "rejected", "pending"]],
  ]) {
    const to = numbers(3).map((number, row) => ({ to: number, messageId: `m-${row}` }));
    const answer = await exchange(account(`quirk-${mode}/as/${mode}`).sendBulk({ messages: [{ to, text: "Hi" }] }));
    assert.deepEqual(states(answer), expected, `${mode}: ${answer}`);
    assert.deepEqual(answer.messages.map(({ to }) => to), numbers(3), mode);
    if (mode === "doubled") assert.equal(answer.unmatched.length, 1);
  }
});

/** A bulk of one message, so that there is something to ask about. Gives its id. */
async function something(run) {
  const messages = [{ to: [{ to: "254712345678", messageId: "m" }], text: "Hi" }];
  const { correlationId } = await exchange(account(run).sendBulk({ messages }));
  return correlationId;
}

/** What is asked and sent in the tests of replies, and whether to send it again where nobody knows. */
const CALLS = {
  token: [(gateway) => gateway.getToken(CLIENT), "safe"],
  message: [(gateway) => gateway.sendMessage({ to: "254712345678", text: "Hi" }), "uncertain"],
  bulk: [(gateway) => gateway.sendBulk({ messages: [{ to: "254712345678", text: "Hi" }] }), "uncertain"],
  statuses: [(gateway, bulkCorrelationId) => gateway.getBulkStatus({ bulkCorrelationId }), "safe"],
  status: [(gateway) => gateway.getMessageStatus({ messageId: "m" }), "safe"],
};

test("every misbehaviour becomes an error that keeps the reply", async () => {
  for (const [name, [make, unsure]] of Object.entries(CALLS)) {
    for (const [mode, expected] of [
      ["status-401", ["Refused", 401, "after_fix"]],
      ["status-403", ["Refused", 403, "after_fix"]],
      ["status-429", ["Refused", 429, "safe_after"]],
      ["status-429-date", ["Refused", 429, "safe_after"]],
      ["status-500", ["Refused", 500, unsure]],
      ["status-500-html", ["UnreadableReply", 500, unsure]],
      ["status-503", ["UnreadableReply", 503, unsure]],
      ["redirect", ["UnreadableReply", 302, unsure]],
      ["redirect-307", ["UnreadableReply", 307, unsure]],
    ]) {
      const run = `bad-${name}-${mode}`;
      const error = await exchange(make(account(`${run}/as/${mode}`), await something(run)));
      assert.deepEqual([error?.name, error?.status, error?.resend], expected, `${name}, ${mode}: ${error}`);
      assert.ok(error.rawBody instanceof Uint8Array);
      if (error.resend === "safe_after") assert.equal(error.resendAfter.seconds, mode.endsWith("date") ? 30 : 7);
      if (mode === "status-401") assert.ok(blackkonnect.problemDetail(error).title, String(error));
      const paths = (await kept(address, "received", run)).map(({ path }) => path.includes("elsewhere"));
      assert.deepEqual(paths, [false, false]);
    }
  }
  for (const [mode, words] of [["unsuccessful", "string"], ["unsuccessful+old", "object"]]) {
    for (const name of ["message", "bulk"]) {
      const error = await exchange(CALLS[name][0](account(`un-${name}-${words}/as/${mode}`)));
      assert.deepEqual([error.name, error.status, error.resend, typeof error.gatewayCode], ["Refused", 200, "uncertain", "string"]);
      assert.equal(error.gatewayText.startsWith("{"), words === "object", error.gatewayText);
    }
  }
});

test("a lost reply leaves messages uncertain, and what was asked to be asked again", async () => {
  for (const mode of ["close", "empty", "truncated"]) {
    for (const [name, [make, unsure]] of Object.entries(CALLS)) {
      const run = `lost-${name}-${mode}`;
      const call = make(account(`${run}/as/${mode}`), await something(run));
      const became = await exchange(call);
      if (mode === "close") assert.equal(became, null, `${run}: ${became}`);
      else assert.deepEqual([became.name, became.resend], ["UnreadableReply", unsure], `${run}: ${became}`);
      if (unsure === "safe") assert.throws(() => call.noReply(), TypeError);
      else assert.deepEqual(call.noReply().messages.map(({ outcome }) => outcome.resend), ["uncertain"]);
      const arrived = (await kept(address, "accepted", run)).length;
      assert.equal(arrived, unsure === "safe" ? 1 : 2, "it had arrived all the same");
    }
  }
});

test("a token that has expired is refused, and a new one goes on", async () => {
  const open = (modes) => account(`expiry/as/${modes}`, { token: undefined });
  const late = await exchange(open("token-expired").getToken(CLIENT));
  assert.equal(late.expiresAt.getUTCFullYear(), 2000);
  const request = { to: "254712345678", text: "Hi" };
  const refused = await exchange(open("new").withToken(late).sendMessage(request));
  assert.deepEqual([refused.name, refused.status, refused.resend, refused.outcome.state], ["Refused", 401, "after_fix", "rejected"]);

  const short = await exchange(open("token-uses-2").getToken(CLIENT));
  const gateway = account("expiry", { token: undefined });
  const calls = [1, 2, 3].map(() => gateway.withToken(short).sendMessage(request));
  const became = [];
  for (const call of calls) became.push(await exchange(call));
  assert.deepEqual(became.map((answer) => answer.status ?? states(answer)[0]), ["pending", "pending", 401]);
  const fresh = await exchange(gateway.getToken(CLIENT));
  assert.deepEqual(states(await exchange(gateway.withToken(fresh).sendMessage(request))), ["pending"]);

  const wrong = await exchange(gateway.getToken({ ...CLIENT, clientSecret: "wrong" }));
  assert.deepEqual([wrong.name, wrong.status], ["Refused", 401]);
  assert.throws(() => gateway.sendMessage(request), InvalidRequest);
});

test("2,500 rows with 37 bad ones", async () => {
  const bad = new Set(Array.from({ length: 37 }, (_, index) => index * 67 + 3));
  const rows = Array.from({ length: 2500 }, (_, row) => ({
    to: bad.has(row) ? ["", "12ab", "+44 (0)20 7946 0123"][row % 3] : `25471${2000000 + row}`,
    text: `Row ${row}`,
  }));
  const gateway = account("rows");
  assert.throws(() => [...gateway.plan(rows)], InvalidRequest);
  const plan = gateway.plan(rows.values(), { onInvalid: "set_aside", sender: "SMSC" });
  const results = [];
  for (const call of plan) {
    const became = await exchange(call);
    results.unshift(results.length === 1 ? [ReplyReader.fromBytes(call.reader.toBytes()), null] : [call, became]);
  }
  assert.equal(results.length, 3);
  assert.deepEqual(plan.rejected.map(({ position }) => position), [...bad]);
  const merged = plan.merge(results);
  const lost = results[1][0].length;
  const count = {};
  merged.forEach(({ position, outcome }, index) => {
    assert.equal(position, index);
    assert.equal(outcome.state === "rejected", bad.has(index));
    count[outcome.state] = (count[outcome.state] ?? 0) + 1;
  });
  assert.deepEqual(count, { pending: 2463 - lost, rejected: 37, unknown: lost });
  assert.equal((await kept(address, "accepted", "rows")).length, 2463);
});
