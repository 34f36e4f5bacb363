// Infobip's SMS API and its white labels.

import {
  Account, accountOf, BaseGateway, check, type CheckOptions, type CommonOptions, isAccount, type JsonText,
  type SendOptions,
} from "./account.js";
import type { Call } from "./call.js";
import type { Violation } from "./errors.js";
import type {
  Balance, BulkStatus, ConversionConfirmed, Preview, Schedule, SentMessages, SessionEnded,
} from "./infobip-answers.js";
import type {
  ConfirmConversion, CreateSession, EndSession, GetBalance, GetBulkStatus, GetInboxLogs, GetInboxReports, GetLogs, GetOauthToken,
  GetReports, GetSchedule, PreviewRequest, Reschedule, SetBulkStatus,
} from "./infobip-asking-types.js";
import { type Auth, credentialsOf } from "./infobip-auth.js";
import type { InboundMessages, Logs, Reports } from "./infobip-reports.js";
import type { SendBinaryMulti, SendBinarySingle, SendTextMulti, SendTextSingle } from "./infobip-simple-types.js";
import type {
  BinaryMessage, Envelope, Limit, SendBinary, SendText, TextEnvelope, TextMessage, WireBinaryMessage, WireTextMessage,
} from "./infobip-types.js";
import type { Plan, PlanOptions } from "./plan.js";
import { optionsOf } from "./request.js";
import { OauthToken, Session } from "./token.js";

export type * from "./infobip-answers.js";
export type * from "./infobip-asking-types.js";
export { apiKey, Auth, basic, bearer, ibsso } from "./infobip-auth.js";
export type * from "./infobip-reports.js";
export type * from "./infobip-simple-types.js";
export type * from "./infobip-types.js";
export * from "./webhooks/infobip.js";
export { OauthToken, Session };

const SEND_TEXT = "infobip.send_text";
const SEND_BINARY = "infobip.send_binary";
const SEND_TEXT_SINGLE = "infobip.send_text_single";
const SEND_TEXT_MULTI = "infobip.send_text_multi";
const SEND_BINARY_SINGLE = "infobip.send_binary_single";
const SEND_BINARY_MULTI = "infobip.send_binary_multi";
const GET_REPORTS = "infobip.get_reports";
const GET_LOGS = "infobip.get_logs";
const GET_INBOX_REPORTS = "infobip.get_inbox_reports";
const GET_INBOX_LOGS = "infobip.get_inbox_logs";
const GET_SCHEDULE = "infobip.get_schedule";
const RESCHEDULE = "infobip.reschedule";
const GET_BULK_STATUS = "infobip.get_bulk_status";
const SET_BULK_STATUS = "infobip.set_bulk_status";
const PREVIEW = "infobip.preview";
const GET_BALANCE = "infobip.get_balance";
const CREATE_SESSION = "infobip.create_session";
const END_SESSION = "infobip.end_session";
const GET_OAUTH_TOKEN = "infobip.get_oauth_token";
const CONFIRM_CONVERSION = "infobip.confirm_conversion";

/** What of a gateway changes with its credentials. */
function later(auth: unknown): object {
  return { auth: credentialsOf(auth) };
}

/** Which version of the send endpoints is meant. */
export interface ApiVersion {
  /** 1 (the default) or 2. */
  readonly apiVersion?: 1 | 2 | undefined;
}

/** The options of a `Gateway`. What is not given has the library's default. */
export interface Options extends CommonOptions<Limit>, ApiVersion {
  /**
   * The credentials: `apiKey`, `basic`, `ibsso` or `bearer`, or the answer to `createSession` or `getOauthToken`. Without any
   * only these two can be called.
   */
  readonly auth?: Auth | Session | OauthToken | undefined;
}

/** How a plan of texts is made, and what all of its calls have in common. */
export interface TextPlanOptions extends PlanOptions, Omit<TextEnvelope, "bulkId"> {}

/** How a plan of binary messages is made, and what all of its calls have in common. */
export interface BinaryPlanOptions extends PlanOptions, Omit<Envelope, "bulkId"> {}

/** One account: base URL, credentials and options. Immutable, and printable without its credentials. */
export class Gateway extends BaseGateway {
  /** Throws `InvalidRequest` with all that is wrong with the options, under paths such as `gateway.base_url`. */
  constructor(baseUrl: string, options?: Options);
  /** Made by `withAuth`. */
  constructor(baseUrl: string, account: Account);
  constructor(baseUrl: string, given?: Options | Account) {
    if (isAccount(given)) {
      super("infobip", baseUrl, given);
    } else {
      const { auth, ...rest } = optionsOf(given);
      super("infobip", baseUrl, new Account(SEND_TEXT, { baseUrl, ...rest }, later(auth)));
    }
  }

  /** The same account with those credentials: others, or the answer to `createSession` or `getOauthToken`. */
  withAuth(auth: Auth | Session | OauthToken): Gateway {
    return new Gateway(this.baseUrl, accountOf(this).with(later(auth)));
  }

  /** `POST {base}/sms/1/text/advanced`, on version 2 `/sms/2/`: texts, each to one or many numbers. */
  sendText(request: SendText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).send(SEND_TEXT, request, options);
  }

  /** The same from JSON text, in which every digit of a number counts and doubled keys are seen. */
  sendTextJson(json: JsonText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).sendJson(SEND_TEXT, json, options);
  }

  /** The calls of a long list of texts. */
  plan(messages: Iterable<TextMessage | WireTextMessage>, options?: TextPlanOptions): Plan<SentMessages> {
    return accountOf(this).plan(SEND_TEXT, messages, options);
  }

  /** `POST {base}/sms/1/binary/advanced`, on version 2 `/sms/2/`: octets, each to one or many numbers. */
  sendBinary(request: SendBinary, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).send(SEND_BINARY, request, options);
  }

  /** The same from JSON text. */
  sendBinaryJson(json: JsonText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).sendJson(SEND_BINARY, json, options);
  }

  /** The calls of a long list of binary messages. */
  planBinary(messages: Iterable<BinaryMessage | WireBinaryMessage>, options?: BinaryPlanOptions): Plan<SentMessages> {
    return accountOf(this).plan(SEND_BINARY, messages, options);
  }

  /** `POST {base}/sms/1/text/single`, on version 2 `/sms/2/`: one text to one or many numbers, without ids and options. */
  sendTextSingle(request: SendTextSingle, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).send(SEND_TEXT_SINGLE, request, options);
  }

  /** The same from JSON text. */
  sendTextSingleJson(json: JsonText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).sendJson(SEND_TEXT_SINGLE, json, options);
  }

  /** `POST {base}/sms/1/text/multi`: texts, each to one or many numbers, without ids and options. */
  sendTextMulti(request: SendTextMulti, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).send(SEND_TEXT_MULTI, request, options);
  }

  /** The same from JSON text. */
  sendTextMultiJson(json: JsonText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).sendJson(SEND_TEXT_MULTI, json, options);
  }

  /** `POST {base}/sms/1/binary/single`: octets to one or many numbers, without ids and options. */
  sendBinarySingle(request: SendBinarySingle, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).send(SEND_BINARY_SINGLE, request, options);
  }

  /** The same from JSON text. */
  sendBinarySingleJson(json: JsonText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).sendJson(SEND_BINARY_SINGLE, json, options);
  }

  /** `POST {base}/sms/1/binary/multi`: octets, each to one or many numbers, without ids and options. */
  sendBinaryMulti(request: SendBinaryMulti, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).send(SEND_BINARY_MULTI, request, options);
  }

  /** The same from JSON text. */
  sendBinaryMultiJson(json: JsonText, options?: SendOptions): Call<SentMessages> {
    return accountOf(this).sendJson(SEND_BINARY_MULTI, json, options);
  }

  /**
   * `GET {base}/sms/1/reports`: delivery reports that were not handed out yet. Each is handed out once: store the reply's body
   * before anything is done with it, for who crashes in between must ask `getLogs`.
   */
  getReports(request: GetReports = {}, options?: SendOptions): Call<Reports> {
    return accountOf(this).send(GET_REPORTS, request, options);
  }

  /** The same from JSON text. */
  getReportsJson(json: JsonText, options?: SendOptions): Call<Reports> {
    return accountOf(this).sendJson(GET_REPORTS, json, options);
  }

  /** `GET {base}/sms/1/logs`: what became of messages of the last 48 hours. */
  getLogs(request: GetLogs = {}, options?: SendOptions): Call<Logs> {
    return accountOf(this).send(GET_LOGS, request, options);
  }

  /** The same from JSON text. */
  getLogsJson(json: JsonText, options?: SendOptions): Call<Logs> {
    return accountOf(this).sendJson(GET_LOGS, json, options);
  }

  /** `GET {base}/sms/1/inbox/reports`: messages that came in and were not handed out yet. Each is handed out once. */
  getInboxReports(request: GetInboxReports = {}, options?: SendOptions): Call<InboundMessages> {
    return accountOf(this).send(GET_INBOX_REPORTS, request, options);
  }

  /** The same from JSON text. */
  getInboxReportsJson(json: JsonText, options?: SendOptions): Call<InboundMessages> {
    return accountOf(this).sendJson(GET_INBOX_REPORTS, json, options);
  }

  /** `GET {base}/sms/1/inbox/logs`: which messages came in. */
  getInboxLogs(request: GetInboxLogs = {}, options?: SendOptions): Call<InboundMessages> {
    return accountOf(this).send(GET_INBOX_LOGS, request, options);
  }

  /** The same from JSON text. */
  getInboxLogsJson(json: JsonText, options?: SendOptions): Call<InboundMessages> {
    return accountOf(this).sendJson(GET_INBOX_LOGS, json, options);
  }

  /** `GET {base}/sms/1/bulks`: when a scheduled bulk will be sent. */
  getSchedule(request: GetSchedule, options?: SendOptions): Call<Schedule> {
    return accountOf(this).send(GET_SCHEDULE, request, options);
  }

  /** The same from JSON text. */
  getScheduleJson(json: JsonText, options?: SendOptions): Call<Schedule> {
    return accountOf(this).sendJson(GET_SCHEDULE, json, options);
  }

  /** `PUT {base}/sms/1/bulks`: moves a scheduled bulk to another time. */
  reschedule(request: Reschedule, options?: SendOptions): Call<Schedule> {
    return accountOf(this).send(RESCHEDULE, request, options);
  }

  /** The same from JSON text. */
  rescheduleJson(json: JsonText, options?: SendOptions): Call<Schedule> {
    return accountOf(this).sendJson(RESCHEDULE, json, options);
  }

  /** `GET {base}/sms/1/bulks/status`: whether a scheduled bulk waits, is held, is being sent, or is done with. */
  getBulkStatus(request: GetBulkStatus, options?: SendOptions): Call<BulkStatus> {
    return accountOf(this).send(GET_BULK_STATUS, request, options);
  }

  /** The same from JSON text. */
  getBulkStatusJson(json: JsonText, options?: SendOptions): Call<BulkStatus> {
    return accountOf(this).sendJson(GET_BULK_STATUS, json, options);
  }

  /** `PUT {base}/sms/1/bulks/status`: holds a scheduled bulk, lets it go on, or calls it off. */
  setBulkStatus(request: SetBulkStatus, options?: SendOptions): Call<BulkStatus> {
    return accountOf(this).send(SET_BULK_STATUS, request, options);
  }

  /** The same from JSON text. */
  setBulkStatusJson(json: JsonText, options?: SendOptions): Call<BulkStatus> {
    return accountOf(this).sendJson(SET_BULK_STATUS, json, options);
  }

  /** `POST {base}/sms/1/preview`: how many parts a text takes. Nothing is sent and nothing is paid. */
  preview(request: PreviewRequest, options?: SendOptions): Call<Preview> {
    return accountOf(this).send(PREVIEW, request, options);
  }

  /** The same from JSON text. */
  previewJson(json: JsonText, options?: SendOptions): Call<Preview> {
    return accountOf(this).sendJson(PREVIEW, json, options);
  }

  /** `GET {base}/account/1/balance`: what is left on the account. */
  getBalance(request: GetBalance = {}, options?: SendOptions): Call<Balance> {
    return accountOf(this).send(GET_BALANCE, request, options);
  }

  /** The same from JSON text. */
  getBalanceJson(json: JsonText, options?: SendOptions): Call<Balance> {
    return accountOf(this).sendJson(GET_BALANCE, json, options);
  }

  /** `POST {base}/auth/1/session`: the token of a session, for `withAuth`. The gateway needs no credentials for it. */
  createSession(request: CreateSession, options?: SendOptions): Call<Session> {
    return accountOf(this).send(CREATE_SESSION, request, options);
  }

  /** The same from JSON text. */
  createSessionJson(json: JsonText, options?: SendOptions): Call<Session> {
    return accountOf(this).sendJson(CREATE_SESSION, json, options);
  }

  /** `DELETE {base}/auth/1/session`: ends the session whose token the gateway has. */
  endSession(request: EndSession = {}, options?: SendOptions): Call<SessionEnded> {
    return accountOf(this).send(END_SESSION, request, options);
  }

  /** The same from JSON text. */
  endSessionJson(json: JsonText, options?: SendOptions): Call<SessionEnded> {
    return accountOf(this).sendJson(END_SESSION, json, options);
  }

  /** `POST {base}/auth/1/oauth2/token`: an access token, for `withAuth`. The gateway needs no credentials for it. */
  getOauthToken(request: GetOauthToken, options?: SendOptions): Call<OauthToken> {
    return accountOf(this).send(GET_OAUTH_TOKEN, request, options);
  }

  /** The same from JSON text. */
  getOauthTokenJson(json: JsonText, options?: SendOptions): Call<OauthToken> {
    return accountOf(this).sendJson(GET_OAUTH_TOKEN, json, options);
  }

  /** `POST {base}/ct/1/log/end/{messageId}`: tells that the receiver of a tracked message did what it was for. */
  confirmConversion(request: ConfirmConversion, options?: SendOptions): Call<ConversionConfirmed> {
    return accountOf(this).send(CONFIRM_CONVERSION, request, options);
  }

  /** The same from JSON text. */
  confirmConversionJson(json: JsonText, options?: SendOptions): Call<ConversionConfirmed> {
    return accountOf(this).sendJson(CONFIRM_CONVERSION, json, options);
  }
}

/**
 * Judges a finished payload of `sendText` in the gateway's own JSON, whoever built it: a value, or the text or bytes of its
 * JSON. Gives all violations, warnings included; content never makes it throw.
 */
export function checkText(payload: unknown, options?: CheckOptions<Limit> & ApiVersion): readonly Violation[] {
  return check(SEND_TEXT, payload, options);
}

/** The same for a payload of `sendBinary`. */
export function checkBinary(payload: unknown, options?: CheckOptions<Limit> & ApiVersion): readonly Violation[] {
  return check(SEND_BINARY, payload, options);
}

/** The same for a payload of `sendTextSingle`. */
export function checkTextSingle(payload: unknown, options?: CheckOptions<Limit> & ApiVersion): readonly Violation[] {
  return check(SEND_TEXT_SINGLE, payload, options);
}

/** The same for a payload of `sendTextMulti`. */
export function checkTextMulti(payload: unknown, options?: CheckOptions<Limit> & ApiVersion): readonly Violation[] {
  return check(SEND_TEXT_MULTI, payload, options);
}

/** The same for a payload of `sendBinarySingle`. */
export function checkBinarySingle(payload: unknown, options?: CheckOptions<Limit> & ApiVersion): readonly Violation[] {
  return check(SEND_BINARY_SINGLE, payload, options);
}

/** The same for a payload of `sendBinaryMulti`. */
export function checkBinaryMulti(payload: unknown, options?: CheckOptions<Limit> & ApiVersion): readonly Violation[] {
  return check(SEND_BINARY_MULTI, payload, options);
}
