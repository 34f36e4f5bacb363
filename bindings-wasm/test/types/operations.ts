// What must compile, and what must not: what sends without options, what asks, and what sets.
import { infobip, merge, smslist, type Call, type Plan } from "smskernel";

declare const response: Response;
const url = "https://example.com";

// Credentials come later, and from answers.
const open = new infobip.Gateway(url);
new infobip.Gateway(url, { apiVersion: 2, auth: undefined });
const session: infobip.Session = await open.createSession({ username: "u", password: "p", unsafe: true }).parseResponse(response);
const oauth: infobip.OauthToken = await open.getOauthToken({ clientId: "c", clientSecret: "s" }).parseResponse(response);
open.getOauthToken({ client_id: "c", client_secret: "s", grant_type: "client_credentials" });
const gateway = open.withAuth(session).withAuth(oauth).withAuth(infobip.basic("u", "p"));
new infobip.Gateway(url, { auth: session });
const told: [string, Date | undefined, number | undefined, string | undefined] = [
  session.reveal(), session.expiresAt, oauth.expiresIn, oauth.tokenType,
];
const ended: Call<infobip.SessionEnded> = gateway.endSession();

// Simple sends, in our names or in the gateway's.
const sent: Call<infobip.SentMessages> = gateway.sendTextSingle({ sender: "SMSC", to: "41793026727", text: "Hi" });
gateway.sendTextSingle({ from: "SMSC", to: ["41793026727", 41793026731], text: "Hi", transliteration: "GREEK" });
gateway.sendTextMulti({ bulkId: "B", messages: [{ from: "S", to: 1, text: "Hi" }, { sender: "S", to: ["1"], text: "Hi" }] });
gateway.sendBinarySingle({ to: "1", binary: { hex: new Uint8Array(1) } });
gateway.sendBinaryMulti({ messages: [{ to: ["1"], binary: { hex: "48" } }] });
infobip.checkTextSingle({}, { apiVersion: 2 });
infobip.checkTextMulti("{}");
infobip.checkBinarySingle({});
infobip.checkBinaryMulti(new Uint8Array());
merge([[sent, sent.noReply()]]);

// What asks and sets.
const reports: infobip.Reports = await gateway.getReports().parseResponse(response);
gateway.getReports({ bulkId: "B", limit: 1000, extra: { more: 1 } }, { now: new Date() });
const logs: Call<infobip.Logs> = gateway.getLogs({ from: "S", bulkId: ["A", 1], generalStatus: "EXPIRED", sentSince: new Date(), mcc: 228 });
gateway.getLogs({ sender: "S", messageId: "A,B" });
const inbox: infobip.InboundMessages = await gateway.getInboxReports({ limit: 1 }).parseResponse(response);
gateway.getInboxLogs({ keyword: "NO_KEYWORD", to: "41793026700", receivedUntil: "2026-12-01T08:00:00Z" });
const states: string[] = reports.results.map(({ outcome, error }) => `${outcome.state} ${error?.permanent}`);
const waiting: number | undefined = inbox.pendingMessageCount;
const lost: string[] = reports.malformed.map(({ raw }) => raw);
const schedule: Call<infobip.Schedule> = gateway.reschedule({ bulkId: "B", sendAt: new Date() });
gateway.getSchedule({ bulkId: 7 });
const status: Call<infobip.BulkStatus> = gateway.setBulkStatus({ bulkId: "B", status: "PAUSED" });
gateway.getBulkStatus({ bulkId: "B" });
const preview: infobip.Preview = await gateway.preview({ text: "Hi", languageCode: "TR" }).parseResponse(response);
const count: number | undefined = preview.previews[0]?.messageCount;
const balance: infobip.Balance = await gateway.getBalance().parseResponse(response);
const left: string | undefined = balance.balance;
gateway.getBalanceJson("{}");
gateway.confirmConversion({ messageId: "m" });

// The smslist family.
const bulk = new smslist.Gateway(url, { partnerId: 1, apiKey: "k", sender: "S", getWithKeyInUrl: false });
const many: Call<smslist.SentBulk> = bulk.sendSms({ to: ["0712345678", 254712345678], text: "Hi", sendAt: new Date() });
bulk.sendSms({ mobile: "254712345678,254733123456", message: "Hi", shortcode: "S", pass_type: "plain" });
const plan: Plan<smslist.SentBulk> = bulk.planSms(new Set(["254712345678"]), { text: "Hi", onInvalid: "set_aside" });
bulk.planSms(["254712345678"], { message: "Hi" });
bulk.sendOtp({ to: "a hash", text: "1234", hashed: true });
bulk.sendOtp({ mobile: "254712345678", message: "1234" });
const report: smslist.DeliveryReportAnswer = await bulk.getDeliveryReport({ messageId: 1 }).parseResponse(response);
const same: smslist.DeliveryReport = report;
bulk.getDeliveryReport({ messageID: "1" });
const units: string = (await bulk.getBalance().parseResponse(response)).credit;
const credited: Call<smslist.Credited> = bulk.credit({ childId: "c", amount: "10.50" });
bulk.credit({ childID: "c", amount: 10 });
smslist.checkSms({});
smslist.checkOtp({}, { allow: ["number_changed"] });

// @ts-expect-error ids are with `sendText`
gateway.sendTextSingle({ to: [{ to: "41793026727", messageId: "m" }], text: "Hi" });
// @ts-expect-error names of both kinds in one message
gateway.sendTextSingle({ sender: "S", from: "S", to: "1", text: "Hi" });
// @ts-expect-error a field of `sendText`
gateway.sendTextMulti({ messages: [{ to: "1", text: "Hi", flash: true }] });
// @ts-expect-error octets and a text
gateway.sendBinarySingle({ to: "1", binary: { hex: "48" }, text: "Hi" });
// @ts-expect-error no such group
gateway.getLogs({ generalStatus: "SENT" });
// @ts-expect-error names of both kinds
gateway.getLogs({ sender: "S", from: "S" });
// @ts-expect-error without its id
gateway.getSchedule({});
// @ts-expect-error no such status
gateway.setBulkStatus({ bulkId: "B", status: "CANCELLED" });
// @ts-expect-error a request that only asks has no outcome
gateway.getReports().noReply();
// @ts-expect-error a token of another gateway
gateway.withAuth("token");
// @ts-expect-error one number and no list
bulk.sendOtp({ to: ["254712345678"], text: "1234" });
// @ts-expect-error names of both kinds
bulk.sendSms({ to: "1", mobile: "1", text: "Hi" });
// @ts-expect-error the numbers of a plan are its first argument
bulk.planSms(["254712345678"], { text: "Hi", to: "254712345678" });
// @ts-expect-error an amount is needed
bulk.credit({ childId: "c" });
