// How requests, payloads and options get to the module.

import { pack } from "./pack.js";

const encoder = new TextEncoder();

/** Bytes on their way: a packed tree, or JSON text. */
export interface Parcel {
  readonly bytes: Uint8Array;
  readonly packed: boolean;
}

/** Any value. */
export function parcel(value: unknown): Parcel {
  return { bytes: pack(value), packed: true };
}

/** JSON text as it was given. */
export function jsonParcel(json: unknown): Parcel {
  return { bytes: textOrBytes(json, "JSON text is given as a string or bytes"), packed: false };
}

/** The bytes of a text, or bytes in any of the forms that JavaScript has for them; not a copy. */
export function textOrBytes(value: unknown, told: string): Uint8Array {
  return typeof value === "string" ? encoder.encode(value) : bytesOf(value, told);
}

/** Bytes in any of the forms that JavaScript has for them; not a copy. */
export function bytesOf(value: unknown, told: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object ArrayBuffer]" || tag === "[object SharedArrayBuffer]") return new Uint8Array(value as ArrayBuffer);
  throw new TypeError(`${told}, not as ${kindOf(value)}`);
}

/** The current time in milliseconds, or not a number where none was given. */
export function moment(now: Date | undefined | null): number {
  if (now === undefined || now === null) return Number.NaN;
  const millis = Object.prototype.toString.call(now) === "[object Date]" ? Number(now) : Number.NaN;
  if (Number.isNaN(millis)) throw new TypeError(`now is given as a valid Date, not as ${kindOf(now)}`);
  return millis;
}

/** What a value is, for messages to programmers. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  const name = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (name === "Promise") return "a Promise (await it first)";
  return name === "Object" ? "an object" : `an object of kind ${name}`;
}
