// Sends a list through a gateway of the smslist family: bad rows are set aside, the others go out in as few calls as the
// gateway takes, and in the end every row has its result, lost replies included.
//
//   SMS_URL=https://… SMS_PARTNER=… SMS_KEY=… SMS_SENDER=… node send-list.mjs < rows.txt      (a row: number, tab, text)
import { createInterface } from "node:readline";
import { Refused, smslist, UnreadableReply } from "smskernel";

const { SMS_URL = "", SMS_PARTNER = "", SMS_KEY = "", SMS_SENDER = "" } = process.env;
const gateway = new smslist.Gateway(SMS_URL, { partnerId: SMS_PARTNER, apiKey: SMS_KEY, sender: SMS_SENDER });

const rows = [];
for await (const line of createInterface({ input: process.stdin })) {
  const [to = "", text = ""] = line.split("\t");
  rows.push({ to, text, clientSmsId: rows.length + 1 });
}

/** @type {import("smskernel").Result<smslist.SentBulk>[]} */
const results = [];
const plan = gateway.plan(rows, { onInvalid: "set_aside" });
for (const call of plan) {
  try {
    const reply = await fetch(call.url, { ...call, signal: AbortSignal.timeout(30_000) });
    results.push([call.reader, await call.parseResponse(reply)]);
  } catch (error) {
    const told = error instanceof Refused || error instanceof UnreadableReply;
    results.push([call.reader, told ? error : null]);
  }
}

/** @type {Record<string, number>} */
const counts = {};
for (const { outcome } of plan.merge(results)) counts[outcome.state] = (counts[outcome.state] ?? 0) + 1;
console.log(JSON.stringify(counts));
for (const { position, violations } of plan.rejected) {
  console.log(`row ${position + 1}: ${violations.map(({ message }) => message).join(" ")}`);
}
