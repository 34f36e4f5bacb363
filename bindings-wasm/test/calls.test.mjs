// Calls, readers, answers and errors as their users meet them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Call, infobip, InvalidRequest, Refused, ReplyReader, smslist, SmsKernelError, UnreadableReply } from "../dist/index.js";

const gateway = new infobip.Gateway("https://example.com/api", { auth: infobip.apiKey("key") });
const request = { messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] };
const status = { groupId: 1, groupName: "PENDING", id: 26, name: "MESSAGE_ACCEPTED", description: "Message sent" };
const reply = JSON.stringify({ messages: [{ to: "41793026727", messageId: "m-1", status }] });

function thrown(run) {
  try {
    run();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("a call is what fetch takes, and nothing else is enumerable", () => {
  const call = gateway.sendText(request);
  assert.deepEqual(Object.keys(call), ["method", "url", "headers", "body", "redirect"]);
  assert.equal(call.url, "https://example.com/api/sms/1/text/advanced");
  assert.equal(call.redirect, "manual");
  assert.ok(call instanceof Call && call.reader instanceof ReplyReader);
  assert.ok(Object.isFrozen(call) && Object.isFrozen(call.headers) && Object.isFrozen(call.warnings));
  assert.deepEqual(Object.keys({ ...call, signal: null }), ["method", "url", "headers", "body", "redirect", "signal"]);
  assert.equal(call.body.buffer.byteLength, call.body.length, "the buffer holds the body alone");
  const sent = new Request(call.url, call);
  assert.equal(sent.headers.get("authorization"), "App key");
});

test("an answer is plain, frozen, and keeps the raw body out of sight", () => {
  const call = gateway.sendText(request);
  const answer = call.parse(200, undefined, reply);
  assert.deepEqual(Object.keys(answer), ["messages", "unmatched"]);
  assert.equal(new TextDecoder().decode(answer.rawBody), reply);
  const [message] = answer.messages;
  assert.deepEqual(message.outcome, {
    state: "pending",
    isFinal: false,
    code: "MESSAGE_ACCEPTED",
    text: "Message sent",
    resend: "never",
  });
  for (const part of [answer, answer.messages, message, message.outcome, message.status]) assert.ok(Object.isFrozen(part));
  assert.equal(Object.getPrototypeOf(answer), Object.prototype);
});

test("the raw body is a copy of a buffer that is used again", () => {
  const bytes = new TextEncoder().encode(reply);
  const answer = gateway.sendText(request).parse(200, null, bytes);
  bytes.fill(0);
  assert.equal(new TextDecoder().decode(answer.rawBody), reply);
});

test("messages with one status share its object", () => {
  const messages = [{ sender: "SMSC", to: ["41793026727", "41793026731"], text: "Hi" }];
  const two = { messages: ["41793026727", "41793026731"].map((to) => ({ to, status })) };
  const [one, other] = gateway.sendText({ messages }).parse(200, null, JSON.stringify(two)).messages;
  assert.equal(one.status, other.status);
  assert.equal(one.outcome, other.outcome);
});

test("errors are errors, by class, name and code", () => {
  const call = gateway.sendText(request);
  const refused = thrown(() => call.parse(429, { "retry-after": "7" }, "slow down"));
  assert.ok(refused instanceof Refused && refused instanceof SmsKernelError && refused instanceof Error);
  assert.deepEqual([refused.name, refused.code, refused.status], ["Refused", "refused", 429]);
  assert.deepEqual([refused.resend, refused.resendAfter], ["safe_after", { seconds: 7 }]);
  assert.equal(refused.outcome.state, "rejected");
  assert.equal(String.fromCharCode(...refused.rawBody), "slow down");
  assert.match(refused.stack, /^Refused: the gateway refused the request with HTTP 429/);
  const unreadable = thrown(() => call.parse(302, { location: "https://example.com/login?key=1" }, ""));
  assert.ok(unreadable instanceof UnreadableReply && !(unreadable instanceof Refused));
  assert.deepEqual([unreadable.name, unreadable.code], ["UnreadableReply", "redirected"]);
  assert.deepEqual([unreadable.resend, unreadable.location], ["uncertain", "https://example.com/login"]);
  const invalid = thrown(() => gateway.sendText({ messages: [] }));
  assert.ok(invalid instanceof InvalidRequest && invalid instanceof SmsKernelError);
  assert.deepEqual([invalid.name, invalid.code], ["InvalidRequest", "invalid_request"]);
  assert.equal(invalid.message, "nothing was built, for one reason:\n  messages: must not be empty. [empty]");
  assert.ok(Object.isFrozen(invalid.violations) && Object.isFrozen(invalid.violations[0]));
});

test("a lost reply is an answer, too", () => {
  const answer = gateway.sendText(request).noReply();
  assert.deepEqual(answer.messages[0].outcome, { state: "unknown", isFinal: false, resend: "uncertain" });
  assert.equal(answer.rawBody.length, 0);
});

test("a reader is saved and read in another place", () => {
  const { reader } = gateway.sendText(request);
  assert.equal(reader.length, 1);
  assert.equal(reader.operation, "infobip.send_text");
  const saved = reader.toBytes();
  const again = ReplyReader.fromBytes(saved.buffer);
  saved.fill(0);
  assert.deepEqual(again.toBytes(), reader.toBytes());
  assert.equal(again.parse(200, null, reply).messages[0].messageId, "m-1");
  assert.equal(again.noReply().messages[0].to, "41793026727");
});

test("bytes that are no reader are refused by name", () => {
  const bytes = gateway.sendText(request).reader.toBytes();
  const cases = [
    [new Uint8Array(), "the bytes were not made by to_bytes"],
    [bytes.with(16, 9), "its format is 9, and this version knows 1"],
    [bytes.slice(0, -1), "the bytes are damaged"],
    [bytes.with(18, "x".charCodeAt(0)), 'it is one of "xnfobip.send_text", and infobip.send_text was asked for'],
  ];
  for (const [broken, reason] of cases) {
    const error = thrown(() => ReplyReader.fromBytes(broken));
    assert.ok(error instanceof InvalidRequest);
    assert.deepEqual(error.violations.map(({ path, code }) => [path, code]), [["reader", "invalid_reader"]]);
    assert.ok(error.message.includes(reason), error.message);
  }
});

test("a Response is read and parsed", async () => {
  const call = gateway.sendText(request);
  assert.equal((await call.parseResponse(new Response(reply))).messages[0].messageId, "m-1");
  const response = new Response("no", { status: 429, headers: { "Retry-After": "3" } });
  await assert.rejects(call.parseResponse(response), (error) => error.resendAfter.seconds === 3);
});

test("statuses that are no HTTP status keep the body", () => {
  const call = gateway.sendText(request);
  for (const status of [0, 99, 600, -1, 200.5, NaN, Infinity, -Infinity, 2 ** 40]) {
    const error = thrown(() => call.parse(status, null, "body"));
    assert.deepEqual([error.code, error.rawBody.length], ["bad_status", 4], String(status));
  }
});

test("what parse cannot take is a TypeError that says so", () => {
  const call = gateway.sendText(request);
  const cases = [
    [() => call.parse("200", null, ""), "the status is given as a number, not as a string"],
    [() => call.parse(200, "x: y", ""), "headers are given as an object, not as a string"],
    [() => call.parse(200, null, Promise.resolve("")), "the body is given as a string or bytes, not as a Promise (await it first)"],
    [() => call.parse(200, null), "the body is given as a string or bytes, not as undefined"],
    [() => call.parse(200, null, {}), "the body is given as a string or bytes, not as an object"],
    [() => ReplyReader.fromBytes("x"), "a saved reader is given as bytes, not as a string"],
    [() => gateway.sendTextJson({}), "JSON text is given as a string or bytes, not as an object"],
    [() => gateway.sendText(request, { now: 1e12 }), "now is given as a valid Date, not as a number"],
    [() => gateway.sendText(request, { now: new Date(NaN) }), "now is given as a valid Date, not as an object of kind Date"],
  ];
  for (const [run, message] of cases) {
    const error = thrown(run);
    assert.ok(error instanceof TypeError, error);
    assert.equal(error.message, message);
  }
});

test("header fields that nobody can mean are passed over", () => {
  const call = gateway.sendText(request);
  for (const headers of [[], {}, new Map([[1, 2]]), [null, ["retry-after"], "x"], { "retry-after": { a: 1 }, x: undefined }]) {
    assert.equal(thrown(() => call.parse(429, headers, "")).resendAfter, undefined);
  }
  assert.deepEqual(thrown(() => call.parse(429, { "Retry-After": 9 }, "")).resendAfter, { seconds: 9 });
});

test("gateways say what is wrong with their options", () => {
  const cases = [
    [() => new infobip.Gateway("http://example.com", { auth: infobip.apiKey("k") }), "gateway.base_url", "https_required"],
    [() => new infobip.Gateway("https://u:p@example.com", { auth: infobip.apiKey("k") }), "gateway.base_url", "invalid_base_url"],
    [() => new infobip.Gateway(undefined, { auth: infobip.apiKey("k") }), "gateway.base_url", "missing"],
    [() => new infobip.Gateway("https://example.com"), "gateway.auth", "missing"],
    [() => new infobip.Gateway("https://example.com", { auth: "k" }), "gateway.auth", "wrong_type"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k\r\nX: y") }), "gateway.auth", "header_injection"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey(7) }), "gateway.auth.key", "wrong_type"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), apiVersion: 3 }), "gateway.api_version", "unknown_value"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), alow: [] }), "gateway.alow", "unknown_key"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), allow: ["nonsense"] }), "gateway.allow[0]", "unknown_code"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), allow: ["missing"] }), "gateway.allow[0]", "fixed_code"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), limits: { texts: 1 } }), "gateway.limits.texts", "unknown_key"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), limits: { text: NaN } }), "gateway.limits.text", "wrong_type"],
    [() => new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k"), numbers: "loose" }), "gateway.numbers", "unknown_value"],
    [() => new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "k" }), "gateway.sender", "missing"],
    [() => new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "k", sender: "S", passType: "x" }), "gateway.pass_type", "unknown_value"],
  ];
  for (const [run, path, code] of cases) {
    const error = thrown(run);
    assert.ok(error instanceof InvalidRequest, String(error));
    assert.deepEqual([error.violations[0].path, error.violations[0].code], [path, code]);
  }
});
