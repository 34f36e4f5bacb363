// The Kenyan smslist family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.

import {
  Account, accountOf, BaseGateway, check, type CheckOptions, type CommonOptions, type JsonText, type SendOptions,
} from "./account.js";
import type { Call } from "./call.js";
import type { Violation } from "./errors.js";
import type { Plan, PlanOptions } from "./plan.js";
import { optionsOf } from "./request.js";
import type { BulkMessage, Id, Limit, PassType, SendBulk, SentBulk, WireBulkMessage } from "./smslist-types.js";

export type * from "./smslist-types.js";

const SEND_BULK = "smslist.send_bulk";

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
}

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
}

/**
 * Judges a finished payload of `sendBulk` in the gateway's own JSON, whoever built it: a value, or the text or bytes of its
 * JSON. Gives all violations, warnings included; content never makes it throw.
 */
export function checkBulk(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_BULK, payload, options);
}
