// What must compile, and what must not: requests that arrive, and what they tell.
import {
  blackkonnect, infobip, secretMatches, smslist, SmsKernelError, UnreadableWebhook, type MalformedEvent, type Outcome, type Webhook,
  type WebhookCode, type WebhookRequest,
} from "smskernel";
import * as alone from "smskernel/webhooks";

declare const request: Request;
declare const url: URL;

// The parts of a request, however a server has them.
const webhook = infobip.parseWebhook({ method: "POST", headers: request.headers, body: await request.arrayBuffer() });
infobip.parseWebhook({ method: request.method, headers: { "content-type": "application/json" }, query: url.search, body: "" });
smslist.parseWebhook({ method: "GET", query: url.searchParams });
blackkonnect.parseWebhook({ method: "POST", headers: [["content-type", "text/xml"]], query: null, body: new Uint8Array() });
infobip.parseWebhook({ method: "POST", headers: new Map([["a", "b"]]), body: null }, { limits: { body_bytes: 1000, depth: 9 } });
const parts: WebhookRequest = { method: "POST", headers: null, query: undefined, body: undefined };

/** What becomes of each event. */
function fate(event: infobip.WebhookEvent): Outcome | string {
  switch (event.kind) {
    case "delivery_report":
      // @ts-expect-error a report has no keyword
      event.keyword;
      return event.outcome;
    case "inbound_message":
      return event.text ?? "";
    case "url_click": {
      const city: string | undefined = event.geoLocationInfo?.city;
      // @ts-expect-error a click has no outcome
      event.outcome;
      return city ?? "";
    }
  }
}
webhook.events.map(fate);
const report: infobip.DeliveryReport | undefined = webhook.events.find((event) => event.kind === "delivery_report");
const reports: readonly infobip.DeliveryReport[] = webhook.events.filter((event) => event.kind === "delivery_report");
const malformed: readonly MalformedEvent[] = webhook.malformed;
const raw: Uint8Array = webhook.rawBody;
const calls: Webhook<smslist.WebhookEvent> = smslist.parseWebhook(parts);
const interactive: boolean = calls.events.some((event) => event.kind === "inbound_message" && event.isInteractive);
const operators: (string | undefined)[] = blackkonnect.parseWebhook(parts).events.map((event) =>
  event.kind === "operator_delivery" ? event.operatorName : event.outcome.text);

// Both entries have the same types.
const same: typeof infobip.parseWebhook = alone.infobip.parseWebhook;
const event: infobip.WebhookEvent | undefined = alone.infobip.parseWebhook(parts).events[0];
const secret: boolean = secretMatches(url.searchParams.get("secret"), "s") && alone.secretMatches(undefined, new Uint8Array());
await alone.init(new Uint8Array());

declare const error: unknown;
if (error instanceof UnreadableWebhook) {
  const code: WebhookCode = error.code;
  const where: number | string | undefined = error.offset ?? error.path;
  const [kept, why]: [Uint8Array, string] = [error.rawBody, error.reason];
  // @ts-expect-error no such code
  if (error.code === "refused") throw error;
  // @ts-expect-error it is none of a reply
  error.status;
}
if (error instanceof SmsKernelError) error.code.length;

// @ts-expect-error the method was forgotten
infobip.parseWebhook({ body: "" });
// @ts-expect-error what a framework has parsed
infobip.parseWebhook({ method: "POST", body: { results: [] } });
// @ts-expect-error a promise in the place of the body
infobip.parseWebhook({ method: "POST", body: request.text() });
// @ts-expect-error a parsed query
smslist.parseWebhook({ method: "GET", query: { mobile: "254712345678" } });
// @ts-expect-error a request whose body was not read
infobip.parseWebhook(request);
// @ts-expect-error a limit of requests that are sent
infobip.parseWebhook(parts, { limits: { messages_per_call: 1 } });
// @ts-expect-error an option of another function
infobip.parseWebhook(parts, { now: new Date() });
// @ts-expect-error events do not change
webhook.events.pop();
// @ts-expect-error no such kind
webhook.events.filter((event) => event.kind === "delivery_status");
// @ts-expect-error the kinds of another dialect
const other: smslist.WebhookEvent | undefined = webhook.events[0];
// @ts-expect-error an expectation that may be missing
secretMatches("s", process.env["SECRET"]);
// @ts-expect-error this entry sends nothing
alone.infobip.Gateway;
