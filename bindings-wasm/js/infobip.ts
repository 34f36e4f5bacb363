// Infobip's SMS API and its white labels.

import {
  Account, accountOf, BaseGateway, check, type CheckOptions, type CommonOptions, type JsonText, type SendOptions,
} from "./account.js";
import type { Call } from "./call.js";
import type { Violation } from "./errors.js";
import type {
  BinaryMessage, Envelope, Limit, SendBinary, SendText, SentMessages, TextEnvelope, TextMessage, WireBinaryMessage,
  WireTextMessage,
} from "./infobip-types.js";
import { isObject } from "./kinds.js";
import type { Plan, PlanOptions } from "./plan.js";
import { printAs } from "./printing.js";
import { optionsOf } from "./request.js";

export type * from "./infobip-types.js";

const SEND_TEXT = "infobip.send_text";
const SEND_BINARY = "infobip.send_binary";

/** The options behind credentials, for the gateway alone; undefined of anything else. */
let membersOf: (auth: unknown) => object | undefined;

/** The credentials of an account. Printing them shows their kind only. */
export class Auth {
  readonly #members: { readonly type: string };

  /** Made by this package. */
  constructor(members: { readonly type: string }) {
    this.#members = members;
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    return { type: this.#members.type };
  }

  static {
    membersOf = (auth) => (isObject(auth) && #members in auth ? auth.#members : undefined);
    printAs(this, (auth) => `infobip.Auth(${auth.#members.type})`);
  }
}

/** An API key: `Authorization: App …`. What the vendor recommends. */
export function apiKey(key: string): Auth {
  return new Auth({ type: "api_key", key } as { type: string });
}

/** User name and password: `Authorization: Basic …`. */
export function basic(username: string, password: string): Auth {
  return new Auth({ type: "basic", username, password } as { type: string });
}

/** A session token: `Authorization: IBSSO …`. */
export function ibsso(token: string): Auth {
  return new Auth({ type: "ibsso", token } as { type: string });
}

/** An OAuth 2 access token: `Authorization: Bearer …`. */
export function bearer(token: string): Auth {
  return new Auth({ type: "bearer", token } as { type: string });
}

/** Which version of the send endpoints is meant. */
export interface ApiVersion {
  /** 1 (the default) or 2. */
  readonly apiVersion?: 1 | 2 | undefined;
}

/** The options of a `Gateway`. What is not given has the library's default. */
export interface Options extends CommonOptions<Limit>, ApiVersion {
  /** The credentials: `apiKey`, `basic`, `ibsso` or `bearer`. */
  readonly auth: Auth;
}

/** How a plan of texts is made, and what all of its calls have in common. */
export interface TextPlanOptions extends PlanOptions, Omit<TextEnvelope, "bulkId"> {}

/** How a plan of binary messages is made, and what all of its calls have in common. */
export interface BinaryPlanOptions extends PlanOptions, Omit<Envelope, "bulkId"> {}

/** One account: base URL, credentials and options. Immutable, and printable without its credentials. */
export class Gateway extends BaseGateway {
  /** Throws `InvalidRequest` with all that is wrong with the options, under paths such as `gateway.base_url`. */
  constructor(baseUrl: string, options: Options) {
    const { auth, ...rest } = optionsOf(options);
    const credentials = membersOf(auth) ?? auth;
    super("infobip", baseUrl, new Account(SEND_TEXT, { baseUrl, auth: credentials, ...rest }));
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
