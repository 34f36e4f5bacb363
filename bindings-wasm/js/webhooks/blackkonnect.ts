// Webhooks of Blackkonnect.

import type { GatewayMessageDeliveryStatus, NetworkOperatorMessageDeliveryDTO } from "../blackkonnect-answers.js";
import { parse } from "./parse.js";
import type { Event, Webhook, WebhookOptions, WebhookRequest } from "./types.js";

/** A delivery as the gateway's own replies have it. */
export type DeliveryStatusEvent = Event<"delivery_status", GatewayMessageDeliveryStatus>;

/** A delivery with what only the network operator's side knows of it. */
export type OperatorDeliveryEvent = Event<"operator_delivery", NetworkOperatorMessageDeliveryDTO>;

/** What a webhook tells, by its `kind`. Both say what became of a message. */
export type WebhookEvent = DeliveryStatusEvent | OperatorDeliveryEvent;

/**
 * Reads deliveries that arrive at an address of yours. No document describes any, or how an address is registered: what is read
 * are the objects by which the gateway's replies tell of deliveries. Throws `UnreadableWebhook` where the request is none; the
 * gateway signs nothing, so compare a secret in your address by `secretMatches` first.
 */
export function parseWebhook(request: WebhookRequest, options?: WebhookOptions): Webhook<WebhookEvent> {
  return parse("blackkonnect", request, options);
}
