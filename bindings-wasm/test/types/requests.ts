// What must compile, and what must not: requests and options.
import { infobip, smslist, type MovableCode } from "smskernel";

const auth = infobip.apiKey("key");
const gateway = new infobip.Gateway("https://example.com", {
  auth,
  apiVersion: 2,
  numbers: "exact",
  limits: { messages_per_call: 20, text: 160 },
  allow: ["unknown_key"],
  forbid: ["duplicate_recipient"],
  allowHttp: false,
});
const code: MovableCode = "number_changed";

// The gateway's own JSON, our names, and what may be unset.
gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727", messageId: 7 }], text: "Hi" }] });
gateway.sendText({ messages: [{ sender: "SMSC", to: ["41793026727", 41793026731, { to: "41793026785" }], text: "Hi" }] });
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", sendAt: new Date(), flash: undefined }], bulkId: "B" }, { now: new Date() });
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", extra: { anything: [1] } }], extra: { more: null } });
gateway.sendText({
  messages: [
    {
      to: "41793026727",
      text: "Hi",
      deliveryTimeWindow: { days: ["MONDAY"], from: { hour: 6, minute: 0 }, to: "15:30" },
      regional: { indiaDlt: { principalEntityId: "1" } },
    },
  ],
});
gateway.sendTextJson(new Uint8Array(), { now: new Date() });
gateway.plan(new Set([{ to: "41793026727", text: "Hi" }]), { onInvalid: "set_aside", tracking: { track: "SMS" } });
infobip.checkText({ anything: 1 }, { limits: { text: 1 }, allow: [code] });

const bulk = new smslist.Gateway("https://example.com", { partnerId: 12345, apiKey: "key", sender: "S", passType: null });
bulk.sendBulk({ messages: [{ to: "254712345678", text: "Hi", clientSmsId: 1 }] });
bulk.sendBulk({ count: 1, smslist: [{ mobile: 254712345678, message: "Hi", clientsmsid: "1", pass_type: "plain" }] });
bulk.plan([{ mobile: "254712345678", message: "Hi" }], { now: new Date() });
smslist.checkBulk("{}");

// @ts-expect-error a misspelt field
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", sendat: new Date() }] });
// @ts-expect-error a missing `to`
gateway.sendText({ messages: [{ sender: "SMSC", text: "Hi" }] });
// @ts-expect-error a missing text
gateway.sendText({ messages: [{ to: "41793026727" }] });
// @ts-expect-error both names for one thing
gateway.sendText({ messages: [{ sender: "SMSC", destinations: [{ to: "41793026727" }], text: "Hi" }] });
// @ts-expect-error a wrong day
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", deliveryTimeWindow: { days: ["Monday"] } }] });
// @ts-expect-error a number as text
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", validityPeriod: "720" }] });
// @ts-expect-error no messages
gateway.sendText({ bulkId: "B" });
// @ts-expect-error one message in the place of a request
gateway.sendText({ to: "41793026727", text: "Hi" });
// @ts-expect-error an option that does not exist
gateway.sendText({ messages: [] }, { at: new Date() });
// @ts-expect-error a moment as a number
gateway.sendText({ messages: [] }, { now: Date.now() });
// @ts-expect-error a bulk id of a plan, which makes several requests
gateway.plan([], { bulkId: "B" });
// @ts-expect-error no such word
gateway.plan([], { onInvalid: "skip" });
// @ts-expect-error no credentials
new infobip.Gateway("https://example.com", {});
// @ts-expect-error a key that was not made credentials
new infobip.Gateway("https://example.com", { auth: "key" });
// @ts-expect-error no such limit
new infobip.Gateway("https://example.com", { auth, limits: { messages: 1 } });
// @ts-expect-error no such code
new infobip.Gateway("https://example.com", { auth, allow: ["nonsense"] });
// @ts-expect-error a code that cannot be moved
new infobip.Gateway("https://example.com", { auth, forbid: ["missing"] });
// @ts-expect-error credentials are made by their functions
new infobip.Auth();
// @ts-expect-error no sender
new smslist.Gateway("https://example.com", { partnerId: "1", apiKey: "key" });
// @ts-expect-error both names for one thing
bulk.sendBulk({ messages: [{ to: "254712345678", message: "Hi" }] });
// @ts-expect-error a limit of the other dialect
smslist.checkBulk({}, { limits: { text: 1 } });
