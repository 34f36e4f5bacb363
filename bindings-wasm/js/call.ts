// Prepared exchanges.

import type { Violation } from "./errors.js";
import { freeze } from "./freeze.js";
import { run } from "./kernel.js";
import { isObject } from "./kinds.js";
import { counted, printAs } from "./printing.js";
import {
  type Answer, type ReplyBody, type ReplyHeaders, ReplyReader, type ResponseLike, type SendAnswer,
} from "./reader.js";
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

/** What a call keeps: its head, its bytes, its reader. */
interface Parts<A extends Answer> {
  readonly head: Head;
  readonly body: Uint8Array<ArrayBuffer> | null;
  readonly reader: ReplyReader<A>;
}

/** The reader of a call; undefined of anything else. */
export let readerIn: (value: unknown) => ReplyReader | undefined;

/**
 * One prepared exchange. `fetch(call.url, call)` sends it, as does `fetch(call.url, { ...call, signal })`; what came back
 * goes to `parse` or `parseResponse`, and where nothing came back `noReply()` says what that means.
 *
 * `url`, `headers` and `body` hold the credentials. Printing a call or turning it into JSON shows none of them; a copy
 * (`{ ...call }`) shows them all.
 */
export class Call<A extends Answer = Answer> {
  /** The HTTP method. */
  declare readonly method: string;
  /** The absolute URL. */
  declare readonly url: string;
  /** The header fields. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** The body's bytes; null where there are none, for `fetch` takes no body with a GET, not even an empty one. */
  declare readonly body: Uint8Array<ArrayBuffer> | null;
  /** Redirects are not followed: a redirected POST would become a GET that carries the key. */
  declare readonly redirect: "manual";
  readonly #parts: Parts<A>;

  /** Made by this package. */
  constructor(parts: Parts<A>) {
    this.#parts = parts;
    Object.freeze(Object.defineProperties(this, Call.#members));
  }

  /**
   * The members that `fetch` reads. They are a call's own, so that they can be copied; and they are getters, for what Node
   * prints of an uncaught error that holds a call looks at values, and at nothing else of ours.
   */
  static readonly #members: PropertyDescriptorMap & ThisType<Call> = {
    method: { enumerable: true, get() { return this.#parts.head.method; } },
    url: { enumerable: true, get() { return this.#parts.head.url; } },
    headers: { enumerable: true, get() { return this.#parts.head.headers; } },
    body: { enumerable: true, get() { return this.#parts.body; } },
    redirect: { enumerable: true, value: "manual" },
  };

  /** What is unusual about the request, though not wrong. */
  get warnings(): readonly Violation[] {
    return this.#parts.head.warnings;
  }

  /** The reader of the reply: small, without credentials, and it can be saved. */
  get reader(): ReplyReader<A> {
    return this.#parts.reader;
  }

  /** Understands a reply from its parts; see `ReplyReader.parse`. */
  parse(status: number, headers: ReplyHeaders, body: ReplyBody): A {
    return this.#parts.reader.parse(status, headers, body);
  }

  /** Reads the body of a `Response` of `fetch` and understands the reply. */
  parseResponse(response: ResponseLike): Promise<A> {
    return this.#parts.reader.parseResponse(response);
  }

  /**
   * How many parts each message takes, one text to one number each, in the order sent. An estimate, which `smsCount` of the
   * answer's messages can be compared with; empty for a call that sends no message. Reads the body each time.
   */
  predictedParts(): number[] {
    const { body } = this;
    return body === null ? [] : [...run((kernel) => kernel.predictedParts(this.reader.operation, body))];
  }

  /**
   * The answer that stands for a reply that never came: every message `unknown`, resend `uncertain`. A call that only asks
   * has none: ask again.
   */
  noReply(this: Call<A & SendAnswer>): A {
    return this.#parts.reader.noReply();
  }

  /** What is safe to print, for `JSON.stringify`. */
  toJSON(): object {
    const { operation, length } = this.reader;
    const bytes = this.body?.length ?? 0;
    return { operation, method: this.method, bytes, messages: length, warnings: this.warnings.length };
  }

  static {
    readerIn = (value) => (isObject(value) && #parts in value ? value.#parts.reader : undefined);
    printAs(this, (call) => {
      const { operation, length } = call.reader;
      const size = `${call.body?.length ?? 0} bytes for ${counted(length, "message")}`;
      return `Call(${operation}, ${call.method} with ${size}, ${counted(call.warnings.length, "warning")})`;
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
  const saved = new ReplyReader<A>(frame.slice(reader, body), operation, head.messages);
  return new Call<A>({ head, body: body < frame.length ? frame.slice(body) : null, reader: saved });
}
