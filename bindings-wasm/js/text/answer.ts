// What the module says of texts, as `src/text/answer.rs` writes it: numbers, texts and octets one after the other.

import type { TextCode } from "../codes.js";
import { TextError } from "../errors.js";
import { run } from "./kernel.js";
import type { Cost, EncodingName, Language, Replacement, Unit } from "./types.js";

const DONE = 0;
const FAILED = 1;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** What was asked for, to be read in the order in which it was written, or the error that came instead. */
export function open(bytes: Uint8Array): Answer {
  const answer = new Answer(bytes);
  const kind = answer.number();
  if (kind === DONE) return answer;
  if (kind !== FAILED) throw new TypeError(answer.text());
  const code = answer.text() as TextCode;
  const message = answer.text();
  const [offset, part] = [answer.number(), answer.number()];
  const place = part === 0 ? "" : `parts[${part - 1}]: `;
  throw new TextError(code, place + message, offset === 0 ? undefined : offset - 1);
}

/** An answer that is being read. */
export class Answer {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  number(): number {
    const number = this.#view.getUint32(this.#at, true);
    this.#at += 4;
    return number;
  }

  flag(): boolean {
    return this.number() !== 0;
  }

  /** A copy, so that nobody can change what comes behind it. */
  octets(): Uint8Array<ArrayBuffer> {
    const length = this.number();
    const octets = this.#bytes.slice(this.#at, this.#at + length) as Uint8Array<ArrayBuffer>;
    this.#at += length;
    return octets;
  }

  text<T extends string = string>(): T {
    const length = this.number();
    const text = decoder.decode(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return text as T;
  }

  maybe<T>(read: () => T): T | undefined {
    return this.number() === 0 ? undefined : read();
  }

  list<T>(read: () => T): readonly T[] {
    return Object.freeze(Array.from({ length: this.number() }, read));
  }

  cost(): Cost {
    return Object.freeze({ ...wordsOf(this.number()), parts: this.number(), units: this.number(), unitsLeft: this.number() });
  }

  replaced(): readonly Replacement[] {
    return this.list(() => Object.freeze({ position: this.number(), original: this.text(), replacement: this.text() }));
  }
}

/** The words of an encoding. */
export interface Words {
  readonly encoding: EncodingName;
  readonly locking: Language | undefined;
  readonly single: Language | undefined;
  readonly unit: Unit;
}

/** There are no more than pairs of languages. */
const known = new Map<number, Words>();

/** The words of an encoding that the module gave as a number. */
export function wordsOf(number: number): Words {
  const words = known.get(number);
  if (words !== undefined) return words;
  const answer = open(run((kernel) => kernel.textEncoding(number)));
  const language = (): Language => answer.text();
  const [encoding, unit] = [answer.text<EncodingName>(), answer.text<Unit>()];
  const told = { encoding, locking: answer.maybe(language), single: answer.maybe(language), unit };
  known.set(number, told);
  return told;
}
