// Prepared exchanges.

import type { Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import { printAs } from "./printing.js";
import { type Answer, type ReplyBody, type ReplyHeaders, ReplyReader, type ResponseLike } from "./reader.js";
import { open } from "./report.js";
import { moment, type Parcel } from "./request.js";

/** All of a call but its bytes, as the module tells it. */
interface Head {
  method: string;
  url: string;
  headers: Record<string, string>;
  warnings: Violation[];
  messages: number;
}

/**
 * One prepared exchange. `fetch(call.url, call)` sends it, as does `fetch(call.url, { ...call, signal })`; what came back
 * goes to `parse` or `parseResponse`, and where nothing came back `noReply()` says what that means.
 *
 * `url`, `headers` and `body` hold the credentials. Printing a call or turning it into JSON shows none of them; a copy
 * (`{ ...call }`) shows them all.
 */
export class Call<A extends Answer = Answer> {
  /** The HTTP method. */
  readonly method: string;
  /** The absolute URL. */
  readonly url: string;
  /** The header fields. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's bytes. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Redirects are not followed: a redirected POST would become a GET that carries the key. */
  readonly redirect: "manual";
  readonly #warnings: readonly Violation[];
  readonly #reader: ReplyReader<A>;

  /** @internal */
  constructor(head: Head, body: Uint8Array<ArrayBuffer>, reader: ReplyReader<A>) {
    this.method = head.method;
    this.url = head.url;
    this.headers = head.headers;
    this.body = body;
    this.redirect = "manual";
    this.#warnings = head.warnings;
    this.#reader = reader;
    Object.freeze(this);
  }

  /** What is unusual about the request, though not wrong. */
  get warnings(): readonly Violation[] {
    return this.#warnings;
  }

  /** The reader of the reply: small, without credentials, and it can be saved. */
  get reader(): ReplyReader<A> {
    return this.#reader;
  }

  /** Understands a reply from its parts; see `ReplyReader.parse`. */
  parse(status: number, headers: ReplyHeaders, body: ReplyBody): A {
    return this.#reader.parse(status, headers, body);
  }

  /** Reads the body of a `Response` of `fetch` and understands the reply. */
  parseResponse(response: ResponseLike): Promise<A> {
    return this.#reader.parseResponse(response);
  }

  /** The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`. */
  noReply(): A {
    return this.#reader.noReply();
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    const { operation, length } = this.#reader;
    return { operation, method: this.method, bytes: this.body.length, messages: length, warnings: this.#warnings.length };
  }

  static {
    printAs(this, (call) => {
      const { operation, length } = call.reader;
      const size = `${call.body.length} bytes for ${length} messages`;
      return `Call(${operation}, ${call.method} with ${size}, ${call.warnings.length} warnings)`;
    });
  }
}

/** The call of a request. */
export function makeCall<A extends Answer>(operation: string, gateway: Uint8Array, given: Parcel, now?: Date): Call<A> {
  const time = moment(now);
  const frame = run((kernel) => kernel.call(operation, gateway, given.bytes, given.packed, time));
  return openCall<A>(operation, frame);
}

const decoder = new TextDecoder();

/** The call in a frame: the lengths of head and reader, both, and the body. */
export function openCall<A extends Answer>(operation: string, frame: Uint8Array): Call<A> {
  const view = new DataView(frame.buffer, frame.byteOffset);
  const reader = 8 + view.getUint32(0, true);
  const body = reader + view.getUint32(4, true);
  const head = freeze(open<Head>(decoder.decode(frame.subarray(8, reader))));
  return new Call<A>(head, frame.slice(body), new ReplyReader<A>(frame.slice(reader, body), operation, head.messages));
}
