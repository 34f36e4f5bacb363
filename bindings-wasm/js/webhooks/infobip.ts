// Webhooks of Infobip.

import type { DeliveryReport, InboundMessage, UrlClick } from "../infobip-reports.js";
import { parse } from "./parse.js";
import type { Event, Webhook, WebhookOptions, WebhookRequest } from "./types.js";

/** What became of a message, be that final or not. */
export type DeliveryReportEvent = Event<"delivery_report", DeliveryReport>;

/** A message that came in. */
export type InboundMessageEvent = Event<"inbound_message", InboundMessage>;

/** A click on a link of a message. */
export type UrlClickEvent = Event<"url_click", UrlClick>;

/** What a webhook tells, by its `kind`. */
export type WebhookEvent = DeliveryReportEvent | InboundMessageEvent | UrlClickEvent;

/**
 * Reads what the gateway pushes: delivery reports, messages that came in, clicks on links. XML is read where the entry
 * `smskernel/webhooks` was imported. Throws `UnreadableWebhook` where the request is none.
 *
 * Answer 2xx once the body is stored; otherwise it comes again. So a report may come twice, and an intermediate one after the
 * final one. Nothing is signed: compare a secret in your address by `secretMatches` first.
 */
export function parseWebhook(request: WebhookRequest, options?: WebhookOptions): Webhook<WebhookEvent> {
  return parse("infobip", request, options);
}
