// What is particular to some operations: credentials that come later, requests without fields, plans of one text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";

import { blackkonnect, infobip, InvalidRequest, smslist } from "../dist/index.js";
import { thrown } from "./support/thrown.mjs";

const url = "https://example.com";
const open = new infobip.Gateway(url, { limits: { results_per_call: 10 } });
const authorization = (gateway) => gateway.getBalance().headers.Authorization;
const body = (call) => JSON.parse(new TextDecoder().decode(call.body));

test("a gateway gets its credentials from the answer to a question", () => {
  const session = open.createSession({ username: "u", password: "p" }).parse(200, null, '{"token":"s-1"}');
  const ask = open.getOauthToken({ clientId: "c", clientSecret: "p" });
  assert.equal(new TextDecoder().decode(ask.body), "client_id=c&client_secret=p&grant_type=client_credentials");
  const oauth = ask.parse(200, null, '{"access_token":"o-1","token_type":"Bearer","expires_in":3600}');
  assert.ok(session instanceof infobip.Session && oauth instanceof infobip.OauthToken && !(oauth instanceof infobip.Session));
  assert.deepEqual([session.reveal(), oauth.reveal(), oauth.tokenType, oauth.expiresIn, oauth.expiresAt], ["s-1", "o-1", "Bearer", 3600, undefined]);
  assert.equal(JSON.stringify([session, oauth]), '[{},{"tokenType":"Bearer","expiresIn":3600}]');
  assert.equal(inspect(oauth), "OauthToken(does not say when it expires)");
  for (const [auth, expected] of [
    [session, "IBSSO s-1"], [oauth, "Bearer o-1"], [infobip.apiKey("k"), "App k"], [infobip.basic("Aladdin", "open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
  ]) {
    const gateway = open.withAuth(auth);
    assert.equal(authorization(gateway), expected);
    assert.equal(authorization(gateway.withAuth(infobip.ibsso("other"))), "IBSSO other", "the later one counts");
    assert.equal(authorization(new infobip.Gateway(url, { auth })), expected);
    // All other options stay.
    assert.throws(() => gateway.getReports({ limit: 11 }), InvalidRequest);
    assert.equal(inspect(gateway), "infobip.Gateway(https://example.com)");
  }
});

test("without credentials nothing else can be called, and a token of another gateway is none", () => {
  const missing = (run) => thrown(run).violations.map(({ path, code }) => `${path} ${code}`);
  const text = { to: "41793026727", text: "Hi" };
  for (const run of [() => open.getReports(), () => open.sendTextSingle(text), () => open.endSession(), () => [...open.plan([text])]]) {
    assert.deepEqual(missing(run), ["gateway.auth missing"]);
  }
  const token = new blackkonnect.Gateway(url).getToken({ clientId: "c", clientSecret: "s" }).parse(200, null, '{"token":"t"}');
  for (const auth of [token, "k", { reveal: () => "k" }, Object.create(infobip.Session.prototype)]) {
    assert.throws(() => open.withAuth(auth), InvalidRequest);
    assert.throws(() => new infobip.Gateway(url, { auth }), InvalidRequest);
  }
  const gateway = new blackkonnect.Gateway(url);
  const session = open.createSession({ username: "u", password: "p" }).parse(200, null, '{"token":"s-1"}');
  assert.throws(() => gateway.withToken(session), InvalidRequest);
});

test("what has no fields needs no request", () => {
  const gateway = open.withAuth(infobip.apiKey("k"));
  const bulk = new smslist.Gateway(url, { partnerId: "1", apiKey: "k", sender: "S" });
  for (const [call, target] of [
    [gateway.getReports(), "/sms/1/reports"], [gateway.getLogs(), "/sms/1/logs"], [gateway.getInboxReports(), "/sms/1/inbox/reports"],
    [gateway.getInboxLogs(), "/sms/1/inbox/logs"], [gateway.getBalance(), "/account/1/balance"], [gateway.endSession(), "/auth/1/session"],
    [bulk.getBalance(), "/api/services/getbalance"], [gateway.getReports({}, {}), "/sms/1/reports"],
  ]) {
    assert.equal(call.url, `${url}${target}`);
  }
  assert.throws(() => gateway.getBalance(null), InvalidRequest);
  const ended = gateway.endSession().parse(204, null, "");
  assert.deepEqual([{ ...ended }, ended.rawBody.length], [{}, 0]);
});

test("one text to a long list of numbers", () => {
  const bulk = new smslist.Gateway(url, { partnerId: "1", apiKey: "k", sender: "S", limits: { messages_per_call: 2 } });
  const plan = bulk.planSms(["0712345678", "nobody", 254733123456, "0722000000"], { text: "Hi", passType: null, onInvalid: "set_aside" });
  const calls = [...plan];
  assert.deepEqual(calls.map((call) => body(call).mobile), ["254712345678,254733123456", "254722000000"]);
  assert.deepEqual(plan.rejected.map(({ position }) => position), [1]);
  const rows = plan.merge(calls.map((call) => [call, call.noReply()]));
  assert.deepEqual(rows.map(({ position, outcome }) => `${position} ${outcome.state}`), ["0 unknown", "1 rejected", "2 unknown", "3 unknown"]);
  assert.deepEqual(calls[0].predictedParts(), [1, 1]);
});

test("the key stands in the URL where that was asked for, and is told of", () => {
  const bulk = new smslist.Gateway(url, { partnerId: "1", apiKey: "k+y", sender: "S", getWithKeyInUrl: true });
  const call = bulk.getDeliveryReport({ messageId: 7 });
  assert.deepEqual([call.method, call.body, call.warnings.map(({ code }) => code)], ["GET", null, ["key_in_url"]]);
  assert.ok(call.url.includes("apikey=k%2By"), call.url);
});
