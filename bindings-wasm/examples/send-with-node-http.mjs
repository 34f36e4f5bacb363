// Sends a list with nothing but Node, several calls at a time, and tells what became of each row. SMS_TIMEOUT is how
// many seconds to wait for each reply (30).
//
//   SMS_URL=https://… SMS_PARTNER=… SMS_KEY=… SMS_SENDER=… node send-with-node-http.mjs "We open at 9." 0712345001 …
import http from "node:http";
import https from "node:https";
import { buffer } from "node:stream/consumers";
import { ReplyFailure, smslist } from "smskernel";

const { SMS_URL = "", SMS_PARTNER = "", SMS_KEY = "", SMS_SENDER = "", SMS_TIMEOUT = "30" } = process.env;
const [text = "", ...numbers] = process.argv.slice(2);
const CALLS_AT_A_TIME = 2;

/**
 * The reply to a call. Node follows no redirects by itself.
 *
 * @param {import("smskernel").Call} call
 * @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>}
 */
function send({ method, url, headers, body }) {
  return new Promise((resolve, reject) => {
    const { request } = url.startsWith("https:") ? https : http;
    const signal = AbortSignal.timeout(Number(SMS_TIMEOUT) * 1000);
    const outgoing = request(url, { method, headers: { ...headers }, signal });
    outgoing.on("error", reject);
    outgoing.on("response", (reply) => {
      const { statusCode: status = 0, headers } = reply;
      buffer(reply).then((body) => resolve({ status, headers, body }), reject);
    });
    outgoing.end(body);
  });
}

/**
 * What became of a call: its answer, or the error that its reply is.
 *
 * @param {import("smskernel").Call<smslist.SentBulk>} call
 */
async function exchange(call) {
  // Where none came the gateway may have it all the same: this is a lost reply, and no reason to send it again.
  const reply = await send(call).catch(() => undefined);
  try {
    return reply === undefined ? call.noReply() : call.parse(reply.status, reply.headers, reply.body);
  } catch (error) {
    if (!(error instanceof ReplyFailure)) throw error;
    return error;
  }
}

const gateway = new smslist.Gateway(SMS_URL, {
  partnerId: SMS_PARTNER,
  apiKey: SMS_KEY,
  sender: SMS_SENDER,
  limits: { messages_per_call: 20 },
});
const rows = numbers.map((to, row) => ({ to, text, clientSmsId: `row-${row}` }));
const plan = gateway.plan(rows, { onInvalid: "set_aside" });

/** @type {import("smskernel").Result<smslist.SentBulk>[]} */
const results = [];
/** Sends one call after the other, while others do the same. A plan gives each call to one of them. */
async function work() {
  for (const call of plan) results.push([call, await exchange(call)]);
}
await Promise.all(Array.from({ length: CALLS_AT_A_TIME }, work));
for (const { position, to, outcome } of plan.merge(results)) {
  console.log(position, to ?? "-", outcome.state, outcome.resend);
}
