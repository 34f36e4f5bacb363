// Calls, readers, answers and errors as their users meet them.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  blackkonnect, Call, infobip, InvalidRequest, merge, Refused, ReplyReader, smslist, SmsKernelError, UnreadableReply,
} from "../dist/index.js";
import { thrown } from "./support/thrown.mjs";

const gateway = new infobip.Gateway("https://example.com/api", { auth: infobip.apiKey("key") });
const request = { messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] };
const status = { groupId: 1, groupName: "PENDING", id: 26, name: "MESSAGE_ACCEPTED", description: "Message sent" };
const reply = JSON.stringify({ messages: [{ to: "41793026727", messageId: "m-1", status }] });

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

test("parts are predicted for each message sent", () => {
  const text = "Mesaj gönderimi yapmadan önce önizleme seçeneğini kullanmanız doğru karar vermenize yardımcı olur.";
  const to = ["41793026727", "41793026834"];
  const call = gateway.sendText({
    messages: [
      { sender: "SMSC", to, text },
      { sender: "SMSC", to: to.slice(0, 1), text, language: { languageCode: "TR" } },
      { sender: "SMSC", to: to.slice(0, 1), text, transliteration: "TURKISH" },
    ],
  });
  assert.deepEqual(call.predictedParts(), [2, 2, 1, 1]);
  const konnect = new blackkonnect.Gateway("https://example.com", { token: "token" });
  assert.deepEqual(konnect.getBulkStatus({ bulkCorrelationId: "c" }).predictedParts(), []);
  assert.deepEqual(konnect.getToken({ clientId: "c", clientSecret: "s" }).predictedParts(), []);
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

const account = new blackkonnect.Gateway("https://example.com", { token: "token" });
const ASKING = {
  "blackkonnect.get_token": () => account.getToken({ clientId: "client", clientSecret: "secret" }),
  "blackkonnect.get_bulk_status": () => account.getBulkStatus({ bulkCorrelationId: "c" }),
  "blackkonnect.get_message_status": () => account.getMessageStatus({ messageId: "m" }),
};

test("a call that only asks has no outcome, and its replies may be asked for again", () => {
  for (const [operation, ask] of Object.entries(ASKING)) {
    const call = ask();
    assert.deepEqual([call.reader.operation, call.reader.length], [operation, 0]);
    const message = `${operation} sends no message, so no message has an outcome: ask again`;
    const saved = ReplyReader.fromBytes(call.reader.toBytes());
    for (const run of [() => call.noReply(), () => saved.noReply(), () => merge([[call, null]]), () => merge([[saved, null]])]) {
      assert.throws(run, { name: "TypeError", message });
    }
    const unreadable = thrown(() => call.parse(200, null, "<html>"));
    assert.deepEqual([unreadable.name, unreadable.resend], ["UnreadableReply", "safe"]);
    const refused = thrown(() => call.parse(500, null, '{"isSuccessful":false,"code":7,"message":"no"}'));
    assert.deepEqual([refused.gatewayCode, refused.gatewayText, refused.resend], ["7", "no", "safe"]);
  }
  const mixed = [[gateway.sendText(request), null], [ASKING["blackkonnect.get_bulk_status"](), null]];
  assert.throws(() => merge(mixed), (error) => error.violations[0].code === "invalid_reader");
});

test("a call without a body is one that fetch takes", () => {
  for (const [operation, ask] of Object.entries(ASKING)) {
    const call = ask();
    assert.deepEqual(Object.keys(call), ["method", "url", "headers", "body", "redirect"]);
    for (const init of [call, { ...call, signal: AbortSignal.abort() }]) {
      const sent = new Request(call.url, init);
      assert.equal(sent.method, operation === "blackkonnect.get_token" ? "POST" : "GET");
      assert.equal(sent.body === null, call.body === null);
    }
  }
  assert.deepEqual(Object.values(ASKING).map((ask) => ask().body === null), [false, true, true]);
});

test("a token is the answer, and makes a new gateway", () => {
  const open = new blackkonnect.Gateway("https://example.com/sms", {
    serviceAccountId: "service",
    organisationId: 7,
    limits: { messages_per_call: 1 },
  });
  const ask = open.getToken({ client_id: "client@example.com", client_secret: "a b&c" });
  assert.equal(new TextDecoder().decode(ask.body), "client_id=client%40example.com&client_secret=a+b%26c&grant_type=client_credentials");
  const claims = btoa('{"exp":4102444800}').replaceAll("=", "");
  const body = JSON.stringify({ token: `e30.${claims}.sig` });
  const token = ask.parse(200, null, body);
  assert.ok(token instanceof blackkonnect.Token);
  assert.deepEqual([token.reveal(), token.expiresAt], [`e30.${claims}.sig`, new Date("2100-01-01T00:00:00Z")]);
  assert.equal(new TextDecoder().decode(token.rawBody), body);
  token.expiresAt.setFullYear(1999);
  assert.equal(token.expiresAt.getUTCFullYear(), 2100, "the token is not changed");
  assert.equal(ReplyReader.fromBytes(ask.reader.toBytes()).parse(200, null, body).reveal(), token.reveal());
  const opaque = ask.parse(200, null, '{"token":"opaque"}');
  assert.deepEqual([opaque.expiresAt, JSON.stringify(opaque)], [undefined, "{}"]);
  const endless = btoa('{"exp":9000000000000}').replaceAll("=", "");
  assert.equal(ask.parse(200, null, JSON.stringify({ token: `e30.${endless}.` })).expiresAt, undefined, "beyond a Date");
  const message = { to: "254712345678", text: "Hi" };
  assert.deepEqual(thrown(() => open.sendMessage(message)).violations.map(({ path, code }) => [path, code]), [["gateway.token", "missing_token"]]);
  for (const gateway of [open.withToken(token), open.withToken("other").withToken(token.reveal()), new blackkonnect.Gateway(
    "https://example.com/sms",
    { token, serviceAccountId: "service", organisationId: "7", limits: { messages_per_call: 1 } },
  )]) {
    assert.equal(gateway.baseUrl, "https://example.com/sms");
    const { url, headers } = gateway.sendMessage(message);
    assert.equal(url, "https://example.com/sms/api/sms/send-message/v1");
    assert.deepEqual({ ...headers }, {
      Authorization: `Bearer ${token.reveal()}`,
      "X-ServiceAccount-ID": "service",
      "X-Organisation-ID": "7",
      Accept: "application/json",
      "Content-Type": "application/json",
    });
    assert.equal([...gateway.plan([message, { ...message, to: "254712345679" }])].length, 2, "its limits go along");
  }
  assert.throws(() => open.sendMessage(message), InvalidRequest, "the first gateway stays as it was");
  for (const [wrong, code] of [["a\nb", "header_injection"], ["", "empty"], [7, "wrong_type"], [{}, "wrong_type"]]) {
    const error = thrown(() => open.withToken(wrong));
    assert.deepEqual(error.violations.map((violation) => [violation.path, violation.code]), [["gateway.token", code]]);
  }
});

test("options that change later change no gateway", () => {
  const options = { token: "one", limits: { messages_per_call: 1 } };
  const gateway = new blackkonnect.Gateway("https://example.com", options);
  options.limits.messages_per_call = 0;
  options.token = "two";
  const messages = [{ to: ["254712345678"], text: "Hi" }];
  assert.equal(gateway.withToken("three").sendBulk({ messages }).warnings.length, 0);
  assert.equal(gateway.sendBulk({ messages }).headers.Authorization, "Bearer one");
});

test("a page says what to ask next, in plain data", () => {
  const page = { bulkCorrelationId: "c", size: 2, sort: "destination,asc", extra: { view: "all" } };
  const call = account.getBulkStatus(page);
  assert.equal(call.url, "https://example.com/api/sms/messages/status/bulk/c/v1?size=2&sort=destination%2Casc&view=all");
  const two = JSON.stringify([{ messageId: "A", deliveryStatus: "DELIVERED" }, { messageId: "B" }]);
  const answer = call.parse(200, null, two);
  assert.deepEqual(answer.statuses.map(({ messageId, outcome }) => [messageId, outcome.state]), [["A", "delivered"], ["B", "unknown"]]);
  assert.ok([answer, answer.statuses, answer.statuses[0], answer.statuses[0].outcome, answer.next].every(Object.isFrozen));
  const { seen, ...next } = answer.next;
  assert.deepEqual(next, { ...page, page: 1 });
  const kept = JSON.parse(JSON.stringify(answer.next));
  for (const asked of [answer.next, kept, { ...answer.next }]) {
    const again = account.getBulkStatus(asked);
    assert.ok(again.url.endsWith("?page=1&size=2&sort=destination%2Casc&view=all"), again.url);
    const repeated = ReplyReader.fromBytes(again.reader.toBytes()).parse(200, null, two);
    assert.deepEqual([repeated.statuses, repeated.isRepeated], [[], true]);
    const last = ReplyReader.fromBytes(again.reader.toBytes()).parse(200, null, "[]");
    assert.deepEqual([last.statuses, last.next, last.isRepeated], [[], undefined, false]);
  }
});

test("open parts of replies are plain, frozen values", () => {
  const call = account.sendBulk({ messages: [{ to: ["254712345678"], text: "Hi" }] });
  const open = { code: 3, message: { a: [1, null, { b: true }] }, data: "x", items: [null, { c: "d" }], isSuccessful: true };
  const answer = call.parse(200, null, JSON.stringify(open));
  for (const name of ["message", "data", "items"]) assert.deepEqual(answer[name], open[name]);
  for (const part of [answer.message, answer.message.a, answer.message.a[2], answer.items[1]]) assert.ok(Object.isFrozen(part));
  const digits = call.parse(200, null, '{"isSuccessful":true,"data":[1.10,123456789012345678901234]}');
  assert.deepEqual(digits.data, ["1.10", "123456789012345678901234"]);
  assert.deepEqual(Object.keys(call.parse(200, null, '{"isSuccessful":true,"data":null,"message":null}')), ["messages", "unmatched", "isSuccessful"]);
});

test("messages of a bulk with one status share its object", () => {
  const numbers = ["254712345678", "254712345679"];
  const call = account.sendBulk({ messages: [{ to: numbers, text: "Hi" }] });
  const messageGroupStatus = { deliveryStatus: "QUEUED", statusDescription: "taken" };
  const statuses = numbers.map((destination) => ({ destination, messageGroupStatus }));
  const [one, other] = call.parse(200, null, JSON.stringify({ smsMessageDeliveryStatuses: statuses })).messages;
  assert.deepEqual(one.messageGroupStatus, messageGroupStatus);
  assert.equal(one.messageGroupStatus, other.messageGroupStatus);
  assert.equal(one.outcome, other.outcome);
});

test("a problem is read from a refusal or from its body", () => {
  const call = account.sendMessage({ to: "254712345678", text: "Hi" });
  const problem = { type: "urn:p", title: "No", status: 400, detail: "It cannot", instance: "urn:i", errors: { a: "b" } };
  const body = JSON.stringify(problem);
  const refused = thrown(() => call.parse(400, null, body));
  assert.deepEqual([refused.gatewayCode, refused.gatewayText], ["urn:p", "It cannot"]);
  const bytes = new TextEncoder().encode(body);
  for (const given of [refused, body, bytes, bytes.buffer]) {
    const { errors, ...known } = problem;
    assert.deepEqual(blackkonnect.problemDetail(given), { ...known, extra: { errors } });
  }
  assert.ok(Object.isFrozen(blackkonnect.problemDetail(body)));
  for (const none of ["", "<html>", "[]", "{}", "7"]) assert.equal(blackkonnect.problemDetail(none), undefined, none);
  assert.throws(() => blackkonnect.problemDetail({}), { name: "TypeError", message: "a body is given as a string or bytes, not as an object" });
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
    [new Uint8Array(), "the bytes were not made by a reply reader"],
    [bytes.with(16, 9), "its format is 9, and this version knows 1"],
    [bytes.slice(0, -1), "the bytes are damaged"],
    [bytes.with(18, "x".charCodeAt(0)), 'it is one of "xnfobip.send_text", an operation that this version does not have'],
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
    [() => gateway.sendText(request, { now: new Date(NaN) }), "now is given as a valid Date, not as an invalid one"],
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
    [() => new infobip.Gateway("https://example.com").getBalance(), "gateway.auth", "missing"],
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
    [() => new blackkonnect.Gateway(undefined), "gateway.base_url", "missing"],
    [() => new blackkonnect.Gateway("https://example.com", { token: " t" }), "gateway.token", "credential_characters"],
    [() => new blackkonnect.Gateway("https://example.com", { serviceAccountId: "a\nb" }), "gateway.service_account_id", "header_injection"],
    [() => new blackkonnect.Gateway("https://example.com", { messageStatusPath: "/status" }), "gateway.message_status_path", "invalid_path"],
    [() => new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "k" }), "gateway.sender", "missing"],
    [() => new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "k", sender: "S", passType: "x" }), "gateway.pass_type", "unknown_value"],
  ];
  for (const [run, path, code] of cases) {
    const error = thrown(run);
    assert.ok(error instanceof InvalidRequest, String(error));
    assert.deepEqual([error.violations[0].path, error.violations[0].code], [path, code]);
  }
});
