// What must compile, and what must not: calls, answers, errors.
import {
  blackkonnect, infobip, InvalidRequest, merge, Refused, ReplyReader, SmsKernelError, smslist, UnreadableReply,
  type Call, type Code, type SendAnswer, type Outcome, type Resend, type Row, type State, type Violation,
} from "smskernel";

declare const call: Call<infobip.SentMessages>;
declare const bulkCall: Call<smslist.SentBulk>;
declare const response: Response;

fetch(call.url, call);
fetch(call.url, { ...call, signal: AbortSignal.timeout(1) });

const sent: infobip.SentMessages = call.parse(200, response.headers, "");
call.parse(200, null, new Uint8Array());
call.parse(200, undefined, new ArrayBuffer(1));
call.parse(200, { "retry-after": "7", "set-cookie": ["a", "b"], other: undefined }, "");
call.parse(200, [["retry-after", "7"]], "");
call.parse(200, new Map([["retry-after", "7"]]), "");
const later: Promise<infobip.SentMessages> = call.parseResponse(response);
const lost: infobip.SentMessages = call.noReply();
const reader: ReplyReader<infobip.SentMessages> = call.reader;
const again: ReplyReader = ReplyReader.fromBytes(reader.toBytes());
const size: number = again.length;
const bytes: Uint8Array = sent.rawBody;
const warnings: readonly Violation[] = call.warnings;

for (const message of sent.messages) {
  const outcome: Outcome = message.outcome;
  const id: string | undefined = message.messageId;
  const name: string | undefined = message.status?.name;
  const advice: Resend = outcome.resend;
  if (outcome.resendAfter !== undefined && "seconds" in outcome.resendAfter) outcome.resendAfter.seconds.toFixed();
  const state: State = outcome.state;
  // @ts-expect-error answers are not changed
  message.to = "1";
  // @ts-expect-error a field of the other dialect
  message.clientSmsId;
}

declare const error: unknown;
if (error instanceof InvalidRequest) {
  const codes: Code[] = error.violations.map(({ code }) => code);
  const kind: "invalid_request" = error.code;
}
if (error instanceof Refused) {
  const kind: "refused" = error.code;
  const [first] = error.errors;
  const text: string | undefined = error.gatewayText ?? first?.message;
  // @ts-expect-error where reading failed is known of unreadable replies
  error.offset;
}
if (error instanceof UnreadableReply && error.code === "redirected") {
  const where: string | undefined = error.location;
  const advice: "uncertain" | "safe" = error.resend;
  // @ts-expect-error no such code
  if (error.code === "refused") throw error;
}
if (error instanceof SmsKernelError) error.code.length;

const rows: Row<infobip.SentMessage>[] = merge([[call, sent], [reader, null], [call, new Error("timed out")]]);
const bulkRows = merge([[bulkCall, bulkCall.noReply()]], []);
const network: string | undefined = bulkRows[0]?.message?.networkId;
// @ts-expect-error an answer without the call that it is of
merge([[sent]]);

declare const tokenCall: Call<blackkonnect.Token>;
declare const statusCall: Call<blackkonnect.DeliveryStatuses>;
declare const listCall: Call<blackkonnect.BulkSmsMessageResponse>;
declare const gateway: blackkonnect.Gateway;

fetch(statusCall.url, statusCall);
const body: Uint8Array | null = statusCall.body;
const token: blackkonnect.Token = await tokenCall.parseResponse(response);
const revealed: string = token.reveal();
const expires: Date | undefined = token.expiresAt;
gateway.withToken(token).withToken(revealed);

/** A whole walk. */
async function walk(correlationId: string): Promise<string[]> {
  const ids: string[] = [];
  let page: blackkonnect.GetBulkStatus | undefined = { bulkCorrelationId: correlationId, size: 100 };
  while (page) {
    const call = gateway.getBulkStatus(page);
    const answer = await call.parseResponse(await fetch(call.url, call));
    ids.push(...answer.statuses.map(({ messageId }) => messageId ?? ""));
    page = answer.next;
  }
  return ids;
}

const list: blackkonnect.BulkSmsMessageResponse = listCall.noReply();
const bulkRow: Row<blackkonnect.SentMessage>[] = merge([[listCall, list]]);
const status: string | undefined = list.messages[0]?.messageGroupStatus?.deliveryStatus ?? list.unmatched[0]?.destination;
const said: blackkonnect.Json | undefined = list.data;
const total: number | undefined = list.itemPagination?.totalElements;
const problem: blackkonnect.ProblemDetail | undefined = blackkonnect.problemDetail(new Uint8Array());
const detail: string | undefined = problem?.detail;
const more: blackkonnect.Json | undefined = problem?.extra?.["errors"];
function delivery(envelope: blackkonnect.GenericResponseNetworkOperatorMessageDeliveryDTO): string | undefined {
  return envelope.items[0]?.cost ?? envelope.data?.messageContent;
}
/** Any send. */
function fates(call: Call<SendAnswer>): Outcome[] {
  return call.noReply().messages.map(({ outcome }) => outcome);
}
fates(listCall);
// @ts-expect-error a call that only asks has no outcome
tokenCall.noReply();
// @ts-expect-error nor has its reader
statusCall.reader.noReply();
// @ts-expect-error nor is it a send
fates(statusCall);
// @ts-expect-error nor is there anything to merge
merge([[statusCall, null]]);
// @ts-expect-error a call may have no body
call.body.length;
// @ts-expect-error the content is read with `reveal`
token.content;
// @ts-expect-error a token does not change
token.expiresAt = new Date();
// @ts-expect-error an open part may be anything
list.data.destination;
// @ts-expect-error answers have no status
blackkonnect.problemDetail(list);

// @ts-expect-error a call is not changed
call.url = "https://example.com";
// @ts-expect-error calls are made by gateways, and imported here as a type
call.constructor === Object && new Call();
// @ts-expect-error the body was forgotten
call.parse(200, null);
// @ts-expect-error a promise in the place of the body
call.parse(200, null, response.text());

// Strictness of what comes back.
// @ts-expect-error a status as text
call.parse("200", null, "");
// @ts-expect-error a parsed body
call.parse(200, null, { messages: [] });
// @ts-expect-error a response of another client
call.parseResponse({ status: 200, data: "" });
// @ts-expect-error a saved reader as text
ReplyReader.fromBytes("saved");
// @ts-expect-error a list of an answer does not grow
sent.messages.push(sent.messages[0]);
// @ts-expect-error nor does one of warnings
call.warnings.pop();
// @ts-expect-error a misspelt member
sent.messages[0]?.outcome.isfinal;
// @ts-expect-error there may be no first message
sent.messages[0].outcome;
// @ts-expect-error no such state
sent.messages[0]?.outcome.state === "sent";
// @ts-expect-error no such advice
sent.messages[0]?.outcome.resend === "maybe";
// @ts-expect-error the header fields of a call do not change
call.headers["X"] = "y";
// @ts-expect-error what was set aside is none of the results
merge([[call, sent]], [sent]);
if (error instanceof InvalidRequest) {
  // @ts-expect-error no such code
  error.violations.some(({ code }) => code === "nonsense");
  // @ts-expect-error a request that was not built has no reply
  error.rawBody;
}
if (error instanceof SmsKernelError && error.name === "Refused") error.message.length;
