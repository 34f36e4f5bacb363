// The slower way to the module: a walk over any value, which names what JSON cannot say by its type.

import { DEEPEST, isRecord, LONGEST } from "./plain.js";

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const STRING = 4;
const BYTES = 5;
const LIST = 6;
const OBJECT = 7;
const FOREIGN = 8;

const encoder = new TextEncoder();

/** A value in the form that the module unpacks: a byte for its kind, then its length or count, then its content. */
export function pack(value: unknown): Uint8Array {
  const packer = new Packer();
  packer.value(value);
  return packer.finish();
}

class Packer {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;
  /** The containers around the value at hand. */
  readonly #around: object[] = [];

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  value(value: unknown): void {
    switch (typeof value) {
      case "string":
        return this.#text(STRING, value);
      case "boolean":
        return this.#kind(value ? TRUE : FALSE);
      case "undefined":
        return this.#kind(NULL);
      case "number":
        return this.#number(value);
      case "object":
        return value === null ? this.#kind(NULL) : this.#object(value);
      case "bigint":
        return this.#text(FOREIGN, "a BigInt");
      default:
        return this.#text(FOREIGN, `a ${typeof value}`);
    }
  }

  #number(value: number): void {
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return this.#text(NUMBER, String(value));
    if (!Number.isFinite(value)) return this.#text(FOREIGN, String(value));
    this.#text(FOREIGN, "an integer over 2^53, which JavaScript does not hold exactly");
  }

  #object(value: object): void {
    if (this.#around.includes(value)) return this.#text(FOREIGN, "a circular reference");
    if (this.#around.length >= DEEPEST) return this.#text(FOREIGN, "nested too deep");
    if (Array.isArray(value)) return this.#list(value);
    if (isRecord(value)) return this.#members(value as Record<string, unknown>);
    const tag = Object.prototype.toString.call(value);
    if (tag === "[object Date]" && this.#date(value)) return;
    if (tag === "[object Uint8Array]" && ArrayBuffer.isView(value)) return this.#binary(value);
    this.#text(FOREIGN, described(value, tag));
  }

  #list(list: unknown[]): void {
    if (list.length > LONGEST) return this.#text(FOREIGN, `a list of ${list.length} elements`);
    this.#around.push(list);
    const count = this.#container(LIST);
    const length = list.length;
    for (let index = 0; index < length; index += 1) this.value(list[index]);
    this.#view.setUint32(count, length, true);
    this.#around.pop();
  }

  #members(members: Record<string, unknown>): void {
    this.#around.push(members);
    const count = this.#container(OBJECT);
    let length = 0;
    for (const key of Object.keys(members)) {
      const member = members[key];
      if (member === undefined) continue;
      this.#content(key);
      this.value(member);
      length += 1;
    }
    this.#view.setUint32(count, length, true);
    this.#around.pop();
  }

  /** A moment as ISO 8601 text. False for something that only says it is a Date. */
  #date(value: object): boolean {
    let time;
    try {
      time = Date.prototype.getTime.call(value as Date);
    } catch {
      return false;
    }
    if (Number.isNaN(time)) this.#text(FOREIGN, "an invalid Date");
    else this.#text(STRING, new Date(time).toISOString());
    return true;
  }

  #binary(view: ArrayBufferView): void {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    this.#room(5 + bytes.length);
    this.#kind(BYTES);
    this.#number32(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Begins a container and gives the place of its count. */
  #container(kind: number): number {
    this.#kind(kind);
    this.#number32(0);
    return this.#length - 4;
  }

  #text(kind: number, text: string): void {
    this.#kind(kind);
    this.#content(text);
  }

  /** A text behind its length. Halves of characters become U+FFFD. */
  #content(text: string): void {
    this.#room(4 + text.length * 3);
    const start = this.#length + 4;
    let index = 0;
    // Most texts are short and ASCII, where a loop is faster than the encoder.
    if (text.length <= 24) {
      for (; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        if (unit > 0x7f) break;
        this.#bytes[start + index] = unit;
      }
    }
    const written = index < text.length ? encoder.encodeInto(text, this.#bytes.subarray(start)).written : text.length;
    this.#number32(written);
    this.#length += written;
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
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.length) return;
    const wider = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
    this.#view = new DataView(wider.buffer);
  }
}

/** What an object is, by the name of its class. */
function described(value: object, tag: string): string {
  const builtIn = tag.slice("[object ".length, -1);
  let name = builtIn;
  if (builtIn === "Object") {
    const maker: unknown = (value as { constructor?: unknown }).constructor;
    name = typeof maker === "function" && maker.name !== "" ? `${maker.name} object` : "object of a class";
  }
  name = name.slice(0, 60);
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}
