// A module worker that receives what the gateway pushes: it logs each message's fate, and keeps what cannot be read.
//
// Its environment has WEBHOOK_SECRET, a long random text in the path of the address that the gateway is given
// (https://…/SECRET), for nothing signs a webhook. It sends nothing, so it takes the small entry, which reads XML, too.
import { infobip, secretMatches, UnreadableWebhook } from "smskernel/webhooks";

/** @typedef {{ WEBHOOK_SECRET: string }} Env */

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   */
  async fetch(request, env) {
    const { pathname, search } = new URL(request.url);
    if (!secretMatches(pathname.slice(1), env.WEBHOOK_SECRET)) return new Response(null, { status: 404 });
    const { method, headers } = request;
    try {
      const { events, malformed } = infobip.parseWebhook({ method, headers, query: search, body: await request.arrayBuffer() });
      for (const { raw, reason } of malformed) keep(raw, reason);
      for (const event of events) console.log(told(event));
    } catch (error) {
      if (!(error instanceof UnreadableWebhook)) throw error;
      keep(new TextDecoder().decode(error.rawBody), error.message);
    }
    // Any other answer brings the same request again.
    return new Response(null, { status: 204 });
  },
};

/**
 * What an event says, in a line. A real worker gives it to a queue or a table; one may come twice, and an intermediate report
 * after the final one.
 *
 * @param {infobip.WebhookEvent} event
 */
function told(event) {
  switch (event.kind) {
    case "delivery_report":
      return `${event.messageId} is ${event.outcome.state}, send again: ${event.outcome.resend}`;
    case "inbound_message":
      return `${event.messageId} came with the keyword ${event.keyword}`;
    case "url_click":
      return `${event.messageId} was opened`;
  }
}

/**
 * Keeps what was not understood, with the numbers and texts in it: put it where those may be.
 *
 * @param {string} raw
 * @param {string} reason
 */
function keep(raw, reason) {
  console.error(JSON.stringify({ raw, reason }));
}
