// Every strange value in every place where somebody can put one: it means something, or is refused by its path. Nothing
// else comes out, nothing traps, and no secret stands in what is thrown.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { inspect } from "node:util";

import {
  blackkonnect, infobip, InvalidRequest, merge, ReplyFailure, ReplyReader, secretMatches, smslist, UnreadableWebhook,
} from "../dist/index.js";
import { currentInstance } from "../dist/kernel.js";
import { throwing, VALUES } from "./support/hostile.mjs";
import { memory } from "./support/memory.mjs";

const SECRET = "s3cr3t-of-the-account";
const url = "https://example.com";
const auth = infobip.apiKey(SECRET);
const partner = { partnerId: "1", apiKey: SECRET, sender: "S" };
const gateway = new infobip.Gateway(url, { auth });
const bulk = new smslist.Gateway(url, partner);
const konnect = new blackkonnect.Gateway(url, { token: SECRET });
const text = { from: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" };
const good = { messages: [text] };
const call = gateway.sendText(good);
const started = currentInstance();

const message = (members) => gateway.sendText({ messages: [{ ...text, ...members }] });
const binary = (members) => gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: "48", ...members } }] });
const account = (options) => new infobip.Gateway(url, { auth, ...options });
const all = (plan) => [...plan];
const post = (members) => infobip.parseWebhook({ method: "POST", body: '{"messageId":"m","status":{"id":5}}', ...members });
const row = { position: 0, destination: 0, destinations: 1, violations: [], outcome: {} };

/** Where a value can stand, by the path or the words that what is thrown begins with. */
const PLACES = [
  ["", (value) => gateway.sendText(value)],
  ["", (value) => bulk.sendBulk(value)],
  ["", (value) => konnect.sendMessage(value)],
  ["", (value) => konnect.getToken(value)],
  ["messages", (value) => gateway.sendText({ messages: value })],
  [/^(messages|smslist)/, (value) => bulk.sendBulk({ messages: value })],
  ["messages", (value) => konnect.sendBulk({ messages: value })],
  ["messages[0]", (value) => gateway.sendText({ messages: [value] })],
  ["messages[0].text", (value) => message({ text: value })],
  ["messages[0].from", (value) => message({ from: value })],
  ["messages[0].destinations", (value) => message({ destinations: value })],
  ["messages[0].destinations[0]", (value) => message({ destinations: [value] })],
  ["messages[0].destinations[0].to", (value) => message({ destinations: [{ to: value }] })],
  ["messages[0].destinations[0].messageId", (value) => message({ destinations: [{ to: "41793026727", messageId: value }] })],
  ["messages[0].flash", (value) => message({ flash: value })],
  ["messages[0].validityPeriod", (value) => message({ validityPeriod: value })],
  ["messages[0].sendAt", (value) => message({ sendAt: value })],
  ["messages[0].deliveryTimeWindow", (value) => message({ deliveryTimeWindow: value })],
  ["messages[0].deliveryTimeWindow.days", (value) => message({ deliveryTimeWindow: { days: value } })],
  ["messages[0].deliveryTimeWindow.days[0]", (value) => message({ deliveryTimeWindow: { days: [value] } })],
  ["messages[0].deliveryTimeWindow", (value) => message({ deliveryTimeWindow: { days: ["MONDAY"], from: value, to: "15:30" } })],
  ["messages[0].regional", (value) => message({ regional: value })],
  ["messages[0]", (value) => message({ extra: value })],
  ["messages[0].a", (value) => message({ extra: { a: value } })],
  ["messages[0].binary", (value) => gateway.sendBinary({ messages: [{ to: "41793026727", binary: value }] })],
  ["messages[0].binary.hex", (value) => binary({ hex: value })],
  ["messages[0].binary.esmClass", (value) => binary({ esmClass: value })],
  [/^(messages|smslist)\[0\]\.client/i, (value) => bulk.sendBulk({ messages: [{ to: "254712345678", text: "Hi", clientSmsId: value }] })],
  ["smslist", (value) => bulk.sendBulk({ smslist: value })],
  ["priority", (value) => konnect.sendMessage({ to: "254712345678", text: "Hi", priority: value })],
  ["client_secret", (value) => konnect.getToken({ clientId: "c", clientSecret: value })],
  ["bulkCorrelationId", (value) => konnect.getBulkStatus({ bulkCorrelationId: value })],
  ["page", (value) => konnect.getBulkStatus({ bulkCorrelationId: "c", page: value })],
  ["messageId", (value) => konnect.getMessageStatus({ messageId: value })],
  [/^(JSON text|)/, (value) => gateway.sendTextJson(value), "JSON text is given as a string or bytes, not as "],
  [null, (value) => gateway.sendText(good, value), "options"],
  [null, (value) => gateway.sendText(good, { now: value }), "now is given as a valid Date, not as "],
  ["gateway", (value) => new infobip.Gateway(url, value), "options"],
  ["gateway", (value) => new smslist.Gateway(url, value), "options"],
  ["gateway", (value) => new blackkonnect.Gateway(url, value), "options"],
  ["gateway.base_url", (value) => new infobip.Gateway(value, { auth })],
  ["gateway.auth", (value) => account({ auth: value })],
  ["gateway.auth", (value) => account({ auth: infobip.apiKey(value) })],
  ["gateway.auth", (value) => account({ auth: infobip.basic(value, value) })],
  ["gateway.limits", (value) => account({ limits: value })],
  ["gateway.limits.text", (value) => account({ limits: { text: value } })],
  ["gateway.allow", (value) => account({ allow: value })],
  ["gateway.forbid[1]", (value) => account({ forbid: ["duplicate_recipient", value] })],
  ["gateway.allow_http", (value) => account({ allowHttp: value })],
  ["gateway.numbers", (value) => account({ numbers: value })],
  ["gateway.api_version", (value) => account({ apiVersion: value })],
  ["gateway.partner_id", (value) => new smslist.Gateway(url, { ...partner, partnerId: value })],
  ["gateway.api_key", (value) => new smslist.Gateway(url, { ...partner, apiKey: value })],
  ["gateway.token", (value) => konnect.withToken(value)],
  ["gateway.message_status_path", (value) => new blackkonnect.Gateway(url, { messageStatusPath: value })],
  ["", (value) => gateway.plan([], value), "options"],
  [null, (value) => gateway.plan([], { onInvalid: value }), 'onInvalid is "raise" or "set_aside", not '],
  [null, (value) => gateway.plan([], { now: value }), "now is given as a valid Date, not as "],
  ["bulkId", (value) => konnect.plan([], { bulkId: value })],
  ["messages", (value) => all(gateway.plan(value)), /^(the messages of a plan are given as an iterable, not as |of the messages of a plan over 10000 are undefined$)/, "iterated"],
  ["messages[0]", (value) => all(gateway.plan([value]))],
  [null, (value) => all(gateway.plan([value], { onInvalid: "set_aside" }))],
  [null, (value) => all(gateway.plan({ [Symbol.iterator]: () => value })), /^the (iterator of a plan's messages gave|messages of a plan are given as)/],
  [null, (value) => all(gateway.plan({ [Symbol.iterator]: () => ({ next: () => value ?? { done: true } }) }, { onInvalid: "set_aside" })), "the iterator of a plan's messages gave ", "endless"],
  [null, (value) => call.parse(value, null, ""), "the status is given as a number, not as "],
  [null, (value) => call.parse(302, value, ""), /^(headers are given as|the iterator of headers gave )/, "iterated"],
  [null, (value) => call.parse(302, { location: value }, "")],
  [null, (value) => call.parse(302, [["location", value], value], "")],
  [null, (value) => call.parse(200, null, value), "the body is given as a string or bytes, not as "],
  ["reader", (value) => ReplyReader.fromBytes(value), "a saved reader is given as bytes, not as "],
  [null, (value) => merge(value), /^results(\[0\]| are given as)/, "iterated"],
  [null, (value) => merge([value]), /^results\[0\] is a pair|^results\[0\]\[0\] is a call or its reader, not /],
  [null, (value) => merge([[value, null]]), "results[0][0] is a call or its reader, not "],
  ["results[0]", (value) => merge([[call, value]]), "results[0][1] is an answer, an error or nothing, not "],
  ["results[0]", (value) => merge([[call, { messages: value }]]), "results[0][1]"],
  [null, (value) => merge([[call, { messages: [value] }]]), "results[0][1].messages[0] is a message of an answer"],
  [null, (value) => merge([], value), /^rejected(\[0\]| are given as)/, "iterated"],
  [null, (value) => merge([], [value]), "rejected[0]"],
  [null, (value) => merge([], [{ ...row, position: value }]), "rejected[0].position is a whole number up to 4294967295, not "],
  [null, (value) => merge([], [{ ...row, destinations: value }]), "rejected[0].destinations is a whole number up to 1048576, not "],
  [null, (value) => merge([], [{ ...row, outcome: value, violations: value }]), "rejected[0].outcome is the fate of a row, not "],
  [null, (value) => infobip.checkText(value), "JSON text is given as a string or bytes, not as bytes of a detached buffer"],
  [null, (value) => infobip.checkBinary({ messages: value })],
  [null, (value) => smslist.checkBulk({ smslist: [value] })],
  [null, (value) => blackkonnect.checkBulk([value])],
  [null, (value) => infobip.checkText(good, value), "options"],
  [/^(limits|allow|forbid|api_version)/, (value) => infobip.checkText(good, { limits: value, allow: value, forbid: value, apiVersion: value })],
  ["", (value) => gateway.sendTextSingle(value)],
  ["to", (value) => gateway.sendTextSingle({ to: value, text: "Hi" })],
  ["messages[0].to", (value) => gateway.sendBinaryMulti({ messages: [{ to: value, binary: { hex: "48" } }] })],
  ["", (value) => gateway.getLogs(value)],
  ["bulkId", (value) => gateway.getLogs({ bulkId: value })],
  ["sentSince", (value) => gateway.getLogs({ sentSince: value })],
  ["limit", (value) => gateway.getInboxReports({ limit: value })],
  ["sendAt", (value) => gateway.reschedule({ bulkId: "B", sendAt: value })],
  ["messageId", (value) => gateway.confirmConversion({ messageId: value })],
  ["password", (value) => gateway.createSession({ username: "u", password: value })],
  ["gateway.auth", (value) => gateway.withAuth(value)],
  ["mobile", (value) => bulk.sendSms({ to: value, text: "Hi" })],
  [/^(hashed|mobile)$/, (value) => bulk.sendOtp({ to: "254712345678", text: "Hi", hashed: value })],
  ["amount", (value) => bulk.credit({ childId: "c", amount: value })],
  [/^mobile/, (value) => all(bulk.planSms([value], { text: "Hi" }))],
  [null, (value) => infobip.parseWebhook(value), /^(a request is given as an object of its parts|the method is given as a string), not as /],
  [null, (value) => post({ method: value }), "the method is given as a string, not as "],
  [null, (value) => post({ headers: value }), /^(headers are given as|the iterator of headers gave )/, "iterated"],
  [null, (value) => post({ headers: { "content-type": value } })],
  [null, (value) => post({ query: value }), "the query is given as a string or URLSearchParams, not as "],
  [null, (value) => post({ body: value }), "the body is given as it came, as a string or bytes, not as "],
  [null, (value) => infobip.parseWebhook({ method: "POST" }, value), "options"],
  ["limits", (value) => infobip.parseWebhook({ method: "POST", body: "{}" }, { limits: value })],
  ["limits.depth", (value) => infobip.parseWebhook({ method: "POST", body: "{}" }, { limits: { depth: value } })],
  [null, (value) => assert.equal(secretMatches(value, SECRET), false)],
  [null, (value) => secretMatches(SECRET, value), "the secret is given as a string or bytes, not as "],
  [null, (value) => blackkonnect.problemDetail(value), "a body is given as a string or bytes, not as "],
];

/** What an iterator throws is the value's own, as with getters. */
const OWN_ITERATOR_THROWS = /^(what only inherits from bytes|a proxy of bytes|a list of length 1 \(bigint\)|a list of length Symbol.*)$/;

const begins = (found, start) => (start instanceof RegExp ? start.test(found) : found.startsWith(start));

/** What came of it is what a user was promised. */
function judged(error, [path, , told]) {
  const shown = inspect(error, { depth: 9 }).slice(0, 2000);
  assert.ok(!inspect(error, { depth: 9 }).includes(SECRET), "a secret was printed");
  if (error instanceof ReplyFailure || error instanceof UnreadableWebhook) return;
  if (error instanceof TypeError) {
    assert.ok(told !== undefined && begins(error.message, told), shown);
    assert.ok(error.message.length < 300, shown);
    return;
  }
  assert.ok(error instanceof InvalidRequest, shown);
  assert.ok(path !== null, shown);
  const errors = error.violations.filter(({ level }) => level === "error");
  assert.ok(errors.length > 0, shown);
  // What is too deep is too deep as a whole.
  for (const violation of errors) assert.ok(begins(violation.path, path) || violation.code === "too_deep", shown);
}

for (const [index, place] of PLACES.entries()) {
  test(`${index + 1}: ${place[0] ?? place[2] ?? "nothing is thrown"}`, () => {
    for (const [name, make] of Object.entries(VALUES)) {
      // An iterator that never says that it is done has no end.
      if (place[3] === "endless" && typeof make() === "object" && make() !== null && !name.includes("revoked")) continue;
      if (place[3] === "iterated" && OWN_ITERATOR_THROWS.test(name)) continue;
      try {
        place[1](make());
      } catch (error) {
        try {
          judged(error, place);
        } catch (wrong) {
          throw new Error(`${name}: ${wrong.message}`);
        }
      }
      assert.equal(currentInstance(), started, `${name} trapped`);
    }
    assert.equal(gateway.sendText(good).body.length, call.body.length, "the next call works");
  });
}

test("what getters and proxies throw passes through, whatever it is", () => {
  for (const failure of [new Error("of the user"), "a text", undefined, null, 0]) {
    for (const [name, value] of Object.entries(throwing(failure))) {
      for (const run of [
        () => gateway.sendText(value),
        () => message({ extra: { value } }),
        () => infobip.checkText([value]),
        () => account({ limits: value }),
        () => all(gateway.plan([value])),
      ]) {
        let thrown;
        try {
          run();
        } catch (error) {
          thrown = { error };
        }
        // A list has no class that anybody asks for.
        assert.deepEqual(thrown, { error: failure }, name);
      }
    }
  }
  // As does what the engine throws about a proxy that lies.
  const lies = new Proxy(Object.freeze({ text: "Hi" }), { get: () => "Ho" });
  assert.throws(() => gateway.sendText({ messages: [lies] }), TypeError);
  assert.equal(currentInstance(), started);
});

test("ten million characters, in any place, are refused and not repeated", () => {
  const long = "x".repeat(10_000_000);
  const told = (run) => {
    try {
      run();
    } catch (error) {
      assert.ok(error.message.length < 1000, `${error.message.length} characters`);
      return error.message.split("\n").at(-1).trim();
    }
    return assert.fail("it was built");
  };
  assert.match(told(() => message({ text: long })), /^messages\[0\]\.text: /);
  assert.match(told(() => message({ destinations: [{ to: long }] })), /^messages\[0\]\.destinations\[0\]\.to: /);
  assert.match(told(() => account({ numbers: long })), /^gateway\.numbers: /);
  assert.match(told(() => new infobip.Gateway(long, { auth })), /^gateway\.base_url: /);
  assert.match(told(() => gateway.sendText(good, { [long]: 1 })), /^options\.x{60} is unknown/);
  assert.match(told(() => gateway.plan([], { onInvalid: long })), /^onInvalid is "raise" or "set_aside", not "x{60}"$/);
  assert.match(told(() => gateway.sendTextJson(long)), /\[invalid_json\]$/);
  assert.match(told(() => call.parse(200, null, long)), /not JSON: expected a value at byte 0/);
  assert.match(told(() => call.parse(302, { location: long }, "")), /redirect/);
  assert.match(told(() => ReplyReader.fromBytes(new Uint8Array(10_000_000))), /invalid_reader/);
  assert.equal(currentInstance(), started);
});

test("what stands in many places and grows without end is refused", () => {
  let value = "x".repeat(1000);
  for (let level = 0; level < 30; level += 1) value = [value, value, value, value];
  assert.throws(() => message({ extra: { value } }), {
    name: "TypeError",
    message: "what was given is over 268435456 bytes when written out, larger than any request",
  });
  assert.equal(gateway.sendText(good).body.length, call.body.length, "the next call works");
});

after(() => {
  const megabytes = memory() / 1e6;
  assert.ok(megabytes < 300, `the module holds ${megabytes} MB`);
});
