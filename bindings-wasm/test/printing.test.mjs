// Planted secrets appear in nothing that prints: plain, in base64, or percent-encoded.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { inspect } from "node:util";

import * as smskernel from "../dist/index.js";
import { FORMS, printables, SECRET, secretsIn, USER } from "./support/printables.mjs";
import { thrown } from "./support/thrown.mjs";

const { blackkonnect, infobip, InvalidRequest, Refused, smslist, UnreadableReply } = smskernel;

/** Everything that somebody may print. */
function printed(value) {
  const texts = [inspect(value), inspect(value, { depth: 20, showHidden: true }), String(value), `${JSON.stringify(value)}`];
  texts.push(inspect([{ value }], { depth: 20 }), inspect(new Map([["a", value]]), { depth: 20, compact: false }));
  if (value instanceof Error) texts.push(value.stack, value.message, inspect(new Error("outer", { cause: value })));
  return texts.join("\n");
}

function clean(value, what) {
  const text = printed(value);
  assert.deepEqual(secretsIn(text), [], `${what}: ${text}`);
}

const url = "https://example.com";
const AUTHS = [infobip.apiKey(SECRET), infobip.basic(USER, SECRET), infobip.ibsso(SECRET), infobip.bearer(SECRET)];

test("everything on the list that all engines share", () => {
  const list = printables(smskernel);
  assert.ok(list.length > 60);
  for (const [name, value] of list) {
    clean(value, name);
    clean({ value }, name);
  }
});

test("credentials, gateways, calls, readers, plans and answers print without them", () => {
  for (const auth of AUTHS) {
    clean(auth, "credentials");
    const gateway = new infobip.Gateway(url, { auth });
    const call = gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026727"], text: "Hi" }] });
    assert.ok(FORMS.some((form) => call.headers.Authorization.includes(form)), "the call carries them");
    for (const value of [gateway, call, call.reader, call.noReply(), gateway.plan([])]) clean(value, value.constructor.name);
  }
  const gateway = new smslist.Gateway(url, { partnerId: "1", apiKey: SECRET, sender: "S" });
  const call = gateway.sendBulk({ messages: [{ to: "254712345678", text: "Hi" }] });
  assert.ok(new TextDecoder().decode(call.body).includes(JSON.stringify(SECRET)));
  for (const value of [gateway, call, call.reader, call.noReply(), gateway.plan([])]) clean(value, value.constructor.name);
  const saved = Buffer.from(call.reader.toBytes()).toString("latin1");
  for (const form of FORMS) assert.ok(!saved.includes(form), "a saved reader");
});

/** Blackkonnect: the token, the client's secret and id, the ids of the account. */
const IDS = { serviceAccountId: `${SECRET}-service`, organisationId: `${SECRET}-organisation` };

test("tokens, and what is made of them, print without them", () => {
  const open = new blackkonnect.Gateway(url, IDS);
  const ask = open.getToken({ clientId: `${SECRET}@example.com`, clientSecret: SECRET, extra: { password: SECRET } });
  assert.ok(FORMS.some((form) => new TextDecoder().decode(ask.body).includes(form)), "the call carries them");
  const jwt = `e30.${btoa('{"exp":4102444800}').replaceAll("=", "")}.${SECRET}`;
  const tokens = [jwt, SECRET].map((token) => ask.parse(200, null, JSON.stringify({ token, client_secret: SECRET })));
  const printed = ["Token(expires at 2100-01-01T00:00:00.000Z)", "Token(does not say when it expires)"];
  tokens.forEach((token, index) => {
    clean(token, "a token");
    clean({ ...token }, "a copy of a token");
    assert.deepEqual([inspect(token), String(token), `${token}`], Array(3).fill(printed[index]));
    assert.deepEqual([Object.keys(token), Object.getOwnPropertySymbols(token)], [[], []]);
    assert.ok(token.reveal().endsWith(SECRET) && Buffer.from(token.rawBody).includes(SECRET));
  });
  assert.equal(JSON.stringify(tokens), '[{"expiresAt":"2100-01-01T00:00:00.000Z"},{}]');
  const gateways = [open.withToken(tokens[0]), open.withToken(SECRET), new blackkonnect.Gateway(url, { ...IDS, token: tokens[1] })];
  const messages = [{ to: "254712345678", text: "Hi" }];
  for (const gateway of [open, ...gateways]) clean(gateway, "a gateway");
  for (const gateway of gateways) {
    assert.equal(inspect(gateway), "blackkonnect.Gateway(https://example.com)");
    const sends = [gateway.sendMessage(messages[0]), gateway.sendBulk({ messages })];
    const asks = [ask, gateway.getBulkStatus({ bulkCorrelationId: "c" }), gateway.getMessageStatus({ messageId: "m" })];
    assert.ok(sends[0].headers.Authorization.endsWith(SECRET) && sends[0].headers["X-ServiceAccount-ID"].startsWith(SECRET));
    for (const call of [...sends, ...asks]) {
      for (const value of [call, call.reader]) clean(value, value.constructor.name);
      const saved = Buffer.from(call.reader.toBytes()).toString("latin1");
      for (const form of FORMS) assert.ok(!saved.includes(form), "a saved reader");
    }
    for (const value of [gateway.plan(messages), ...sends.map((call) => call.noReply())]) clean(value, value.constructor.name);
    assert.equal(inspect(asks[1]), "Call(blackkonnect.get_bulk_status, GET with 0 bytes for 0 messages, 0 warnings)");
  }
  const wrong = [
    () => new blackkonnect.Gateway(url, { token: `${SECRET}\n` }),
    () => new blackkonnect.Gateway(url, { token: [SECRET] }),
    () => new blackkonnect.Gateway(url, { serviceAccountId: `${SECRET}\n` }),
    () => new blackkonnect.Gateway(url, { organisationId: { id: SECRET } }),
    () => open.withToken(`"${SECRET}"`),
    () => open.getToken({ clientId: `${SECRET}\n`, clientSecret: `${SECRET}\n` }),
    () => open.getToken({ clientId: [SECRET], clientSecret: { SECRET } }),
    () => open.getToken({ clientId: "c", clientSecret: SECRET, secret: "x" }),
  ];
  for (const run of wrong) clean(thrown(run), "InvalidRequest");
  for (const [status, body] of [[200, { token: null, note: SECRET }], [401, { client_secret: SECRET }], [500, [SECRET]]]) {
    const error = thrown(() => ask.parse(status, null, JSON.stringify(body)));
    clean(error, error.name);
    assert.ok(Buffer.from(error.rawBody).includes(SECRET));
  }
});

test("errors print without them", () => {
  const control = `${SECRET}\r\nX: y`;
  const broken = [
    () => new infobip.Gateway(url, { auth: infobip.apiKey(control) }),
    () => new infobip.Gateway(url, { auth: infobip.basic(control, control) }),
    () => new infobip.Gateway(url, { auth: { type: "api_key", key: [SECRET] } }),
    () => new infobip.Gateway(url, { auth: SECRET }),
    () => new infobip.Gateway(`https://u:${encodeURIComponent(SECRET)}@example.com`, { auth: AUTHS[0] }),
    () => new infobip.Gateway(`https://example.com?key=${encodeURIComponent(SECRET)}`, { auth: AUTHS[0] }),
    () => new smslist.Gateway(url, { partnerId: "1", apiKey: control, sender: "S" }),
    () => new smslist.Gateway(url, { partnerId: "1", apiKey: { SECRET: 1 }, sender: "S" }),
  ];
  const gateway = new smslist.Gateway(url, { partnerId: "1", apiKey: "right", sender: "S" });
  broken.push(() => gateway.sendBulk({ smslist: [{ mobile: "254712345678", message: "Hi", apikey: SECRET }] }));
  for (const Gateway of [infobip.Gateway, blackkonnect.Gateway, smslist.Gateway]) {
    for (const options of [SECRET, [SECRET], new String(SECRET), new Map([["apiKey", SECRET]])]) {
      const error = thrown(() => new Gateway(url, options));
      assert.ok(error instanceof TypeError, String(error));
      clean(error, "TypeError");
    }
  }
  for (const run of broken) {
    const error = thrown(run);
    assert.ok(error instanceof InvalidRequest, String(error));
    clean(error, "InvalidRequest");
  }
});

test("replies that echo them keep them in the raw body alone", () => {
  const gateway = new smslist.Gateway(url, { partnerId: "1", apiKey: SECRET, sender: "S" });
  const messages = ["254712345678", "254733123456"].map((to) => ({ to, text: "Hi" }));
  const call = gateway.sendBulk({ messages });
  const item = { apikey: SECRET, partnerID: "1", mobile: "254712345678" };
  const echo = { "response-code": 1004, "response-description": "Low credit", mobile: item };
  const answer = call.parse(200, null, JSON.stringify({ responses: [echo] }));
  clean(answer, "an answer");
  assert.ok(Buffer.from(answer.rawBody).includes(SECRET));
  for (const [status, body] of [[200, { apikey: SECRET }], [400, { apikey: SECRET }], [500, { item }]]) {
    const error = thrown(() => call.parse(status, null, JSON.stringify(body)));
    assert.ok(error instanceof Refused || error instanceof UnreadableReply);
    clean(error, error.name);
    assert.ok(Buffer.from(error.rawBody).includes(SECRET));
  }
  const location = `https://example.com/?key=${encodeURIComponent(SECRET)}`;
  clean(thrown(() => call.parse(302, { location }, "")), "a redirect");
});

test("numbers and texts are masked in messages, and plain in values", () => {
  const gateway = new infobip.Gateway(url, { auth: AUTHS[0] });
  const text = "the text of a person";
  const error = thrown(() => gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026834x"], text: `${text}\0` }] }));
  for (const told of [error.message, error.stack, inspect(error, { depth: 9 })]) {
    assert.ok(!told.includes("41793026834") && !told.includes(text), told);
  }
  assert.deepEqual(error.violations.map(({ value }) => value), ["41793026834x", `${text}\0`]);
});

test("an uncaught error prints no secret", () => {
  const program = `
    import { blackkonnect, infobip } from ${JSON.stringify(new URL("../dist/index.js", import.meta.url).href)};
    const gateway = new infobip.Gateway("${url}", { auth: infobip.apiKey(${JSON.stringify(SECRET)}) });
    const konnect = new blackkonnect.Gateway("${url}", { token: ${JSON.stringify(SECRET)} });
    const token = konnect.getToken({ clientId: "c", clientSecret: ${JSON.stringify(SECRET)} }).parse(200, null, ${JSON.stringify(JSON.stringify({ token: SECRET }))});
    const call = gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026727"], text: "Hi" }] });
    console.log(call, [call], { gateway }, "%o", call.reader);
    console.log(token, [token], { konnect }, "%s %o", token, token);
    throw Object.assign(new Error("failed"), { call, gateway, konnect, token });`;
  const child = thrown(() => execFileSync(process.execPath, ["--input-type=module", "-e", program], { stdio: "pipe" }));
  const text = `${child.stdout}${child.stderr}`;
  // Node shows the line of the program that threw, which is not the one that holds the key.
  for (const form of FORMS) assert.ok(!text.includes(form), text);
  assert.ok(text.includes("Call(infobip.send_text") && text.includes("Token(does not say"), text);
});
