// Webhooks by the main entry alone, which reads all of them but those in XML: this process imports no other.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  blackkonnect, infobip, InvalidRequest, secretMatches, smslist, SmsKernelError, UnreadableWebhook,
} from "../dist/index.js";
import { thrown } from "./support/thrown.mjs";
import { Runner } from "./support/runner.mjs";
import { FILES } from "./support/vector-files.mjs";

const REPORT = { messageId: "A-1", to: "41793026727", status: { groupId: 3, id: 5, name: "DELIVERED_TO_HANDSET" } };
const post = (body, more) => ({ method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), ...more });
const ids = ({ events }) => events.map(({ messageId }) => messageId);

const isXml = ({ body_text: text }) => /^\uFEFF?\s*</.test(text ?? "");

for (const [name, written] of Object.entries(FILES).filter(([, file]) => "webhooks" in file)) {
  test(`${name}: without XML`, () => {
    const runner = new Runner(name, written);
    const [xml, others] = [true, false].map((wanted) => runner.file.webhooks.filter((given) => isXml(given) === wanted));
    assert.ok(others.length > 20);
    for (const given of others) runner.webhooks(given);
    if (name !== "infobip/parse_webhook") return;
    const read = xml.filter(({ events }) => events);
    assert.ok(read.length > 5);
    for (const given of read) {
      const error = thrown(() => infobip.parseWebhook({ ...given, body: given.body_text }));
      assert.deepEqual([error.name, error.code], ["UnreadableWebhook", "xml_left_out"], given.id);
      assert.ok(error.message.includes("the entry `smskernel/webhooks`"), error.message);
    }
  });
}

test("one body as everything that servers have for it", () => {
  const text = JSON.stringify({ results: [REPORT] });
  const bytes = new TextEncoder().encode(text);
  const whole = new Uint8Array([1, 2, ...bytes, 3]);
  const headers = { "Content-Type": "application/json", "content-length": 7, cookie: undefined };
  for (const body of [text, bytes, bytes.buffer, whole.subarray(2, -1), Buffer.from(text), new DataView(bytes.buffer)]) {
    const webhook = infobip.parseWebhook({ method: "POST", headers, body });
    assert.deepEqual(ids(webhook), ["A-1"]);
    assert.deepEqual(webhook.rawBody, bytes);
    assert.notEqual(webhook.rawBody.buffer, bytes.buffer, "a copy: the buffer may be used again");
  }
});

test("what is read of GET is the query, in any of its forms", () => {
  const query = "mobile=254712345678&message=Hi+there&shortcode=12345";
  for (const given of [query, `?${query}`, new URLSearchParams(query), new URL(`http://a/?${query}`).searchParams]) {
    const webhook = smslist.parseWebhook({ method: "GET", query: given });
    assert.deepEqual(webhook.events, [{ kind: "inbound_message", from: "254712345678", to: "12345", text: "Hi there", isInteractive: false }]);
    assert.deepEqual(new TextDecoder().decode(webhook.rawBody), query);
  }
  // Where both are there, and where one of them is empty.
  assert.equal(smslist.parseWebhook(post({ mobile: "1", message: "body" }, { query })).events[0].text, "body");
  assert.equal(smslist.parseWebhook({ method: "POST", query, body: " " }).events[0].text, "Hi there");
  const error = thrown(() => smslist.parseWebhook({ method: "HEAD", query: "a=b", body: "c" }));
  assert.deepEqual([error.code, new TextDecoder().decode(error.rawBody)], ["no_event", "a=b"]);
});

test("a malformed event among good ones loses none", () => {
  const { events, malformed } = infobip.parseWebhook(post({ results: [REPORT, 7, { ...REPORT, messageId: "A-2" }, { to: "1" }] }));
  assert.deepEqual(ids({ events }), ["A-1", "A-2"]);
  assert.deepEqual(malformed.map(({ position, raw }) => [position, raw]), [[1, "7"], [3, '{"to":"1"}']]);
  for (const { reason } of malformed) assert.equal(typeof reason, "string");
});

test("ten thousand events share what is the same in them, and nobody can change them", () => {
  const results = Array.from({ length: 10_000 }, (_, index) => ({ ...REPORT, messageId: `A-${index}` }));
  const webhook = infobip.parseWebhook(post({ results }));
  const [first] = webhook.events;
  assert.deepEqual(ids(webhook), results.map(({ messageId }) => messageId));
  assert.ok(webhook.events.every(({ status, outcome }) => status === first.status && outcome === first.outcome));
  assert.equal(first.outcome.state, "delivered");
  for (const part of [webhook, webhook.events, webhook.malformed, first, first.status, first.outcome]) assert.ok(Object.isFrozen(part));
  assert.deepEqual(Object.keys(webhook), ["events", "malformed"]);
  const asked = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("k") }).getReports();
  const { results: reports } = asked.parse(200, null, JSON.stringify({ results }));
  assert.ok(reports.every(({ status, outcome }) => status === reports[0].status && outcome === reports[0].outcome));
  const { kind, ...rest } = first;
  assert.deepEqual(reports[0], rest, "what is pushed is what can be asked for");
});

test("what is no webhook is kept, and its error says no word of it", () => {
  const secret = "my-secret-text";
  for (const [parse, request, code] of [
    [infobip.parseWebhook, post(""), "empty_webhook"],
    [infobip.parseWebhook, post({ secret }), "no_event"],
    [smslist.parseWebhook, post(`{"${secret}":`), "not_json"],
    [blackkonnect.parseWebhook, post(`<${secret}/>`), "unsupported_content"],
    [blackkonnect.parseWebhook, post(secret), "unsupported_content"],
  ]) {
    const error = thrown(() => parse(request));
    assert.ok(error instanceof UnreadableWebhook && error instanceof SmsKernelError);
    assert.equal(error.code, code);
    assert.equal(new TextDecoder().decode(error.rawBody), request.body);
    const { message, ...told } = JSON.parse(JSON.stringify(error));
    assert.deepEqual(told, { name: "UnreadableWebhook", code, reason: error.reason, ...(error.path && { path: error.path }), ...("offset" in error && { offset: error.offset }) });
    assert.equal(message, error.message);
    assert.ok(!`${error.stack}${message}`.includes(secret), message);
  }
});

test("limits are those of webhooks", () => {
  const told = (limits) => thrown(() => infobip.parseWebhook(post({ results: [REPORT] }), { limits }));
  assert.equal(told({ body_bytes: 10 }).code, "webhook_too_large");
  assert.deepEqual(ids(infobip.parseWebhook(post({ results: [REPORT] }), { limits: { body_bytes: undefined, depth: 3 } })), ["A-1"]);
  for (const [limits, path, code] of [
    [{ depth: -1 }, "limits.depth", "out_of_range"],
    [{ messages_per_call: 1 }, "limits.messages_per_call", "unknown_key"],
    [{ body_bytes: "1" }, "limits.body_bytes", "wrong_type"],
    [[], "limits", "wrong_type"],
  ]) {
    const error = told(limits);
    assert.ok(error instanceof InvalidRequest);
    assert.deepEqual(error.violations.map(({ path, code }) => [path, code]), [[path, code]]);
  }
});

test("an argument of another kind is named", () => {
  for (const [request, message] of [
    [undefined, "a request is given as an object of its parts, not as undefined"],
    ["POST", "a request is given as an object of its parts, not as a string"],
    [[], "a request is given as an object of its parts, not as an object of kind Array"],
    [{ body: "" }, "the method is given as a string, not as undefined"],
    [{ method: "POST", headers: 7 }, "headers are given as an object, not as a number"],
    [{ method: "POST", query: { a: 1 } }, "the query is given as a string or URLSearchParams, not as an object"],
    [post("", { body: {} }), "the body is given as it came, as a string or bytes, not as an object"],
    [post("", { body: Promise.resolve("") }), "the body is given as it came, as a string or bytes, not as a Promise (await it first)"],
    [new Request("http://a", { method: "POST", body: "b" }), "the body is given as it came, as a string or bytes, not as an object of kind ReadableStream"],
  ]) {
    assert.throws(() => infobip.parseWebhook(request), { name: "TypeError", message });
  }
  assert.throws(() => infobip.parseWebhook(post(""), { now: new Date() }), { name: "TypeError", message: "options.now is unknown; the options here are limits" });
});

test("only the secret matches", () => {
  const secret = "8f14e45f-ceea-4670-a1b2-Grüezi";
  const bytes = new TextEncoder().encode(secret);
  for (const given of [secret, bytes, bytes.buffer, Buffer.from(secret)]) {
    for (const expected of [secret, bytes]) assert.equal(secretMatches(given, expected), true);
  }
  for (const given of ["", "8", secret.slice(0, -1), `${secret}x`, secret + secret, secret.toUpperCase(), undefined, null, 7, [secret], { secret }, Promise.resolve(secret)]) {
    assert.equal(secretMatches(given, secret), false, String(given));
  }
  for (const given of ["", undefined, null]) assert.equal(secretMatches(given, ""), false, "what was forgotten lets nobody in");
  for (const expected of [undefined, null, 7, [secret]]) {
    assert.throws(() => secretMatches(secret, expected), { name: "TypeError", message: /^the secret is given as a string or bytes, not as / });
  }
});
