// The way of values into the module: one walk, which writes what JSON can say and names by its type what it cannot.
//
// The form is the one that `src/tree.rs` unpacks: a byte for the kind of a value, then its length or count, then its
// content. Reading a value this way costs less than checking it and then calling `JSON.stringify`; CONTRIBUTING.md has figures.

import { described, DETACHED, isBuffer, isList, lengthOf, REVOKED, tagOf, timeOf, viewOf } from "./kinds.js";
import { widened, writeText } from "./utf8.js";

/** Deeper than the core reads. */
const DEEPEST = 130;
/** More elements than any list of a request has. */
export const LONGEST = 1 << 20;
/** More elements without a value than anybody wants to be told of; a list can have any number of them for nothing. */
export const MOST_UNSET = 10_000;
/** More bytes than any request has: what stands in many places is written as often. */
const LARGEST = 1 << 28;

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const STRING = 4;
const BYTES = 5;
const LIST = 6;
const OBJECT = 7;
const FOREIGN = 8;

/** A value in the form that the module unpacks. Exceptions of getters and proxies pass through. */
export function pack(value: unknown): Uint8Array {
  return new Packer(LONGEST, MOST_UNSET).packed(value);
}

/** The same of what this package made, be it as long as it may. */
export function packOwn(list: readonly unknown[]): Uint8Array {
  return new Packer(Infinity, Infinity).packed(list);
}

/** One object with the members of two, all in packed form. */
export function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  // Behind the byte for the kind stands the count of members, then come these.
  const members = (object: Uint8Array): number => new DataView(object.buffer, object.byteOffset).getUint32(1, true);
  const both = new Uint8Array(one.length + other.length - 5);
  both.set(one);
  both.set(other.subarray(5), one.length);
  new DataView(both.buffer).setUint32(1, members(one) + members(other), true);
  return both;
}

class Packer {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** The containers around the value at hand. */
  readonly #around: object[] = [];
  readonly #longest: number;
  readonly #mostUnset: number;

  constructor(longest: number, mostUnset: number) {
    this.#longest = longest;
    this.#mostUnset = mostUnset;
  }

  packed(value: unknown): Uint8Array {
    this.#value(value);
    return this.#bytes.subarray(0, this.#length);
  }

  #value(value: unknown): void {
    switch (typeof value) {
      case "string":
        return this.#text(STRING, value);
      case "number":
        return this.#number(value);
      case "object":
        return value === null ? this.#kind(NULL) : this.#object(value);
      case "boolean":
        return this.#kind(value ? TRUE : FALSE);
      case "undefined":
        return this.#kind(NULL);
      case "bigint":
        return this.#text(FOREIGN, "a BigInt");
      default:
        return this.#text(FOREIGN, `a ${typeof value}`);
    }
  }

  #number(value: number): void {
    // True of neither NaN nor an infinity, nor of an integer that stands for its neighbours too.
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return this.#text(NUMBER, String(value));
    if (!Number.isFinite(value)) return this.#text(FOREIGN, String(value));
    this.#text(FOREIGN, "an integer over 2^53, which JavaScript does not hold exactly");
  }

  #object(value: object): void {
    if (this.#around.includes(value)) return this.#text(FOREIGN, "a circular reference");
    if (this.#around.length >= DEEPEST) return this.#text(FOREIGN, "nested too deep");
    const list = isList(value);
    if (list === undefined) return this.#text(FOREIGN, REVOKED);
    if (list) return this.#list(value as unknown[]);
    const prototype: unknown = Object.getPrototypeOf(value);
    // Members of this realm, of no prototype, or of another realm.
    if (prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null) {
      return this.#members(value as Record<string, unknown>);
    }
    const tag = tagOf(value);
    if (tag === "Date") {
      const time = timeOf(value);
      if (time !== undefined) return this.#moment(time);
    }
    if (tag === "Uint8Array" && ArrayBuffer.isView(value)) return this.#binary(value);
    if (tag === "ArrayBuffer" && isBuffer(value)) return this.#binary(value);
    this.#text(FOREIGN, described(value, tag));
  }

  /** Elements that are undefined, or holes, are null as in JSON. */
  #list(list: unknown[]): void {
    const length = lengthOf(list);
    if (length === undefined) return this.#text(FOREIGN, "a list without a length");
    if (length > this.#longest) return this.#text(FOREIGN, `a list of ${length} elements`);
    const start = this.#length;
    let unset = 0;
    this.#around.push(list);
    this.#kind(LIST);
    this.#number32(length);
    for (let index = 0; index < length; index += 1) {
      const element = list[index];
      if (element === undefined) unset += 1;
      this.#value(element);
    }
    this.#around.pop();
    if (unset <= this.#mostUnset) return;
    this.#length = start;
    this.#text(FOREIGN, `a list of ${length} elements, of which ${unset} are undefined`);
  }

  /** Own members that `JSON.stringify` would see. Those that are undefined are unset. */
  #members(members: Record<string, unknown>): void {
    this.#around.push(members);
    this.#kind(OBJECT);
    this.#number32(0);
    const count = this.#length - 4;
    let length = 0;
    for (const key of Object.keys(members)) {
      const member = members[key];
      if (member === undefined) continue;
      this.#content(key);
      this.#value(member);
      length += 1;
    }
    this.#view.setUint32(count, length, true);
    this.#around.pop();
  }

  /** A moment as ISO 8601 text. */
  #moment(time: number): void {
    if (Number.isNaN(time)) this.#text(FOREIGN, "an invalid Date");
    else this.#text(STRING, new Date(time).toISOString());
  }

  #binary(value: ArrayBufferView | ArrayBuffer): void {
    const bytes = viewOf(value);
    if (bytes === undefined) return this.#text(FOREIGN, DETACHED);
    this.#kind(BYTES);
    this.#number32(bytes.length);
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  #text(kind: number, text: string): void {
    this.#kind(kind);
    this.#content(text);
  }

  /** A text behind its length. Halves of characters become U+FFFD. */
  #content(text: string): void {
    const units = text.length;
    this.#room(4 + units * 3);
    const start = this.#length + 4;
    const end = writeText(text, this.#bytes, start);
    this.#view.setUint32(this.#length, end - start, true);
    this.#length = end;
  }

  #kind(kind: number): void {
    this.#room(1);
    this.#bytes[this.#length] = kind;
    this.#length += 1;
  }

  #number32(number: number): void {
    this.#room(4);
    this.#view.setUint32(this.#length, number, true);
    this.#length += 4;
  }

  #room(bytes: number): void {
    if (this.#length + bytes > this.#bytes.length) this.#widen(this.#length + bytes);
  }

  #widen(needed: number): void {
    if (needed > LARGEST) throw new TypeError(`what was given is over ${LARGEST} bytes when written out, larger than any request`);
    this.#bytes = widened(this.#bytes, this.#length, needed);
    this.#view = new DataView(this.#bytes.buffer);
  }
}
