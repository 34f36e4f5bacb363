// Errors: of which class they are, by `instanceof`, by `name` and by `code`, and what they say as JSON.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, types } from "node:util";

import { infobip, InvalidRequest, Refused, ReplyFailure, smslist, SmsKernelError, UnreadableReply } from "../dist/index.js";
import { thrown } from "./support/thrown.mjs";

const gateway = new infobip.Gateway("https://example.com", { auth: infobip.apiKey("key") });
const call = gateway.sendText({ messages: [{ sender: "SMSC", to: "41793026727", text: "Hi" }] });
const bulk = new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key", sender: "S" });
const ask = bulk.sendBulk({ messages: [{ to: "254712345678", text: "Hi" }] });

const KINDS = [
  [() => gateway.sendText({}), InvalidRequest, "InvalidRequest", "invalid_request"],
  [() => new infobip.Gateway("x", {}), InvalidRequest, "InvalidRequest", "invalid_request"],
  [() => [...gateway.plan([{}])], InvalidRequest, "InvalidRequest", "invalid_request"],
  [() => call.parse(401, null, ""), Refused, "Refused", "refused"],
  [() => ask.parse(429, { "Retry-After": "7" }, ""), Refused, "Refused", "refused"],
  [() => call.parse(200, null, ""), UnreadableReply, "UnreadableReply", "empty_body"],
  [() => call.parse(502, null, "<html>"), UnreadableReply, "UnreadableReply", "not_json"],
  [() => call.parse(302, { location: "/" }, ""), UnreadableReply, "UnreadableReply", "redirected"],
  [() => call.parse(0, null, ""), UnreadableReply, "UnreadableReply", "bad_status"],
];

test("an error is of its class, and of those above", () => {
  for (const [run, kind, name, code] of KINDS) {
    const error = thrown(run);
    assert.deepEqual([error.name, error.code, error.constructor], [name, code, kind]);
    for (const one of [InvalidRequest, Refused, UnreadableReply]) assert.equal(error instanceof one, one === kind, `${name} and ${one.name}`);
    assert.ok(error instanceof SmsKernelError && error instanceof Error && types.isNativeError(error));
    assert.equal(error instanceof ReplyFailure, kind !== InvalidRequest);
    assert.equal(Object.prototype.toString.call(error), "[object Error]");
    assert.ok(error.stack.startsWith(`${name}: `) && String(error) === `${name}: ${error.message}`);
    assert.ok(inspect(error).includes(name));
    assert.deepEqual(Object.keys(error).filter((key) => key === "name" || key === "message"), []);
  }
});

test("an error that went through JSON or a message port is told by name and code", async () => {
  for (const [run, , name, code] of KINDS) {
    const error = thrown(run);
    const { name: toldName, code: toldCode, message } = JSON.parse(JSON.stringify(error));
    assert.deepEqual([toldName, toldCode, message], [name, code, error.message]);
    // The copy is a plain error, of the class that the engine knows; its message stays.
    assert.equal(structuredClone(error).message, error.message);
  }
});

test("as JSON an error says all but the body", () => {
  const refused = JSON.parse(JSON.stringify(thrown(() => ask.parse(429, { "Retry-After": "7" }, "secret"))));
  const { message, ...rest } = refused;
  assert.deepEqual(rest, { name: "Refused", code: "refused", status: 429, resend: "safe_after", errors: [], resendAfter: { seconds: 7 } });
  assert.ok(!message.includes("secret"));
  const invalid = JSON.parse(JSON.stringify(thrown(() => gateway.sendText({}))));
  assert.deepEqual(Object.keys(invalid), ["name", "code", "message", "violations"]);
  assert.deepEqual(invalid.violations.map(({ path, code }) => [path, code]), [["messages", "missing"]]);
});

test("what an error holds does not change", () => {
  const { violations } = thrown(() => gateway.sendText({ messages: [{}] }));
  assert.ok(Object.isFrozen(violations) && violations.every(Object.isFrozen));
  const refused = thrown(() => ask.parse(429, { "Retry-After": "7" }, ""));
  assert.ok(Object.isFrozen(refused.outcome) && Object.isFrozen(refused.resendAfter) && Object.isFrozen(refused.errors));
});
