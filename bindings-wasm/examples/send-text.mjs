// Sends one text through an Infobip-compatible gateway and tells what became of it.
//
//   SMS_URL=https://… SMS_KEY=… node send-text.mjs +41793026727 "Your parcel is here."
import { infobip, InvalidRequest, Refused, UnreadableReply } from "smskernel";

const { SMS_URL = "", SMS_KEY = "" } = process.env;
const [to = "", text = ""] = process.argv.slice(2);

try {
  const gateway = new infobip.Gateway(SMS_URL, { auth: infobip.apiKey(SMS_KEY) });
  const call = gateway.sendText({ messages: [{ sender: "SMSC", to: [{ to, messageId: crypto.randomUUID() }], text }] });
  for (const { path, message } of call.warnings) console.log(`note: ${path}: ${message}`);

  const reply = await fetch(call.url, { ...call, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  const sent = reply === undefined ? call.noReply() : await call.parseResponse(reply);
  for (const { to, outcome } of sent.messages) console.log(to, outcome.state, outcome.resend);
} catch (error) {
  if (error instanceof InvalidRequest) {
    for (const { path, message, code } of error.violations) console.log(`${path}: ${message} [${code}]`);
  } else if (error instanceof Refused || error instanceof UnreadableReply) {
    console.log(error.message, `(${error.rawBody.length} bytes kept)`);
  } else {
    throw error;
  }
  process.exitCode = 1;
}
