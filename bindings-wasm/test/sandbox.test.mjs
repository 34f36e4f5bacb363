// Real HTTP: fetch, from the call to each row's result, against a gateway on loopback that shares no code with this package.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { infobip, InvalidRequest, smslist } from "../dist/index.js";
import { exchange, kept, SMSLIST, startSandbox } from "./support/sandbox.mjs";

let address;
before(async (t) => {
  address = await startSandbox(t);
});

const text = (run, options) => {
  const auth = infobip.apiKey("sandbox-api-key");
  return new infobip.Gateway(`${address}/run/${run}`, { auth, ...options });
};
const bulk = (run, options) => new smslist.Gateway(`${address}/run/${run}`, { ...SMSLIST, ...options });
const message = { sender: "SMSC", to: [{ to: "41793026727", messageId: "m-1" }], text: "Grüezi 👋" };
const item = { to: "0712345678", text: "Habari", clientSmsId: 7 };

test("every credential is accepted", async () => {
  const auths = {
    key: infobip.apiKey("sandbox-api-key"),
    basic: infobip.basic("sandbox-user", "sandbox-password"),
    ibsso: infobip.ibsso("sandbox-session-token"),
    bearer: infobip.bearer("sandbox-access-token"),
  };
  for (const [name, auth] of Object.entries(auths)) {
    for (const apiVersion of [1, 2]) {
      const gateway = text(`auth-${name}-${apiVersion}`, { auth, apiVersion });
      const answer = await exchange(gateway.sendText({ messages: [message] }));
      assert.equal(answer.messages[0].outcome.state, "pending", String(answer));
    }
  }
  const refused = await exchange(text("auth-wrong", { auth: infobip.apiKey("wrong") }).sendText({ messages: [message] }));
  assert.deepEqual([refused.name, refused.status, refused.resend], ["Refused", 401, "after_fix"]);
});

test("what arrives is what was sent", async () => {
  const call = text("arrives").sendText({ messages: [message] });
  const controller = new AbortController();
  const reply = await fetch(call.url, { ...call, signal: controller.signal });
  const answer = call.parse(reply.status, reply.headers, await reply.text());
  assert.equal(answer.messages[0].messageId, "m-1");
  const [accepted] = await kept(address, "accepted", "arrives");
  assert.deepEqual([accepted.to, accepted.id, accepted.text, accepted.sender], ["41793026727", "m-1", "Grüezi 👋", "SMSC"]);
  const sent = await exchange(bulk("arrives-bulk").sendBulk({ messages: [item] }));
  assert.equal(sent.messages[0].to, "254712345678");
  assert.equal(sent.messages[0].outcome.state, "accepted");
  assert.equal((await kept(address, "accepted", "arrives-bulk"))[0].to, "254712345678");
});

test("octets arrive as they were given, as digits and as bytes", async () => {
  const header = Uint8Array.of(5, 0, 3, 1, 2, 1);
  const octets = Uint8Array.of(...header, 0, 0x7f, 0x80, 0xff);
  const to = ["41793026727", "41793026731", "41793026785"];
  for (const apiVersion of [1, 2]) {
    const run = `octets-${apiVersion}`;
    const call = text(run, { apiVersion }).sendBinary({
      messages: [
        { sender: "SMSC", to: to[0], binary: { hex: octets, dataCoding: 4, esmClass: 64 } },
        { from: "SMSC", destinations: [{ to: to[1] }], binary: { hex: "0048 00E4" } },
        { sender: "SMSC", to: [{ to: to[2], messageId: "b-1" }], binary: { hex: octets.subarray(6, 8) }, flash: true },
      ],
    });
    const answer = await exchange(call);
    assert.deepEqual(answer.messages?.map(({ outcome }) => outcome.state), Array(3).fill("pending"), String(answer));
    const accepted = await kept(address, "accepted", run);
    assert.deepEqual(
      accepted.map(({ to, octets, data_coding, esm_class }) => [to, octets, data_coding, esm_class]),
      [[to[0], "050003010201007f80ff", 4, 64], [to[1], "004800e4", 0, 0], [to[2], "007f", 0, 0]],
    );
  }
  const plan = text("octets-plan", { limits: { messages_per_call: 2 } }).planBinary(
    to.map((number, index) => ({ sender: "SMSC", to: number, binary: { hex: index === 1 ? "4" : Uint8Array.of(index) } })),
    { onInvalid: "set_aside", tracking: { track: "SMS" } },
  );
  const results = [];
  for (const call of plan) results.push([call, await exchange(call)]);
  const merged = plan.merge(results);
  assert.deepEqual(merged.map(({ outcome }) => outcome.state), ["pending", "rejected", "pending"]);
  assert.deepEqual(merged[1].violations.map(({ code }) => code), ["hex_odd"]);
  const lost = text("octets-lost/as/close").sendBinary({ messages: [{ sender: "SMSC", to, binary: { hex: "48" } }] });
  assert.equal(await exchange(lost), null);
  assert.deepEqual(lost.noReply().messages.map(({ outcome }) => outcome.resend), Array(3).fill("uncertain"));
  assert.equal((await kept(address, "accepted", "octets-lost")).length, 3);
});

test("every misbehaviour becomes an answer or an error that keeps the reply", async () => {
  const cases = {
    "status-401": ["Refused", 401, "after_fix"],
    "status-403": ["Refused", 403, "after_fix"],
    "status-429": ["Refused", 429, "safe_after"],
    "status-429-date": ["Refused", 429, "safe_after"],
    "status-500-html": ["UnreadableReply", 500, "uncertain"],
    "status-503": ["UnreadableReply", 503, "uncertain"],
    redirect: ["UnreadableReply", 302, "uncertain"],
    "redirect-307": ["UnreadableReply", 307, "uncertain"],
    empty: ["UnreadableReply", 200, "uncertain"],
    truncated: ["UnreadableReply", 200, "uncertain"],
  };
  for (const [mode, expected] of Object.entries(cases)) {
    for (const call of [
      text(`bad-${mode}/as/${mode}`).sendText({ messages: [message] }),
      bulk(`bad-${mode}/as/${mode}`).sendBulk({ messages: [item] }),
    ]) {
      const error = await exchange(call);
      assert.deepEqual([error?.name, error?.status, error?.resend], expected, `${mode}: ${error}`);
      assert.ok(error.rawBody instanceof Uint8Array);
      if (error.resend === "safe_after") assert.equal(error.resendAfter.seconds, mode.endsWith("date") ? 30 : 7);
    }
  }
  const broken = await exchange(text("bad-500/as/status-500").sendText({ messages: [message] }));
  assert.deepEqual([broken.name, broken.resend], ["Refused", "uncertain"]);
  const documented = await exchange(bulk("bad-500/as/status-500").sendBulk({ messages: [item] }));
  assert.deepEqual([documented.resend, documented.resendAfter], ["safe_after", { seconds: 300 }]);
  assert.deepEqual(await kept(address, "received", "bad-redirect").then((all) => all.map(({ path }) => path.includes("elsewhere"))), [false, false]);
});

test("a lost reply leaves every message uncertain", async () => {
  const call = text("lost/as/close").sendText({ messages: [message] });
  assert.equal(await exchange(call), null);
  assert.equal(call.noReply().messages[0].outcome.resend, "uncertain");
  assert.equal((await kept(address, "accepted", "lost")).length, 1, "it had arrived all the same");
  const slow = text("slow/as/slow-5000").sendText({ messages: [message] });
  const signal = AbortSignal.timeout(100);
  await assert.rejects(fetch(slow.url, { ...slow, signal }), { name: "TimeoutError" });
});

test("old and new gateways, in any order and with entries missing or twice", async () => {
  const items = ["0712345678", "0733123456", "0112345678"].map((to, index) => ({ to, text: "Hi", clientSmsId: index + 1 }));
  for (const modes of ["old", "new", "both-codes", "string-codes", "reordered", "old+reordered", "doubled", "no-ids"]) {
    const answer = await exchange(bulk(`quirk-${modes}/as/${modes}`).sendBulk({ messages: items }));
    assert.deepEqual(answer.messages?.map(({ outcome }) => outcome.state), Array(3).fill("accepted"), `${modes}: ${answer}`);
  }
  const missing = await exchange(bulk("quirk-missing/as/missing").sendBulk({ messages: items }));
  assert.deepEqual(missing.messages.map(({ outcome }) => outcome.state), ["accepted", "accepted", "unknown"]);
  const echo = await exchange(bulk("quirk-echo/as/echo+refuse-3456").sendBulk({ messages: items }));
  assert.deepEqual(echo.messages.map(({ outcome }) => outcome.state), ["accepted", "rejected", "accepted"]);
  const nameless = await exchange(bulk("quirk-nameless/as/nameless").sendBulk({ messages: items }));
  assert.equal(nameless.name, "Refused");
});

/** 2,500 rows, of which 37 are bad, in several ways. */
function rows(make) {
  const bad = new Set(Array.from({ length: 37 }, (_, index) => index * 67 + 3));
  return { bad, list: Array.from({ length: 2500 }, (_, index) => make(index, bad.has(index))) };
}

/** Sends a plan, loses one reply, and gives each row's result. */
async function sendAll(plan) {
  const results = [];
  for (const call of plan) {
    const became = await exchange(call);
    results.unshift(results.length === 1 ? [call.reader, null] : [call, became]);
  }
  return { results, merged: plan.merge(results) };
}

for (const dialect of ["infobip", "smslist"]) {
  test(`2,500 rows with 37 bad ones through ${dialect}`, async () => {
    const run = `rows-${dialect}`;
    const faults = ["", "12ab", "0999", "999"];
    const { bad, list } = rows((index, isBad) => {
      const text = isBad && index % 4 === 0 ? "" : `Row ${index}`;
      const fault = isBad && text !== "" ? faults[index % faults.length] : undefined;
      if (dialect === "infobip") {
        return { from: "SMSC", destinations: [{ to: fault ?? `4179302${1000 + index}`, messageId: `row-${index}` }], text };
      }
      return { to: fault ?? `0712${String(300000 + index)}`, text, clientSmsId: index };
    });
    const gateway = dialect === "infobip" ? text(run) : bulk(run);
    assert.throws(() => [...gateway.plan(list)], InvalidRequest);
    const plan = gateway.plan(list.values(), { onInvalid: "set_aside" });
    const { results, merged } = await sendAll(plan);
    assert.equal(results.length, 3);
    assert.deepEqual(plan.rejected.map(({ position }) => position), [...bad]);
    assert.equal(merged.length, 2500);
    const lost = results[1][0].length;
    const count = {};
    merged.forEach(({ position, outcome }, index) => {
      assert.equal(position, index);
      if (bad.has(index)) assert.equal(outcome.state, "rejected");
      count[outcome.state] = (count[outcome.state] ?? 0) + 1;
    });
    const arrived = dialect === "infobip" ? "pending" : "accepted";
    assert.deepEqual(count, { [arrived]: 2463 - lost, rejected: 37, unknown: lost });
    assert.equal((await kept(address, "accepted", run)).length, 2463);
  });
}
