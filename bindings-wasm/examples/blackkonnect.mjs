// Sends a list through Blackkonnect: asks for a token, sends the calls of a plan, then asks how the messages stand.
//
//   SMS_URL=https://… SMS_CLIENT=… SMS_SECRET=… node blackkonnect.mjs "We open at 9." 254712345001 254712345002 …
import { blackkonnect, ReplyFailure } from "smskernel";

const { SMS_URL = "", SMS_CLIENT = "", SMS_SECRET = "", SMS_ACCOUNT, SMS_ORGANISATION } = process.env;
const [text = "", ...numbers] = process.argv.slice(2);

/**
 * The answer to a call, or the error that its reply is, or undefined where none came.
 *
 * @template {import("smskernel").Answer} A
 * @param {import("smskernel").Call<A>} call
 * @returns {Promise<A | ReplyFailure | undefined>}
 */
async function exchange(call) {
  const reply = await fetch(call.url, { ...call, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  try {
    return reply && (await call.parseResponse(reply));
  } catch (error) {
    if (error instanceof ReplyFailure) return error;
    // The reply broke off. That is none, either.
    return undefined;
  }
}

/**
 * What a call tells that only asks: after a lost reply it may be asked again, here once.
 *
 * @template {import("smskernel").Answer} A
 * @param {import("smskernel").Call<A>} call
 * @returns {Promise<A>}
 */
async function ask(call) {
  const told = (await exchange(call)) ?? (await exchange(call));
  if (told === undefined) throw new Error(`no reply to ${call.reader.operation}`);
  if (told instanceof ReplyFailure) throw told;
  return told;
}

try {
  const account = new blackkonnect.Gateway(SMS_URL, { serviceAccountId: SMS_ACCOUNT, organisationId: SMS_ORGANISATION });
  const token = await ask(account.getToken({ clientId: SMS_CLIENT, clientSecret: SMS_SECRET }));
  console.log(String(token));
  const gateway = account.withToken(token);

  const plan = gateway.plan([{ text, to: numbers }], { onInvalid: "set_aside" });
  /** @type {import("smskernel").Result<blackkonnect.BulkSmsMessageResponse>[]} */
  const results = [];
  for (const call of plan) results.push([call, await exchange(call)]);
  for (const { to, outcome } of plan.merge(results)) console.log(to ?? "-", outcome.state, outcome.resend);

  for (const [, told] of results) {
    if (!(told && "correlationId" in told && told.correlationId)) continue;
    /** @type {blackkonnect.GetBulkStatus | undefined} */
    let page = { bulkCorrelationId: told.correlationId, size: 100 };
    while (page) {
      /** @type {blackkonnect.DeliveryStatuses} */
      const answer = await ask(gateway.getBulkStatus(page));
      for (const { destination, outcome } of answer.statuses) console.log(destination ?? "-", "is", outcome.state);
      page = answer.next;
    }
  }
} catch (error) {
  if (!(error instanceof ReplyFailure)) throw error;
  console.log(error.message);
  process.exitCode = 1;
}
