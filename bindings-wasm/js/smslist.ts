// The Kenyan smslist family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.

import {
  Account, accountOf, BaseGateway, check, type CheckOptions, type CommonOptions, type JsonText, type SendOptions,
} from "./account.js";
import type { Call } from "./call.js";
import type { Violation } from "./errors.js";
import type { Plan, PlanOptions } from "./plan.js";
import { optionsOf } from "./request.js";
import type { SentBulk } from "./smslist-answers.js";
import type { Balance, Credited, DeliveryReportAnswer } from "./smslist-reports.js";
import type {
  BulkMessage, Credit, GetBalance, GetDeliveryReport, Id, Limit, PassType, SendBulk, SendOtp, SendSms, SmsEnvelope,
  WireBulkMessage,
} from "./smslist-types.js";

export type * from "./smslist-answers.js";
export type * from "./smslist-reports.js";
export type * from "./smslist-types.js";
export * from "./webhooks/smslist.js";

const SEND_BULK = "smslist.send_bulk";
const SEND_SMS = "smslist.send_sms";
const SEND_OTP = "smslist.send_otp";
const GET_DELIVERY_REPORT = "smslist.get_delivery_report";
const GET_BALANCE = "smslist.get_balance";
const CREDIT = "smslist.credit";

/** The options of a `Gateway`. What is not given has the library's default. */
export interface Options extends CommonOptions<Limit> {
  /** The account's partner id. */
  readonly partnerId: Id;
  /** The account's API key. */
  readonly apiKey: string;
  /** The sender ID, case-sensitive. */
  readonly sender: string;
  /** Whether the path ends in a slash, as old documents print it. False by default: deployments disagree. */
  readonly trailingSlash?: boolean | undefined;
  /** `plain` by default; null leaves it out of the items. */
  readonly passType?: PassType | null | undefined;
  /**
   * Whether the operations that the documents show with both methods go as `GET`, with the API key in the URL, where proxies and
   * servers log it. False by default: they post.
   */
  readonly getWithKeyInUrl?: boolean | undefined;
}

/** How a plan of one text is made, and what all of its calls have in common. */
export type SmsPlanOptions = PlanOptions & SmsEnvelope;

/** One account: base URL, credentials and options. Immutable, and printable without its credentials. */
export class Gateway extends BaseGateway {
  /** Throws `InvalidRequest` with all that is wrong with the options, under paths such as `gateway.base_url`. */
  constructor(baseUrl: string, options: Options) {
    super("smslist", baseUrl, new Account(SEND_BULK, { baseUrl, ...optionsOf(options) }));
  }

  /** `POST {base}/api/services/sendbulk`: texts, each to one number. */
  sendBulk(request: SendBulk, options?: SendOptions): Call<SentBulk> {
    return accountOf(this).send(SEND_BULK, request, options);
  }

  /** The same from JSON text, in which every digit of a number counts and doubled keys are seen. */
  sendBulkJson(json: JsonText, options?: SendOptions): Call<SentBulk> {
    return accountOf(this).sendJson(SEND_BULK, json, options);
  }

  /** The calls of a long list of messages. */
  plan(messages: Iterable<BulkMessage | WireBulkMessage>, options?: PlanOptions): Plan<SentBulk> {
    return accountOf(this).plan(SEND_BULK, messages, options);
  }

  /** `POST {base}/api/services/sendsms`: one text to one number or many. */
  sendSms(request: SendSms, options?: SendOptions): Call<SentBulk> {
    return accountOf(this).send(SEND_SMS, request, options);
  }

  /** The same from JSON text. */
  sendSmsJson(json: JsonText, options?: SendOptions): Call<SentBulk> {
    return accountOf(this).sendJson(SEND_SMS, json, options);
  }

  /** The calls of one text to a long list of numbers. */
  planSms(numbers: Iterable<string | number>, options: SmsPlanOptions): Plan<SentBulk> {
    return accountOf(this).plan(SEND_SMS, numbers, options);
  }

  /** `POST {base}/api/services/sendotp`: one transactional text to one number, or to its hash. */
  sendOtp(request: SendOtp, options?: SendOptions): Call<SentBulk> {
    return accountOf(this).send(SEND_OTP, request, options);
  }

  /** The same from JSON text. */
  sendOtpJson(json: JsonText, options?: SendOptions): Call<SentBulk> {
    return accountOf(this).sendJson(SEND_OTP, json, options);
  }

  /** `POST {base}/api/services/getdlr`: what became of one message. */
  getDeliveryReport(request: GetDeliveryReport, options?: SendOptions): Call<DeliveryReportAnswer> {
    return accountOf(this).send(GET_DELIVERY_REPORT, request, options);
  }

  /** The same from JSON text. */
  getDeliveryReportJson(json: JsonText, options?: SendOptions): Call<DeliveryReportAnswer> {
    return accountOf(this).sendJson(GET_DELIVERY_REPORT, json, options);
  }

  /** `POST {base}/api/services/getbalance`: what the account has left. */
  getBalance(request: GetBalance = {}, options?: SendOptions): Call<Balance> {
    return accountOf(this).send(GET_BALANCE, request, options);
  }

  /** The same from JSON text. */
  getBalanceJson(json: JsonText, options?: SendOptions): Call<Balance> {
    return accountOf(this).sendJson(GET_BALANCE, json, options);
  }

  /** `POST {base}/api/services/credit`, for resellers: moves money to a client's account. */
  credit(request: Credit, options?: SendOptions): Call<Credited> {
    return accountOf(this).send(CREDIT, request, options);
  }

  /** The same from JSON text. */
  creditJson(json: JsonText, options?: SendOptions): Call<Credited> {
    return accountOf(this).sendJson(CREDIT, json, options);
  }
}

/**
 * Judges a finished payload of `sendBulk` in the gateway's own JSON, whoever built it: a value, or the text or bytes of its
 * JSON. Gives all violations, warnings included; content never makes it throw.
 */
export function checkBulk(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_BULK, payload, options);
}

/** The same for a payload of `sendSms`. */
export function checkSms(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_SMS, payload, options);
}

/** The same for a payload of `sendOtp`. */
export function checkOtp(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_OTP, payload, options);
}
