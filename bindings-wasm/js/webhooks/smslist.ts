// Webhooks of the smslist family.

import type { DeliveryReport, InboundMessage } from "../smslist-reports.js";
import { parse } from "./parse.js";
import type { Event, Webhook, WebhookOptions, WebhookRequest } from "./types.js";

/** What became of a message. */
export type DeliveryReportEvent = Event<"delivery_report", DeliveryReport>;

/** A message that somebody sent to your short code. */
export type InboundMessageEvent = Event<"inbound_message", InboundMessage>;

/** What a webhook tells, by its `kind`. */
export type WebhookEvent = DeliveryReportEvent | InboundMessageEvent;

/**
 * Reads what the platform calls your address with: delivery callbacks, and messages to a short code, which come as `GET` or as
 * `POST` and are answered within 15 seconds. Throws `UnreadableWebhook` where the request is none.
 *
 * Nothing is signed, and a callback has no number: compare a secret in your address by `secretMatches` first, and where much hangs
 * on a report, ask for it by its id.
 */
export function parseWebhook(request: WebhookRequest, options?: WebhookOptions): Webhook<WebhookEvent> {
  return parse("smslist", request, options);
}
