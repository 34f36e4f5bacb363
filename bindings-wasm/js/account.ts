// What the gateways of all dialects have in common.

import { makeCall, type Call } from "./call.js";
import type { MovableCode } from "./codes.js";
import type { Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import { isBytes, isObject } from "./kinds.js";
import { joined, pack } from "./pack.js";
import { Plan, type PlanOptions } from "./plan.js";
import { printAs } from "./printing.js";
import type { Answer, SendAnswer } from "./reader.js";
import { open } from "./report.js";
import { jsonParcel, moment, optionsOf, parcel } from "./request.js";

/** Options that gateways of all dialects take. What is not given has the library's default. */
export interface CommonOptions<Limit extends string> {
  /** Whether plain `http` may go elsewhere than to loopback. False by default. */
  readonly allowHttp?: boolean | undefined;
  /** `clean` (the default): separators in numbers are removed, with a warning. `exact`: they are refused. */
  readonly numbers?: "clean" | "exact" | undefined;
  /** The numbers of the rules, by name. */
  readonly limits?: Limits<Limit> | undefined;
  /** Codes that are warnings for this gateway, though errors by default. */
  readonly allow?: readonly MovableCode[] | undefined;
  /** Codes that are errors for this gateway, though warnings by default. */
  readonly forbid?: readonly MovableCode[] | undefined;
}

/** Limits by name. */
export type Limits<Limit extends string> = { readonly [name in Limit]?: number | undefined };

/** Limits that every dialect has. */
export type CommonLimit =
  | "messages_per_call" | "body_bytes" | "reply_bytes" | "violations" | "depth" | "number_digits_min" | "number_digits_max";

/** What one request is judged with. */
export interface SendOptions {
  /** The current time, for the rules on moments; without it they are not judged. */
  readonly now?: Date | undefined;
}

/** How a finished payload is judged. */
export interface CheckOptions<Limit extends string> extends SendOptions {
  /** The numbers of the rules, by name. */
  readonly limits?: Limits<Limit> | undefined;
  /** Codes that are warnings here, though errors by default. */
  readonly allow?: readonly MovableCode[] | undefined;
  /** Codes that are errors here, though warnings by default. */
  readonly forbid?: readonly MovableCode[] | undefined;
}

/** JSON text, or its bytes. */
export type JsonText = string | Uint8Array | ArrayBuffer;

/** What a request is judged with. */
function nowOf(options: SendOptions | undefined): Date | undefined {
  return optionsOf(options, ["now"]).now;
}

/** Whether something is an account, and does not only say so. */
export let isAccount: (value: unknown) => value is Account;

/** An account as the module takes it: a gateway's options, the credentials among them, in packed form. */
export class Account {
  readonly #operation: string;
  readonly #options: Uint8Array;
  readonly #packed: Uint8Array;

  /**
   * Throws `InvalidRequest` with all that is wrong with the options. They are those of the dialect of that operation; the
   * later ones are what `with` exchanges.
   */
  constructor(operation: string, options: object | Uint8Array, later: object = {}) {
    this.#operation = operation;
    this.#options = options instanceof Uint8Array ? options : pack(options);
    this.#packed = joined(this.#options, pack(later));
    open(run((kernel) => kernel.gateway(operation, this.#packed)));
  }

  /** The same account with other options in the place of the later ones. */
  with(later: object): Account {
    return new Account(this.#operation, this.#options, later);
  }

  /** The call of a request given as a value. */
  send<A extends Answer>(operation: string, request: unknown, options: SendOptions | undefined): Call<A> {
    return makeCall<A>(operation, this.#packed, parcel(request), nowOf(options));
  }

  /** The call of a request given as JSON text. */
  sendJson<A extends Answer>(operation: string, json: unknown, options: SendOptions | undefined): Call<A> {
    return makeCall<A>(operation, this.#packed, jsonParcel(json), nowOf(options));
  }

  /** The calls of a long list. */
  plan<A extends SendAnswer>(operation: string, messages: unknown, options: PlanOptions | undefined): Plan<A> {
    return new Plan<A>(operation, this.#packed, messages, options);
  }

  static {
    isAccount = (value): value is Account => isObject(value) && #packed in value;
  }
}

/** The account behind a gateway, for its own methods alone. */
export let accountOf: (gateway: BaseGateway) => Account;

/** What the gateways of all dialects have in common. */
export abstract class BaseGateway {
  readonly #account: Account;
  readonly #dialect: string;
  readonly #baseUrl: string;

  /** Made by the gateways of the dialects. */
  constructor(dialect: string, baseUrl: string, account: Account) {
    this.#account = account;
    this.#dialect = dialect;
    this.#baseUrl = baseUrl;
    Object.freeze(this);
  }

  /** The base URL, as it was given. */
  get baseUrl(): string {
    return this.#baseUrl;
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    return { dialect: this.#dialect, baseUrl: this.#baseUrl };
  }

  static {
    accountOf = (gateway) => gateway.#account;
    printAs(this, (gateway) => `${gateway.#dialect}.Gateway(${gateway.#baseUrl})`);
  }
}

/** How a payload is judged where an endpoint has several versions. */
interface Versioned extends CheckOptions<string> {
  readonly apiVersion?: number | undefined;
}

/** Everything that is wrong with a finished payload: a value, or the text or bytes of its JSON. */
export function check(operation: string, payload: unknown, options?: Versioned): readonly Violation[] {
  const { now, limits, allow, forbid, apiVersion } = optionsOf(options, ["now", "limits", "allow", "forbid", "apiVersion"]);
  const time = moment(now);
  const packed = pack([limits, allow, forbid, apiVersion]);
  const given = typeof payload === "string" || isBytes(payload) ? jsonParcel(payload) : parcel(payload);
  const told = run((kernel) => kernel.check(operation, packed, given.bytes, given.packed, time));
  return freeze(open<Violation[]>(told));
}
