// Errors, and what they tell.

import type { Code, Grade, Level, ReplyCode, Resend, State, TextCode, UnreadableCode, WebhookCode } from "./codes.js";
import { isObject } from "./kinds.js";

/** One thing that is wrong with a request, or unusual about it. */
export interface Violation {
  /** Where, in the gateway's own names: `messages[1].destinations[0].to`. Empty for the request as a whole. */
  readonly path: string;
  /** The stable code. */
  readonly code: Code;
  /** Whether it keeps the request from being built. */
  readonly level: Level;
  /** How well the rule is known. */
  readonly grade: Grade;
  /** Where the rule comes from. */
  readonly source: string;
  /** What is wrong, what was expected, what to do. Phone numbers and texts are masked: safe to log. */
  readonly message: string;
  /** The value as it was given, unmasked, where it is a text, a number or a truth value and no credential. */
  readonly value?: string | number | boolean;
}

/** When a message may be sent again: so many seconds after the reply, or at a moment (RFC 3339). */
export type ResendAfter =
  | {
      /** How many seconds after the reply. */
      readonly seconds: number;
    }
  | {
      /** The moment. */
      readonly at: string;
    };

/** What became of one message, and whether it may be sent again. */
export interface Outcome {
  /** Where the message stands. */
  readonly state: State;
  /** Whether that can no longer change. */
  readonly isFinal: boolean;
  /** The gateway's own code or status name. */
  readonly code?: string;
  /** The gateway's own words. */
  readonly text?: string;
  /** Whether it may be sent again. */
  readonly resend: Resend;
  /** When, with `safe_after`, if the gateway says so. */
  readonly resendAfter?: ResendAfter;
}

/** One thing that the gateway found wrong with a request. */
export interface FieldError {
  /** Which field, in the gateway's words. */
  readonly path?: string;
  /** Which rule, in the gateway's words. */
  readonly rule?: string;
  /** What it says. */
  readonly message: string;
}

/** What all errors of this package have in common. */
export class SmsKernelError extends Error {
  /** The stable code. */
  readonly code: string;

  /** Made by this package. */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  static {
    named(this, "SmsKernelError");
  }
}

/** A text cannot be sent as asked, or octets cannot be read. */
export class TextError extends SmsKernelError {
  /** The stable code. */
  declare readonly code: TextCode;
  /** Where, if at one place: an index of the string, or of the octets. */
  declare readonly offset?: number;

  /** Made by this package. */
  constructor(code: TextCode, message: string, offset?: number) {
    super(code, message);
    if (offset !== undefined) Object.defineProperty(this, "offset", { value: offset, enumerable: true });
  }

  /** Everything, for `JSON.stringify`. */
  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, offset: this.offset };
  }

  static {
    named(this, "TextError");
  }
}

/** The request was not built, or the gateway was not made: everything that is wrong, not only the first thing. */
export class InvalidRequest extends SmsKernelError {
  /** Always the same. */
  declare readonly code: "invalid_request";
  readonly #violations: readonly Violation[];

  /** Made by this package. */
  constructor(message: string, violations: readonly Violation[]) {
    super("invalid_request", message);
    this.#violations = violations;
  }

  /** All violations in the order of the input, warnings included. Each holds the offending value unmasked. */
  get violations(): readonly Violation[] {
    return this.#violations;
  }

  /** Everything, for `JSON.stringify`. */
  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, violations: this.#violations };
  }

  static {
    named(this, "InvalidRequest");
  }
}

/** The error of a reply; undefined of anything else. */
export let failureIn: (value: unknown) => ReplyFailure | undefined;

/** What the two errors of replies have in common: the reply is kept, whatever it was. */
export abstract class ReplyFailure extends SmsKernelError {
  /** The stable code. */
  declare readonly code: ReplyCode;
  /** The HTTP status. */
  readonly status: number;
  /** Whether the call may be sent again. */
  readonly resend: Resend;
  readonly #outcome: Outcome;
  readonly #body: Uint8Array;

  /** Made by this package. */
  constructor(told: ToldFailure, outcome: Outcome, body: Uint8Array) {
    super(told.code, told.message);
    this.status = told.status;
    this.resend = told.resend;
    this.#outcome = outcome;
    this.#body = body;
  }

  /** The body as it came. It may echo credentials, so it is never printed. */
  get rawBody(): Uint8Array {
    return this.#body;
  }

  /** The fate of every message of the call. Of a call that only asks: nothing was learnt, so `unknown`, `uncertain`. */
  get outcome(): Outcome {
    return this.#outcome;
  }

  /** Everything but the body, for `JSON.stringify`. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }

  static {
    failureIn = (value) => (isObject(value) && #body in value ? value : undefined);
  }
}

/** The gateway understood the request and said no to all of it. */
export class Refused extends ReplyFailure {
  /** Always the same. */
  declare readonly code: "refused";
  /** The gateway's own code. */
  declare readonly gatewayCode?: string;
  /** The gateway's own words. */
  declare readonly gatewayText?: string;
  /** What it found wrong, field by field, if it says so. */
  readonly errors: readonly FieldError[];
  /** When the messages may be sent again, if the gateway says so. */
  declare readonly resendAfter?: ResendAfter;

  /** Made by this package. */
  constructor(told: ToldFailure, outcome: Outcome, body: Uint8Array) {
    super(told, outcome, body);
    this.errors = told.errors ?? [];
    copy(this, told, ["gatewayCode", "gatewayText", "resendAfter"]);
  }

  static {
    named(this, "Refused");
  }
}

/** The reply is not what the gateway's documents show. Messages that were sent may be on their way. */
export class UnreadableReply extends ReplyFailure {
  /** Why the reply is no answer. */
  declare readonly code: UnreadableCode;
  /** `uncertain`; `safe` where the call only asked. */
  declare readonly resend: "uncertain" | "safe";
  /** What was expected, in words. */
  declare readonly reason: string;
  /** Where in the body reading failed, in the gateway's names. */
  declare readonly path?: string;
  /** Where in the body reading failed, in bytes. */
  declare readonly offset?: number;
  /** Where a redirect points, without its query. */
  declare readonly location?: string;

  /** Made by this package. */
  constructor(told: ToldFailure, outcome: Outcome, body: Uint8Array) {
    super(told, outcome, body);
    copy(this, told, ["reason", "path", "offset", "location"]);
  }

  static {
    named(this, "UnreadableReply");
  }
}

/** What arrived is no webhook of the dialect, or cannot be read. It is kept, whatever it was. */
export class UnreadableWebhook extends SmsKernelError {
  /** The stable code. */
  declare readonly code: WebhookCode;
  /** What was expected, and what to do about it, in words. */
  declare readonly reason: string;
  /** Where reading failed, in the gateway's names. */
  declare readonly path?: string;
  /** Where reading failed, in bytes of what was read. */
  declare readonly offset?: number;
  readonly #body: Uint8Array;

  /** Made by this package. */
  constructor(told: ToldError, body: Uint8Array) {
    super(told.code, told.message);
    this.#body = body;
    copy(this, told, ["reason", "path", "offset"]);
  }

  /** What was read, as it came: the body, or the query where that was read in its place. Never printed. */
  get rawBody(): Uint8Array {
    return this.#body;
  }

  /** Everything but what was read, for `JSON.stringify`. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }

  static {
    named(this, "UnreadableWebhook");
  }
}

/** An error as the module tells it. */
export interface ToldError {
  code: string;
  message: string;
  [member: string]: unknown;
}

/** A failed reply as the module tells it. */
export interface ToldFailure extends ToldError {
  status: number;
  code: ReplyCode;
  resend: Resend;
  errors?: FieldError[];
}

function copy(to: object, from: ToldError, members: string[]): void {
  for (const member of members) {
    if (from[member] !== undefined) Object.defineProperty(to, member, { value: from[member], enumerable: true });
  }
}

/** Gives a class of errors its name, where `Error` keeps it. */
function named(of: { readonly prototype: Error }, name: string): void {
  Object.defineProperty(of.prototype, "name", { value: name, configurable: true, writable: true });
}
