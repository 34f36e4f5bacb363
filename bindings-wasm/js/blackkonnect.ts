// Blackkonnect's SMS API.

import {
  Account, accountOf, BaseGateway, check, type CheckOptions, type CommonOptions, isAccount, type JsonText,
  type SendOptions,
} from "./account.js";
import type {
  BulkSmsMessageResponse, DeliveryStatuses, ProblemDetail, SimpleSmsMessageResponse,
} from "./blackkonnect-answers.js";
import type {
  BulkEnvelope, BulkSmsMessageRequest, GetBulkStatus, GetMessageStatus, Id, Limit, SimpleSmsMessageRequest, SmsMessage,
  TokenRequest,
} from "./blackkonnect-types.js";
import type { Call } from "./call.js";
import { failureIn, type Refused, type Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import type { Plan, PlanOptions } from "./plan.js";
import type { ReplyBody } from "./reader.js";
import { open } from "./report.js";
import { optionsOf, textOrBytes } from "./request.js";
import { contentOf, Token } from "./token.js";

export type * from "./blackkonnect-answers.js";
export type * from "./blackkonnect-types.js";
export * from "./webhooks/blackkonnect.js";
export { Token };

const GET_TOKEN = "blackkonnect.get_token";
const SEND_MESSAGE = "blackkonnect.send_message";
const SEND_BULK = "blackkonnect.send_bulk";
const GET_BULK_STATUS = "blackkonnect.get_bulk_status";
const GET_MESSAGE_STATUS = "blackkonnect.get_message_status";

/** The options of a `Gateway`. What is not given has the library's default. */
export interface Options extends CommonOptions<Limit> {
  /** The access token: the answer to `getToken`, or its text. Without one only `getToken` can be called. */
  readonly token?: Token | string | undefined;
  /** The service account; its header field is left out when it is unset. */
  readonly serviceAccountId?: Id | undefined;
  /** The organisation; its header field is left out when it is unset. */
  readonly organisationId?: Id | undefined;
  /**
   * The path of a single message's status, with `{messageId}` where its id stands. No document gives it; while it is unset,
   * calls go to one that was concluded from the bulk's, with a warning.
   */
  readonly messageStatusPath?: string | undefined;
}

/** How a plan is made, and what all of its calls have in common. */
export type BulkPlanOptions = PlanOptions & BulkEnvelope;

/** What of a gateway changes with its token. */
function later(token: Token | string | undefined): object {
  return { token: contentOf(token, Token) ?? token };
}

/** One account: base URL, access token and options. Immutable, and printable without its token. */
export class Gateway extends BaseGateway {
  /** Throws `InvalidRequest` with all that is wrong with the options, under paths such as `gateway.base_url`. */
  constructor(baseUrl: string, options?: Options);
  /** Made by `withToken`. */
  constructor(baseUrl: string, account: Account);
  constructor(baseUrl: string, given?: Options | Account) {
    if (isAccount(given)) {
      super("blackkonnect", baseUrl, given);
    } else {
      const { token, ...rest } = optionsOf(given);
      super("blackkonnect", baseUrl, new Account(GET_TOKEN, { baseUrl, ...rest }, later(token)));
    }
  }

  /** The same account with that access token: the answer to `getToken`, or its text. */
  withToken(token: Token | string): Gateway {
    return new Gateway(this.baseUrl, accountOf(this).with(later(token)));
  }

  /** `POST {base}/api/sms/authenticate/access-token/token/v1`: an access token, for `withToken`. */
  getToken(request: TokenRequest, options?: SendOptions): Call<Token> {
    return accountOf(this).send(GET_TOKEN, request, options);
  }

  /** The same from JSON text. */
  getTokenJson(json: JsonText, options?: SendOptions): Call<Token> {
    return accountOf(this).sendJson(GET_TOKEN, json, options);
  }

  /** `POST {base}/api/sms/send-message/v1`: one text to one number. */
  sendMessage(request: SimpleSmsMessageRequest, options?: SendOptions): Call<SimpleSmsMessageResponse> {
    return accountOf(this).send(SEND_MESSAGE, request, options);
  }

  /** The same from JSON text, in which every digit of a number counts and doubled keys are seen. */
  sendMessageJson(json: JsonText, options?: SendOptions): Call<SimpleSmsMessageResponse> {
    return accountOf(this).sendJson(SEND_MESSAGE, json, options);
  }

  /** `POST {base}/api/sms/send-bulk-messages/v1`: texts, each to one or many numbers. */
  sendBulk(request: BulkSmsMessageRequest, options?: SendOptions): Call<BulkSmsMessageResponse> {
    return accountOf(this).send(SEND_BULK, request, options);
  }

  /** The same from JSON text. */
  sendBulkJson(json: JsonText, options?: SendOptions): Call<BulkSmsMessageResponse> {
    return accountOf(this).sendJson(SEND_BULK, json, options);
  }

  /** The calls of a long list of messages. */
  plan(messages: Iterable<SmsMessage>, options?: BulkPlanOptions): Plan<BulkSmsMessageResponse> {
    return accountOf(this).plan(SEND_BULK, messages, options);
  }

  /**
   * `GET {base}/api/sms/messages/status/bulk/{bulkCorrelationId}/v1`: one page of a bulk's statuses. The answer's `next` is
   * the request of the page behind it, so that a walk is a loop until there is none.
   */
  getBulkStatus(request: GetBulkStatus, options?: SendOptions): Call<DeliveryStatuses> {
    return accountOf(this).send(GET_BULK_STATUS, request, options);
  }

  /** The same from JSON text. */
  getBulkStatusJson(json: JsonText, options?: SendOptions): Call<DeliveryStatuses> {
    return accountOf(this).sendJson(GET_BULK_STATUS, json, options);
  }

  /** `GET {base}/api/sms/messages/status/{messageId}/v1`, a path that is an option: the status of one message. */
  getMessageStatus(request: GetMessageStatus, options?: SendOptions): Call<DeliveryStatuses> {
    return accountOf(this).send(GET_MESSAGE_STATUS, request, options);
  }

  /** The same from JSON text. */
  getMessageStatusJson(json: JsonText, options?: SendOptions): Call<DeliveryStatuses> {
    return accountOf(this).sendJson(GET_MESSAGE_STATUS, json, options);
  }
}

/**
 * Judges a finished payload of `sendMessage` in the gateway's own JSON, whoever built it: a value, or the text or bytes of
 * its JSON. Gives all violations, warnings included; content never makes it throw.
 */
export function checkMessage(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_MESSAGE, payload, options);
}

/** The same for a payload of `sendBulk`. */
export function checkBulk(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_BULK, payload, options);
}

/** The body of a refusal as a problem, or undefined where it is none. What of it matters stands in the refusal as well. */
export function problemDetail(refusal: Refused | ReplyBody): ProblemDetail | undefined {
  const body = failureIn(refusal)?.rawBody ?? textOrBytes(refusal, "a body is given as a string or bytes");
  return freeze(open<ProblemDetail | null>(run((kernel) => kernel.problemDetail(body)))) ?? undefined;
}
