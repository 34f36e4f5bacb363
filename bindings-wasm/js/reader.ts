// Reply readers: what a call's reply means, without the call.

import type { Outcome } from "./errors.js";
import { run } from "./kernel.js";
import { isList, isObject, isReadable, kindOf } from "./kinds.js";
import { packOwn } from "./pack.js";
import { counted, printAs } from "./printing.js";
import { open, openAnswer } from "./report.js";
import { bytesOf, mapped, textOrBytes } from "./request.js";

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
export type ReplyHeaders =
  | Headers
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | number | undefined }
  | null
  | undefined;

/** The body of a reply. */
export type ReplyBody = string | Uint8Array | ArrayBuffer | ArrayBufferView;

/** A `Response` of `fetch`, as far as it is looked at. */
export interface ResponseLike {
  /** The HTTP status. */
  readonly status: number;
  /** The header fields. */
  readonly headers: Headers;
  /** Reads the body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

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
    const fields = packOwn(fieldsOf(headers));
    const bytes = textOrBytes(body, "the body is given as a string or bytes");
    // The caller's own bytes are copied: they may be those of a buffer that is used again.
    const kept = typeof body === "string" ? bytes : bytes.slice();
    return openAnswer<A>(run((kernel) => kernel.reply(this.#bytes, status, fields, kept)), kept);
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
    return openAnswer<A>(told, new Uint8Array());
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

/** More header fields than any reply has. */
const MOST_FIELDS = 10_000;

let wanted: readonly string[] | undefined;

/** Names and values in turn of the header fields that matter. */
function fieldsOf(headers: ReplyHeaders): string[] {
  const fields: string[] = [];
  if (headers === null || headers === undefined) return fields;
  if (!isReadable(headers)) throw new TypeError(`headers are given as an object, not as ${kindOf(headers)}`);
  wanted ??= open<string[]>(run((kernel) => kernel.replyHeaders()));
  const names = wanted;
  const take = (name: unknown, value: () => unknown): void => {
    if (typeof name !== "string" || !names.includes(name.toLowerCase())) return;
    const given = value();
    const first: unknown = isObject(given) && isList(given) ? (given as unknown[])[0] : given;
    if (typeof first === "string" || typeof first === "number") fields.push(name, String(first));
  };
  if (Symbol.iterator in headers) {
    mapped(headers, "headers", (pair, index) => {
      if (index >= MOST_FIELDS) throw new TypeError(`headers are given as an iterable of up to ${MOST_FIELDS} fields, not of more`);
      if (isObject(pair) && isList(pair)) take((pair as unknown[])[0], () => (pair as unknown[])[1]);
    });
  } else {
    for (const name of Object.keys(headers)) take(name, () => headers[name]);
  }
  return fields;
}
