// The Kenyan smslist family: Fast Message, Advanta, TextSMS, Celcom and other faces of one platform.

import { Account, check, type CheckOptions, type CommonOptions, type SendOptions } from "./account.js";
import type { Call } from "./call.js";
import type { Violation } from "./errors.js";
import type { Plan, PlanOptions } from "./plan.js";
import { printAs } from "./printing.js";
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
export class Gateway {
  readonly #account: Account;
  readonly #baseUrl: string;

  /** Throws `InvalidRequest` with all that is wrong with the options, under paths such as `gateway.base_url`. */
  constructor(baseUrl: string, options: Options) {
    this.#account = new Account(SEND_BULK, { baseUrl, ...options });
    this.#baseUrl = baseUrl;
    Object.freeze(this);
  }

  /** The base URL, as it was given. */
  get baseUrl(): string {
    return this.#baseUrl;
  }

  /** `POST {base}/api/services/sendbulk`: texts, each to one number. */
  sendBulk(request: SendBulk, options?: SendOptions): Call<SentBulk> {
    return this.#account.send<SentBulk>(SEND_BULK, request, options);
  }

  /** The same from JSON text, in which every digit of a number counts and doubled keys are seen. */
  sendBulkJson(json: string | Uint8Array | ArrayBuffer, options?: SendOptions): Call<SentBulk> {
    return this.#account.sendJson<SentBulk>(SEND_BULK, json, options);
  }

  /** The calls of a long list of messages. */
  plan(messages: Iterable<BulkMessage | WireBulkMessage>, options?: PlanOptions): Plan<SentBulk> {
    return this.#account.plan<SentBulk>(SEND_BULK, messages, options);
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    return { dialect: "smslist", baseUrl: this.#baseUrl };
  }

  static {
    printAs(this, (gateway) => `smslist.Gateway(${gateway.#baseUrl})`);
  }
}

/**
 * Judges a finished payload of `sendBulk` in the gateway's own JSON, whoever built it: a value, or the text or bytes of its
 * JSON. Gives all violations, warnings included; content never makes it throw.
 */
export function checkBulk(payload: unknown, options?: CheckOptions<Limit>): readonly Violation[] {
  return check(SEND_BULK, payload, options);
}
