// Receives what the gateway pushes, with Express: prints each message's fate, and keeps what cannot be read.
//
//     WEBHOOK_SECRET=… node webhook-with-express.mjs [FILE]
//
// Give the gateway the address https://…/sms/SECRET: nothing signs a webhook, so an address that nobody else knows is all that
// tells it from a stranger's request. What is malformed or unreadable goes to FILE, a line of JSON each, with numbers and texts.
import { appendFile } from "node:fs/promises";

import express from "express";
import { infobip, secretMatches, UnreadableWebhook } from "smskernel";
// Reads XML, too. Leave it out if you ask for JSON (`notifyContentType`).
import "smskernel/webhooks";

const { WEBHOOK_SECRET = "", PORT = "8000" } = process.env;
const [file = "unread-webhooks.jsonl"] = process.argv.slice(2);
if (WEBHOOK_SECRET === "") throw new Error("set WEBHOOK_SECRET to a long random text");

const app = express();

// The body as it came, whatever it says of itself: parsers for JSON would lose what they cannot read.
app.all("/sms/:secret", express.raw({ type: () => true, limit: "10mb" }), async (request, response) => {
  if (!secretMatches(request.params.secret, WEBHOOK_SECRET)) return void response.sendStatus(404);
  const { method, headers, url } = request;
  try {
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    const { events, malformed } = infobip.parseWebhook({ method, headers, query: url.split("?")[1], body });
    // Kept before the gateway is told that it arrived: it does not come again.
    for (const { raw, reason } of malformed) await keep({ raw, reason });
    // A real endpoint stores the events here. One may come twice, and an intermediate report after the final one.
    for (const event of events) console.log(told(event));
  } catch (error) {
    if (!(error instanceof UnreadableWebhook)) throw error;
    console.error(error.message);
    await keep({ raw: Buffer.from(error.rawBody).toString(), reason: error.message });
  }
  // Any other answer brings the same request again.
  response.sendStatus(204);
});

/**
 * What an event says, in a line.
 *
 * @param {infobip.WebhookEvent} event
 */
function told(event) {
  switch (event.kind) {
    case "delivery_report":
      return `${event.to} ${event.messageId} is ${event.outcome.state}, send again: ${event.outcome.resend}`;
    case "inbound_message":
      return `${event.from} wrote to ${event.to}: ${event.text}`;
    case "url_click":
      return `${event.recipient} opened ${event.url}`;
  }
}

/**
 * Keeps what was not understood.
 *
 * @param {{ raw: string, reason: string }} unread
 */
async function keep(unread) {
  await appendFile(file, `${JSON.stringify(unread)}\n`);
}

const server = app.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address();
  console.log(`listening on port ${typeof address === "object" ? address?.port : address}`);
});
