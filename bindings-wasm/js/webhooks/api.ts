// Everything public about webhooks, over a module that another file has started.

export * as blackkonnect from "./blackkonnect.js";
export * as infobip from "./infobip.js";
export * as smslist from "./smslist.js";
export type { Limits } from "../account.js";
export type { Code, FixedCode, Grade, Level, MovableCode, Resend, State, WebhookCode } from "../codes.js";
export { InvalidRequest, SmsKernelError, UnreadableWebhook } from "../errors.js";
export type { Outcome, ResendAfter, Violation } from "../errors.js";
export type { BodyBytes, HeaderFields } from "../request.js";
export { secretMatches } from "./secret.js";
export type { Event, MalformedEvent, Webhook, WebhookLimit, WebhookOptions, WebhookRequest } from "./types.js";
