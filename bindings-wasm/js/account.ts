// What the gateways of all dialects have in common.

import { makeCall, type Call } from "./call.js";
import type { MovableCode } from "./codes.js";
import type { Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import { pack } from "./pack.js";
import { Plan, type PlanOptions } from "./plan.js";
import type { Answer } from "./reader.js";
import { open } from "./report.js";
import { jsonParcel, moment, parcel } from "./request.js";

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

/** A gateway as the module takes it: its options, the credentials among them, in packed form. */
export class Account {
  readonly #packed: Uint8Array;

  /** Throws `InvalidRequest` with all that is wrong with the options. */
  constructor(operation: string, options: object) {
    const packed = pack(options);
    open(run((kernel) => kernel.gateway(operation, packed)));
    this.#packed = packed;
  }

  /** The call of a request given as a value. */
  send<A extends Answer>(operation: string, request: unknown, options: SendOptions | undefined): Call<A> {
    return makeCall<A>(operation, this.#packed, parcel(request), options?.now);
  }

  /** The call of a request given as JSON text. */
  sendJson<A extends Answer>(operation: string, json: unknown, options: SendOptions | undefined): Call<A> {
    return makeCall<A>(operation, this.#packed, jsonParcel(json), options?.now);
  }

  /** The calls of a long list. */
  plan<A extends Answer>(operation: string, messages: unknown, options: PlanOptions | undefined): Plan<A> {
    return new Plan<A>(operation, this.#packed, messages, options);
  }
}

/** Everything that is wrong with a finished payload: a value, or the text or bytes of its JSON. */
export function check(operation: string, payload: unknown, options: CheckOptions<string> = {}): readonly Violation[] {
  const time = moment(options.now);
  const packed = pack([options.limits, options.allow, options.forbid]);
  const given = typeof payload === "string" || ArrayBuffer.isView(payload) ? jsonParcel(payload) : parcel(payload);
  const told = run((kernel) => kernel.check(operation, packed, given.bytes, given.packed, time));
  return freeze(open<Violation[]>(told));
}
