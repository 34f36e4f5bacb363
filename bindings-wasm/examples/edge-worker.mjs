// A module worker that keeps the key: a page asks it to tell somebody that a parcel has come, and it asks the gateway.
//
// Its environment has SMS_URL and SMS_KEY, which are secrets, and PAGE_ORIGIN, the origin of the pages that may call it. An
// origin is no password, for programs claim any: know your users and count their messages before you send one.
import { infobip, InvalidRequest, Refused, ReplyFailure } from "smskernel";

/** @typedef {{ SMS_URL: string, SMS_KEY: string, PAGE_ORIGIN: string }} Env */

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   */
  async fetch(request, env) {
    const origin = request.headers.get("origin");
    if (origin !== env.PAGE_ORIGIN) return Response.json({ error: "this origin may not send" }, { status: 403 });
    const reply = await respond(request, env);
    reply.headers.set("access-control-allow-origin", origin);
    reply.headers.set("vary", "origin");
    return reply;
  },
};

/**
 * @param {Request} request
 * @param {Env} env
 */
async function respond(request, env) {
  if (request.method === "OPTIONS") {
    const headers = { "access-control-allow-methods": "POST", "access-control-allow-headers": "content-type" };
    return new Response(null, { status: 204, headers });
  }
  if (request.method !== "POST") return Response.json({ error: "only POST is known here" }, { status: 405 });
  const parcel = await read(request);
  if (!parcel) return Response.json({ error: "send { number, to }, both of them text" }, { status: 400 });
  try {
    return await send(parcel, env);
  } catch (error) {
    // What is wrong with the worker itself is for its log. No message of this package holds a secret.
    console.error(String(error));
    return Response.json({ error: "the worker failed" }, { status: 500 });
  }
}

/**
 * The parcel that a page asks for; undefined if it is none. The library judges the phone number.
 *
 * @param {Request} request
 */
async function read(request) {
  const length = Number(request.headers.get("content-length") ?? Infinity);
  /** @type {unknown} */
  const given = length <= 1000 ? await request.json().catch(() => undefined) : undefined;
  const { number, to } = /** @type {Record<string, unknown>} */ (Object(given));
  if (typeof number !== "string" || !/^[0-9]{1,20}$/.test(number) || typeof to !== "string") return undefined;
  return { number, to };
}

/**
 * @param {{ number: string, to: string }} parcel
 * @param {Env} env
 */
async function send({ number, to }, env) {
  const gateway = new infobip.Gateway(env.SMS_URL, { auth: infobip.apiKey(env.SMS_KEY) });
  let call;
  try {
    // The page chooses the number, not the words. The id is the parcel's, so that a second try is known as one.
    const destination = { to, messageId: `parcel-${number}` };
    call = gateway.sendText({ messages: [{ sender: "SMSC", to: [destination], text: `Parcel ${number} has come.` }] });
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error;
    const violations = error.violations.map(({ path, code, message }) => ({ path, code, message }));
    return Response.json({ error: "invalid_request", violations }, { status: 400 });
  }
  let reply, body;
  try {
    reply = await fetch(call.url, { ...call, signal: AbortSignal.timeout(30_000) });
    body = await reply.arrayBuffer();
  } catch (error) {
    // Nothing came, or it broke off: the message may be on its way all the same.
    console.error(String(error));
    return Response.json({ error: "no_reply", resend: "uncertain" }, { status: 504 });
  }
  return told(call, reply, body);
}

/**
 * What the page is told of a reply. The gateway's own words are for the log.
 *
 * @param {import("smskernel").Call<infobip.SentMessages>} call
 * @param {Response} reply
 * @param {ArrayBuffer} body
 */
function told(call, reply, body) {
  try {
    const [message] = call.parse(reply.status, reply.headers, body).messages;
    return Response.json({ state: message?.outcome.state, resend: message?.outcome.resend });
  } catch (error) {
    if (!(error instanceof ReplyFailure)) throw error;
    console.error(error.message);
    const after = error instanceof Refused ? error.resendAfter : undefined;
    const headers = after && "seconds" in after ? { "retry-after": String(after.seconds) } : {};
    const status = error.resend === "safe_after" ? 503 : 502;
    return Response.json({ error: error.code, resend: error.resend }, { status, headers });
  }
}
