// Everything that somebody may print, with planted secrets inside, for whichever engine runs it: nothing of Node is used here.

import { thrown } from "./thrown.mjs";

export const SECRET = "s3cr3t+K/y?=";
export const USER = "planted-user";

/** The forms in which a secret could show: plain, in base64, percent-encoded, as JSON, in a form, as bytes. */
export const FORMS = [
  SECRET, btoa(SECRET), btoa(`${USER}:${SECRET}`), encodeURIComponent(SECRET), JSON.stringify(SECRET).slice(1, -1),
  String(new URLSearchParams({ a: SECRET })).slice(2), [...new TextEncoder().encode(SECRET)].join(", "),
];

/** The forms of a secret that stand in a text. */
export const secretsIn = (text) => FORMS.filter((form) => text.includes(form));

/** Pairs of what a value is and the value, of the package that is given. */
export function printables({ blackkonnect, infobip, secretMatches, smslist }) {
  const url = "https://example.com";
  const list = [];
  const add = (name, value) => list.push([name, value]);
  const text = { sender: "SMSC", to: "41793026727", text: "Hi" };
  const item = { to: "254712345678", text: "Hi" };

  for (const auth of [infobip.apiKey(SECRET), infobip.basic(USER, SECRET), infobip.ibsso(SECRET), infobip.bearer(SECRET)]) {
    const gateway = new infobip.Gateway(url, { auth });
    const call = gateway.sendText({ messages: [text] });
    add("credentials", auth);
    add("infobip.Gateway", gateway);
    add("an Infobip call", call);
    add("a reader", call.reader);
    add("an answer", call.noReply());
    add("a plan", gateway.plan([text]));
    add("a refusal", thrown(() => call.parse(401, null, JSON.stringify({ key: SECRET }))));
  }

  const bulk = new smslist.Gateway(url, { partnerId: "1", apiKey: SECRET, sender: "S" });
  const send = bulk.sendBulk({ messages: [item] });
  const echo = { "response-code": 1004, "response-description": "Low credit", mobile: { apikey: SECRET, mobile: item.to } };
  const plan = bulk.plan([item, {}], { onInvalid: "set_aside" });
  plan.next();
  add("smslist.Gateway", bulk);
  add("a call with the key in its body", send);
  add("a reader", send.reader);
  add("an answer that echoes the key", send.parse(200, null, JSON.stringify({ responses: [echo] })));
  add("a plan that set something aside", plan);
  add("a row of a merge", plan.merge([[send, null]]));
  add("an unreadable reply that echoes the key", thrown(() => send.parse(500, null, JSON.stringify({ apikey: SECRET }))));
  add("a redirect with the key", thrown(() => send.parse(302, { location: `${url}/?key=${encodeURIComponent(SECRET)}` }, "")));
  add("a wrong key", thrown(() => new smslist.Gateway(url, { partnerId: "1", apiKey: `${SECRET}\r\n`, sender: "S" })));
  add("a key in the place of the options", thrown(() => new smslist.Gateway(url, SECRET)));

  const open = new blackkonnect.Gateway(url, { serviceAccountId: `${SECRET}-service` });
  const ask = open.getToken({ clientId: `${SECRET}@example.com`, clientSecret: SECRET });
  const token = ask.parse(200, null, JSON.stringify({ token: SECRET }));
  const gateway = open.withToken(token);
  add("blackkonnect.Gateway", gateway);
  add("a call that asks for a token", ask);
  add("a token", token);
  add("a call that asks", gateway.getBulkStatus({ bulkCorrelationId: "c" }));
  add("a refusal of a token", thrown(() => ask.parse(401, null, JSON.stringify({ client_secret: SECRET }))));
  const closed = new infobip.Gateway(url);
  const [session, oauth] = [["createSession", "token", { username: USER, password: SECRET }], ["getOauthToken", "access_token", { clientId: USER, clientSecret: SECRET }]]
    .map(([method, name, request]) => {
      const ask = closed[method](request);
      add(`the call of ${method}`, ask);
      add(`the reader of ${method}`, ask.reader);
      add(`a refusal of ${method}`, thrown(() => ask.parse(401, null, JSON.stringify({ password: SECRET }))));
      return ask.parse(200, null, JSON.stringify({ [name]: SECRET, token_type: "Bearer", password: SECRET }));
    });
  for (const token of [session, oauth]) {
    add("a token of Infobip", token);
    add("a gateway with it", closed.withAuth(token));
    add("a call with it", closed.withAuth(token).getReports());
  }
  const inUrl = new smslist.Gateway(url, { partnerId: "1", apiKey: SECRET, sender: "S", getWithKeyInUrl: true });
  add("a call with the key in its URL", inUrl.sendSms({ to: item.to, text: "Hi" }));
  add("a plan of one text", bulk.planSms([item.to], { text: "Hi" }));
  add("a balance", bulk.getBalance().parse(200, null, JSON.stringify({ "response-code": 200, credit: "1", apikey: SECRET })));
  const push = (body) => ({ method: "POST", headers: { authorization: SECRET }, query: `secret=${SECRET}`, body });
  const report = { messageid: "7", description: "DeliveredToTerminal", apikey: SECRET };
  add("a webhook", smslist.parseWebhook(push(JSON.stringify(report))));
  add("a request that is no webhook", thrown(() => smslist.parseWebhook(push(JSON.stringify({ apikey: SECRET })))));
  add("a webhook that is broken", thrown(() => smslist.parseWebhook(push(`{"${SECRET}":"${SECRET}`))));
  add("a query that is no webhook", thrown(() => smslist.parseWebhook({ method: "GET", query: `secret=${encodeURIComponent(SECRET)}` })));
  add("what is no secret", thrown(() => secretMatches(SECRET, [SECRET])));
  add("an error with everything", Object.assign(new Error("failed"), { call: send, gateway, token, plan }));
  return list;
}
