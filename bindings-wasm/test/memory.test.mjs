// Nothing has to be freed, and nothing grows: the module's memory stays as it is, whatever is called, and however it ends.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { blackkonnect, infobip, merge, ReplyReader, secretMatches, smslist } from "../dist/index.js";
import { currentInstance } from "../dist/kernel.js";
import { memory } from "./support/memory.mjs";

const url = "https://example.com";
const limits = { messages_per_call: 2 };
const gateway = new infobip.Gateway(url, { auth: infobip.apiKey("key"), limits });
const bulk = new smslist.Gateway(url, { partnerId: "1", apiKey: "key", sender: "S" });
const konnect = new blackkonnect.Gateway(url, { token: "token" });

const row = (index) => ({ sender: "SMSC", to: [`4179302672${index}`], text: "Grüezi 👋".repeat(5) });
const rows = [0, 1, 2, 3, 4].map(row);
const bad = { ...row(5), to: ["0", 7n], text: "" };
const getter = Object.defineProperty({}, "text", { enumerable: true, get: () => { throw new Error("of the user"); } });
const call = gateway.sendText({ messages: rows.slice(0, 2) });
const saved = call.reader.toBytes();
const status = { groupId: 1, groupName: "PENDING", id: 26, name: "MESSAGE_ACCEPTED", description: "Message sent to next instance" };
const reply = new TextEncoder().encode(JSON.stringify({ messages: call.noReply().messages.map(({ to }) => ({ to, status })) }));
const token = konnect.getToken({ clientId: "c", clientSecret: "s" });
const reports = new TextEncoder().encode(JSON.stringify({ results: rows.map(({ to }) => ({ messageId: "m", to: to[0], status })) }));
const arrived = { method: "POST", headers: { "content-type": "application/json" }, body: reports };

function* breaking() {
  yield* rows;
  throw new Error("of the user");
}

/** Calls that come back, and calls that throw. */
const GOOD = [
  () => gateway.sendText({ messages: rows.slice(0, 2) }),
  () => gateway.sendTextJson('{"messages":[{"from":"SMSC","destinations":[{"to":"41793026727"}],"text":"Hi"}]}'),
  () => gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: Uint8Array.of(72, 105) } }] }),
  () => bulk.sendBulk({ messages: [{ to: "254712345678", text: "Hi" }] }),
  () => konnect.sendBulk({ messages: [{ to: ["254712345678", "254712345679"], text: "Hi" }] }),
  () => konnect.getBulkStatus({ bulkCorrelationId: "c" }),
  () => infobip.checkText({ messages: [bad] }),
  () => call.parse(200, null, reply),
  () => call.noReply(),
  () => token.parse(200, null, '{"token":"t"}').reveal(),
  () => gateway.getReports().parse(200, null, reports),
  () => infobip.parseWebhook(arrived),
  () => infobip.parseWebhook({ ...arrived, body: `[7,${"[".repeat(90)}${"]".repeat(90)}]` }),
  () => smslist.parseWebhook({ method: "GET", query: "mobile=254712345678&message=Hi" }),
  () => secretMatches("a secret of some length", "another"),
  () => ReplyReader.fromBytes(saved).parse(200, { "retry-after": "7" }, reply),
  () => merge([[call, call.noReply()], [call, null]]),
  () => [...gateway.plan(rows)],
  () => [...gateway.plan([bad, ...rows], { onInvalid: "set_aside" })],
  () => gateway.plan(rows),
  () => gateway.plan(rows).next(),
];
const BAD = [
  () => gateway.sendText({ messages: [bad] }),
  () => gateway.sendText({ messages: new Array(100) }),
  () => gateway.sendText({ messages: [getter] }),
  () => gateway.sendTextJson('{"messages":['),
  () => bulk.sendBulk(7),
  () => konnect.getToken({ clientId: new Map() }),
  () => infobip.parseWebhook({ ...arrived, body: reports.subarray(0, -1) }),
  () => infobip.parseWebhook({ ...arrived, body: "<results/>" }),
  () => blackkonnect.parseWebhook({ ...arrived, body: {} }),
  () => smslist.parseWebhook(arrived, { limits: { body_bytes: 1 } }),
  () => new infobip.Gateway("nowhere", { auth: "key", limits: { text: NaN } }),
  () => call.parse(200, null, "{"),
  () => call.parse(200, null, reply.subarray(0, -9)),
  () => call.parse(401, null, '{"requestError":{"serviceException":{"messageId":"UNAUTHORIZED","text":"Invalid login details"}}}'),
  () => call.parse(503, { "retry-after": "7" }, "<html>"),
  () => call.parse(200, null, 7),
  () => ReplyReader.fromBytes(saved.subarray(0, -1)),
  () => merge([[call, { messages: [] }]]),
  () => gateway.plan(rows, { traking: {} }),
  () => [...gateway.plan([bad, ...rows])],
  () => [...gateway.plan([rows[0], getter])],
  () => [...gateway.plan(breaking(), { onInvalid: "set_aside" })],
];

function once() {
  for (const run of GOOD) run();
  for (const run of BAD) {
    let failed = false;
    try {
      run();
    } catch {
      failed = true;
    }
    assert.ok(failed, String(run));
  }
  return GOOD.length + BAD.length;
}

test("200,000 calls, good and bad, leave the memory as it is", () => {
  const instance = currentInstance();
  for (let warm = 0; warm < 100; warm += 1) once();
  const before = memory();
  for (let calls = 0; calls < 200_000; ) calls += once();
  assert.equal(memory(), before);
  assert.equal(currentInstance(), instance, "nothing trapped");
});

/** What a program prints in a process of its own. */
function printed(program, ...words) {
  const imports = `
    ${program.before ?? ""}
    const { infobip } = await import(${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)});
    const { memory } = await import(${JSON.stringify(new URL("support/memory.mjs", import.meta.url).href)});
    const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key"), limits: { messages_per_call: 1 } });
    const rows = Array.from({ length: 200 }, (_, index) => ({ sender: "SMSC", to: [String(41793020000 + index)], text: "x".repeat(500) }));`;
  const all = [...words, "--input-type=module", "-e", imports + program.text];
  return execFileSync(process.execPath, all, { encoding: "utf8" }).trim().split(" ").map(Number);
}

test("plans that were left midway give their memory back when nobody holds them", () => {
  const text = `
    const sizes = [];
    for (let round = 0; round < 60; round += 1) {
      for (let plan = 0; plan < 50; plan += 1) {
        const left = gateway.plan(rows, { onInvalid: "set_aside" });
        for (let call = 0; call < 20; call += 1) left.next();
      }
      gc();
      await new Promise((resolve) => setTimeout(resolve, 1));
      sizes.push(memory());
    }
    console.log(sizes[20], sizes[59]);`;
  const [early, late] = printed({ text }, "--expose-gc");
  assert.ok(late <= early * 1.5, `${early} bytes became ${late}`);
});

test("where an engine does not tell of what nobody holds, plans hold nothing", () => {
  const before = "delete globalThis.FinalizationRegistry;";
  const text = `
    const sizes = [];
    for (let round = 0; round < 60; round += 1) {
      for (let plan = 0; plan < 5; plan += 1) gateway.plan(rows, { onInvalid: "set_aside" }).next();
      sizes.push(memory());
    }
    const plan = gateway.plan([{}, ...rows], { onInvalid: "set_aside" });
    const calls = [...plan];
    const numbers = calls.map((call) => JSON.parse(new TextDecoder().decode(call.body)).messages[0].destinations[0].to);
    const inOrder = numbers.every((number, index) => number === rows[index].to[0]);
    console.log(sizes[20], sizes[59], calls.length, plan.rejected.length, Number(inOrder));`;
  const [early, late, ...rest] = printed({ before, text });
  assert.equal(late, early);
  assert.deepEqual(rest, [200, 1, 1]);
});

test("a long plan takes as much as it remembers, and what lies beside it", () => {
  const text = `
    function* endless() {
      for (let index = 0; index < 100_000; index += 1) yield { from: "SMSC", destinations: [{ to: "41793026727" }], text: "x".repeat(500) };
    }
    const plan = gateway.plan(endless(), { onInvalid: "set_aside" });
    for (let call = 0; call < 1_000; call += 1) plan.next();
    const early = memory();
    while (!plan.next().done);
    console.log(early, memory());`;
  // Nothing is new in a message but its place: the number of all is the same, and no id is given.
  const [early, late] = printed({ text });
  assert.equal(late, early);
});

test("plans that take turns, with other calls between them, keep apart", () => {
  const plans = Array.from({ length: 20 }, (_, plan) => {
    const row = (index) => ({ sender: `S${plan}`, to: [String(41793020000 + index)], text: `${plan} of ${index} `.repeat(1 + (index % 50)) });
    const list = Array.from({ length: 300 }, (_, index) => (index % 7 === plan % 7 ? { ...row(index), text: "" } : row(index)));
    return { list, plan: gateway.plan(list, { onInvalid: "set_aside" }), bodies: [] };
  });
  const body = (call) => new TextDecoder().decode(call.body);
  for (let rest = plans; rest.length > 0; ) {
    rest = rest.filter(({ plan, bodies }) => {
      const { done, value } = plan.next();
      if (!done) bodies.push(body(value));
      gateway.sendText({ messages: rows.slice(0, 2) });
      return !done;
    });
  }
  for (const { list, plan, bodies } of plans) {
    const alone = gateway.plan(list, { onInvalid: "set_aside" });
    assert.deepEqual(bodies, [...alone].map(body));
    assert.deepEqual(plan.rejected, alone.rejected);
    assert.ok(plan.rejected.length > 40);
  }
});

test("a request of any size, and what follows it", () => {
  const text = `
    const limits = { messages_per_call: 1e6, body_bytes: 1e9 };
    const large = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key"), limits });
    const row = (index) => ({ from: "SMSC", destinations: [{ to: String(41793000000 + index) }], text: "Hi" });
    const sizes = [];
    for (let round = 0; round < 8; round += 1) {
      for (const length of [1, 100, 20_000, 3, 5_000]) {
        const call = large.sendText({ messages: Array.from({ length }, (_, index) => row(index)) });
        if (call.reader.length !== length) throw new Error("lost");
      }
      const left = gateway.plan(rows, { onInvalid: "set_aside" });
      left.next();
      if ([...left].length !== rows.length - 1) throw new Error("lost");
      sizes.push(memory());
    }
    console.log(sizes[1], sizes[7]);`;
  const [early, late] = printed({ text });
  assert.equal(late, early);
});
