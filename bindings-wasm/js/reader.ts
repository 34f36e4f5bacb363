// Reply readers: what a call's reply means, without the call.

import type { Outcome } from "./errors.js";
import { run } from "./kernel.js";
import { isObject, isReadable, kindOf } from "./kinds.js";
import { packOwn } from "./pack.js";
import { counted, printAs } from "./printing.js";
import { open, openAnswer } from "./report.js";
import { type BodyBytes, bytesOf, fieldsOf, type HeaderFields, textOrBytes } from "./request.js";

/** What all answers have in common. */
export interface Answer {
  /** The body as it came. It may hold credentials, so it is not enumerable and never printed. */
  readonly rawBody: Uint8Array;
}

/** What all answers to a send have in common. */
export interface SendAnswer extends Answer {
  /** One result for each message sent, one text to one number, in the order sent. */
  readonly messages: readonly SentMessage[];
}

/** What all results of a message have in common. */
export interface SentMessage {
  /** Index of the message in the request or plan. */
  readonly position: number;
  /** Index of the destination within the message. */
  readonly destination: number;
  /** The number as it was sent. */
  readonly to: string;
  /** What became of the message. */
  readonly outcome: Outcome;
}

/** The header fields of a reply, in any of the forms that clients give them in. */
export type ReplyHeaders = HeaderFields;

/** The body of a reply. */
export type ReplyBody = BodyBytes;

/** A `Response` of `fetch`, as far as it is looked at. */
export interface ResponseLike {
  /** The HTTP status. */
  readonly status: number;
  /** The header fields. */
  readonly headers: Headers;
  /** Reads the body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The header fields that matter. */
let wanted: readonly string[] | undefined;

/** The reader itself; undefined of anything else. */
export let asReader: (value: unknown) => ReplyReader | undefined;

/**
 * Understands the reply of one call. Holds the numbers and ids that were sent, or what was asked for, and nothing else: no
 * texts, no credentials. It can be saved and used in another process.
 */
export class ReplyReader<A extends Answer = Answer> {
  readonly #bytes: Uint8Array;
  readonly #operation: string;
  readonly #length: number;

  /** Made by this package. */
  constructor(bytes: Uint8Array, operation: string, length: number) {
    this.#bytes = bytes;
    this.#operation = operation;
    this.#length = length;
  }

  /** The reader of saved bytes. Bytes of another format version or operation are refused by name. */
  static fromBytes<A extends Answer = SendAnswer>(saved: Uint8Array | ArrayBuffer): ReplyReader<A> {
    const bytes = bytesOf(saved, "a saved reader is given as bytes").slice();
    const [operation, length] = open<[string, number]>(run((kernel) => kernel.reader(bytes)));
    return new ReplyReader<A>(bytes, operation, length);
  }

  /**
   * The reader as bytes, for another process or a later day. They hold the numbers and ids that were sent, or what was
   * asked for.
   */
  toBytes(): Uint8Array {
    return this.#bytes.slice();
  }

  /** How many messages were sent, one text to one number each; none by a call that only asks. */
  get length(): number {
    return this.#length;
  }

  /** Which operation's replies it reads, such as `infobip.send_text`. */
  get operation(): string {
    return this.#operation;
  }

  /**
   * Understands a reply from its parts. Throws `Refused` where the gateway said no, and `UnreadableReply` where the reply
   * is none that its documents know; both keep status and body.
   */
  parse(status: number, headers: ReplyHeaders, body: ReplyBody): A {
    if (typeof status !== "number") throw new TypeError(`the status is given as a number, not as ${kindOf(status)}`);
    wanted ??= open<string[]>(run((kernel) => kernel.replyHeaders()));
    const fields = packOwn(fieldsOf(headers, wanted));
    const bytes = textOrBytes(body, "the body is given as a string or bytes");
    // The caller's own bytes are copied: they may be those of a buffer that is used again.
    const kept = typeof body === "string" ? bytes : bytes.slice();
    return openAnswer<A>(run((kernel) => kernel.reply(this.#bytes, status, fields, kept)), kept, this.#operation);
  }

  /** Reads the body of a `Response` of `fetch` and understands the reply. */
  async parseResponse(response: ResponseLike): Promise<A> {
    if (!isReadable(response) || typeof (response as Partial<ResponseLike>).arrayBuffer !== "function") {
      throw new TypeError(`the response is given as a Response of fetch, not as ${kindOf(response)}; others go to parse`);
    }
    const body = await response.arrayBuffer();
    return this.parse(response.status, response.headers, body);
  }

  /**
   * The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`. A call that only asks
   * has none: ask again.
   */
  noReply(this: ReplyReader<A & SendAnswer>): A {
    const told = run((kernel) => kernel.noReply(this.#bytes));
    if (told === "") throw sendsNothing(this.#operation);
    return openAnswer<A>(told, new Uint8Array(), this.#operation);
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    return { operation: this.#operation, messages: this.#length };
  }

  static {
    asReader = (value) => (isObject(value) && #bytes in value ? value : undefined);
    printAs(this, (reader) => `ReplyReader(${reader.operation}, ${counted(reader.length, "message")})`);
  }
}

/** What is wrong with asking for the outcomes of a call that only asks. */
export function sendsNothing(operation: string): TypeError {
  return new TypeError(`${operation} sends no message, so no message has an outcome: ask again`);
}
