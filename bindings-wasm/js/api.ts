// Everything public, over a module that another file has started.

export * as blackkonnect from "./blackkonnect.js";
export * as infobip from "./infobip.js";
export * as smslist from "./smslist.js";
export * as text from "./text/api.js";
export { Call } from "./call.js";
export type { CheckOptions, CommonLimit, CommonOptions, JsonText, Limits, SendOptions } from "./account.js";
export type {
  Code, FixedCode, Grade, Level, MovableCode, ReplyCode, Resend, State, TextCode, UnreadableCode, WebhookCode,
} from "./codes.js";
export { InvalidRequest, Refused, ReplyFailure, SmsKernelError, TextError, UnreadableReply, UnreadableWebhook } from "./errors.js";
export type { FieldError, Outcome, ResendAfter, Violation } from "./errors.js";
export { init, type ModuleSource } from "./init.js";
export { merge, type Result, type Row } from "./merge.js";
export { Plan, type PlanOptions, type Rejected } from "./plan.js";
export {
  type Answer, ReplyReader, type ReplyBody, type ReplyHeaders, type ResponseLike, type SendAnswer, type SentMessage,
} from "./reader.js";
export type { BodyBytes, HeaderFields } from "./request.js";
export { segments, type Segments } from "./text/segments.js";
export { secretMatches } from "./webhooks/secret.js";
export type { Event, MalformedEvent, Webhook, WebhookLimit, WebhookOptions, WebhookRequest } from "./webhooks/types.js";
