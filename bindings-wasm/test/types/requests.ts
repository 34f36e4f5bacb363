// What must compile, and what must not: requests and options.
import { blackkonnect, infobip, smslist, type MovableCode } from "smskernel";

const auth = infobip.apiKey("key");
const gateway = new infobip.Gateway("https://example.com", {
  auth,
  apiVersion: 2,
  numbers: "exact",
  limits: { messages_per_call: 20, text_parts: 4 },
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
infobip.checkText({ anything: 1 }, { limits: { text_parts: 1 }, allow: [code] });

infobip.checkText("{}", { apiVersion: 2 });

// Octets as digits and as bytes.
gateway.sendBinary({ messages: [{ from: "SMSC", destinations: [{ to: "41793026727" }], binary: { hex: "48 65" } }] });
gateway.sendBinary({
  messages: [{ sender: "SMSC", to: "41793026727", binary: { hex: new Uint8Array([72]), dataCoding: 0, esmClass: 64 } }],
  tracking: { track: "SMS" },
});
gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: new ArrayBuffer(1) } }] });
gateway.sendBinaryJson("{}", { now: new Date() });
gateway.planBinary([{ to: "41793026727", binary: { hex: "48" }, entityId: "E" }], { sendingSpeedLimit: { amount: 1 } });
infobip.checkBinary({}, { limits: { binary_octets: 134 }, apiVersion: 1, forbid: ["invalid_udh"] });

// Each object of Blackkonnect in our names or in the gateway's.
const konnect = new blackkonnect.Gateway("https://example.com");
new blackkonnect.Gateway("https://example.com", { token: "t", serviceAccountId: 7, organisationId: "o", messageStatusPath: "/{messageId}" });
konnect.getToken({ clientId: "c", clientSecret: "s", scope: "x", extra: { audience: "a" } });
konnect.getToken({ client_id: "c", client_secret: "s", grant_type: "client_credentials" });
konnect.getTokenJson(new Uint8Array());
const generic: blackkonnect.GenericRequest = { messageId: "m", referenceId1: 1, initiatorId: undefined };
konnect.sendMessage({ ...generic, to: "254712345678", sender: "S", text: "Hi", priority: 1 });
konnect.sendMessage({ ...generic, destination: 254712345678, sourceAddress: "S", text: "Hi" }, { now: new Date() });
const window: blackkonnect.DeliveryWindow = { days: ["MONDAY"], from: { hour: 6, minute: 0 }, to: "15:30" };
const messages: blackkonnect.SmsMessage[] = [
  { to: "254712345678", text: "Hi", sendAt: new Date(), deliveryTimeWindow: window },
  { to: [254712345678, { to: "254712345679", messageId: 1 }, { destination: "254712345670", sourceAddress: "S" }], text: "Hi" },
  { destinations: [{ destination: "254712345678", messageId: "m", sourceAddress: "S" }], validityPeriodMinutes: 0 },
];
konnect.sendBulk({ ...generic, bulkId: "b", sender: "S", messages });
konnect.sendBulk({ sourceAddress: "S", messages });
konnect.plan(new Set(messages), { onInvalid: "set_aside", sender: "S", serviceId: "s" });
konnect.getBulkStatus({ bulkCorrelationId: "c", page: 0, size: 100, sort: "destination,asc" });
konnect.getMessageStatus({ messageId: "m" });
blackkonnect.checkMessage("{}", { forbid: ["empty"] });
blackkonnect.checkBulk({}, { allow: ["number_characters"], limits: { messages_per_call: 5 } });

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
smslist.checkBulk({}, { limits: { text_parts: 1 } });
// @ts-expect-error the endpoint has one version
smslist.checkBulk({}, { apiVersion: 2 });
// @ts-expect-error no such version
infobip.checkBinary({}, { apiVersion: 3 });
// @ts-expect-error a text in a binary message
gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: "48" }, text: "Hi" }] });
// @ts-expect-error octets in a text message
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", binary: { hex: "48" } }] });
// @ts-expect-error what texts have
gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: "48" }, transliteration: "ALL" }] });
// @ts-expect-error links stand in texts
gateway.sendBinary({ messages: [], urlOptions: { shortenUrl: true } });
// @ts-expect-error no octets
gateway.sendBinary({ messages: [{ to: "41793026727", binary: {} }] });
// @ts-expect-error a list of numbers
gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: [72, 101] } }] });
// @ts-expect-error a view that is none of bytes
gateway.sendBinary({ messages: [{ to: "41793026727", binary: { hex: new Uint16Array(1) } }] });
// @ts-expect-error a bulk id of a plan, which makes several requests
gateway.planBinary([], { bulkId: "B" });
// @ts-expect-error no secret
konnect.getToken({ clientId: "c" });
// @ts-expect-error both names for one thing
konnect.getToken({ clientId: "c", client_id: "c", clientSecret: "s" });
// @ts-expect-error names of both kinds
konnect.getToken({ clientId: "c", client_secret: "s" });
// @ts-expect-error nobody to send to
konnect.sendMessage({ text: "Hi" });
// @ts-expect-error names of both kinds
konnect.sendMessage({ to: "254712345678", sourceAddress: "S", text: "Hi" });
// @ts-expect-error a misspelt field
konnect.sendMessage({ to: "254712345678", text: "Hi", refId: "r" });
// @ts-expect-error several numbers
konnect.sendMessage({ to: ["254712345678"], text: "Hi" });
// @ts-expect-error both names for one thing
konnect.sendBulk({ messages: [{ to: "254712345678", destinations: [], text: "Hi" }] });
// @ts-expect-error a moment as a number
konnect.sendBulk({ messages: [{ to: "254712345678", text: "Hi", sendAt: Date.now() }] });
// @ts-expect-error no such day
konnect.sendBulk({ messages: [{ to: "254712345678", deliveryTimeWindow: { days: ["Monday"] } }] });
// @ts-expect-error no messages
konnect.sendBulk({ bulkId: "b" });
// @ts-expect-error the bulk's id has another name
konnect.getBulkStatus({ messageId: "m" });
// @ts-expect-error a page as text
konnect.getBulkStatus({ bulkCorrelationId: "c", page: "0" });
// @ts-expect-error no plan of single messages
konnect.planMessage([]);
// @ts-expect-error a misspelt option
new blackkonnect.Gateway("https://example.com", { organizationId: "o" });
// @ts-expect-error made by the package
new blackkonnect.Token();

// Strictness: what is missing, misspelt, or of another dialect.
declare const token: blackkonnect.Token;
// @ts-expect-error a destination without its number
gateway.sendText({ messages: [{ from: "SMSC", destinations: [{ messageId: "m" }], text: "Hi" }] });
// @ts-expect-error a number that may be undefined
gateway.sendText({ messages: [{ to: undefined as string | undefined, text: "Hi" }] });
// @ts-expect-error neither numbers nor destinations
gateway.sendText({ messages: [{ from: "SMSC", text: "Hi" }] });
// @ts-expect-error a misspelt field of the request
gateway.sendText({ messages: [], bulkID: "B" });
// @ts-expect-error a misspelt field of a destination
gateway.sendText({ messages: [{ to: [{ to: "41793026727", messageID: "m" }], text: "Hi" }] });
// @ts-expect-error one destination that is not in a list
gateway.sendText({ messages: [{ to: { to: "41793026727" }, text: "Hi" }] });
// @ts-expect-error one destination that is not in a list
konnect.sendBulk({ messages: [{ to: { to: "254712345678" }, text: "Hi" }] });
// @ts-expect-error a misspelt field of a window
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", deliveryTimeWindow: { days: ["MONDAY"], form: "06:00" } }] });
// @ts-expect-error an abbreviated day
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", deliveryTimeWindow: { days: ["MON"] } }] });
// @ts-expect-error a day that may be any text
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", deliveryTimeWindow: { days: ["MONDAY" as string] } }] });
// @ts-expect-error no such language
gateway.sendText({ messages: [{ to: "41793026727", text: "Hi", language: { languageCode: "DE" } }] });
// @ts-expect-error an integer that JSON cannot say
gateway.sendText({ messages: [{ to: 41793026727n, text: "Hi" }] });
// @ts-expect-error null in the place of a text
gateway.sendText({ messages: [{ to: "41793026727", text: null }] });
// @ts-expect-error a misspelt option
gateway.sendText({ messages: [] }, { Now: new Date() });
// @ts-expect-error the time in the place of the options
gateway.sendText({ messages: [] }, new Date());
// @ts-expect-error a value in the place of JSON text
gateway.sendTextJson({ messages: [] });
// @ts-expect-error messages that come later
gateway.plan((async function* () { yield { to: "41793026727", text: "Hi" }; })());
// @ts-expect-error messages of another operation
gateway.plan([{ to: "41793026727", binary: { hex: "48" } }]);
// @ts-expect-error a misspelt option of a plan
gateway.plan([], { onInvalidd: "raise" });
// @ts-expect-error a misspelt option of a check
infobip.checkText({}, { forbidd: ["empty"] });
// @ts-expect-error the credentials of another dialect
new infobip.Gateway("https://example.com", { auth: token });
// @ts-expect-error the credentials of another dialect
new blackkonnect.Gateway("https://example.com", { token: infobip.bearer("t") });
// @ts-expect-error the credentials of another dialect
new smslist.Gateway("https://example.com", { auth });
// @ts-expect-error the options of another dialect
new blackkonnect.Gateway("https://example.com", { apiVersion: 2 });
// @ts-expect-error an option in the wire's name
new infobip.Gateway("https://example.com", { auth, allow_http: true });
// @ts-expect-error a password is missing
infobip.basic("user");
// @ts-expect-error no base URL
new infobip.Gateway({ auth });
// @ts-expect-error a request of another dialect
konnect.sendBulk({ smslist: [{ mobile: "254712345678", message: "Hi" }] });
// @ts-expect-error an operation of another dialect
bulk.sendText({ messages: [] });
// @ts-expect-error no token
konnect.withToken();
