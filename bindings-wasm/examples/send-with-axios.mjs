// Sends one text with axios, and tells what became of it. SMS_TIMEOUT is how many seconds to wait (30).
//
//   SMS_URL=https://… SMS_KEY=… node send-with-axios.mjs order-17 41793026727 "Your parcel is here."
import axios from "axios";
import { infobip, ReplyFailure } from "smskernel";

const { SMS_URL = "", SMS_KEY = "", SMS_TIMEOUT = "30" } = process.env;
const [messageId = "", to = "", text = ""] = process.argv.slice(2);

const client = axios.create({
  // A redirected POST would become a GET that carries the key.
  maxRedirects: 0,
  // Whatever the gateway answers is a reply; what is caught below is that none came.
  validateStatus: () => true,
  // The bytes as they came. Without this axios reads them as JSON itself.
  responseType: "arraybuffer",
});

/** @param {import("smskernel").Call<infobip.SentMessages>} call */
async function exchange(call) {
  const { method, url, headers, body } = call;
  let reply;
  try {
    // It counts from the start to the last byte.
    const signal = AbortSignal.timeout(Number(SMS_TIMEOUT) * 1000);
    reply = await client.request({ method, url, headers: { ...headers }, data: body && Buffer.from(body), signal });
  } catch (error) {
    if (!axios.isAxiosError(error)) throw error;
    // The gateway may have it all the same: this is a lost reply, and no reason to send it again.
    return call.noReply();
  }
  return call.parse(reply.status, Object.entries(reply.headers), reply.data);
}

const gateway = new infobip.Gateway(SMS_URL, { auth: infobip.apiKey(SMS_KEY) });
const call = gateway.sendText({ messages: [{ sender: "SMSC", to: [{ to, messageId }], text }] });
try {
  const sent = await exchange(call);
  for (const { to, messageId, outcome } of sent.messages) console.log(to, messageId, outcome.state, outcome.resend);
} catch (error) {
  if (!(error instanceof ReplyFailure)) throw error;
  console.log(`${error.message} (send again: ${error.resend})`);
}
