// How requests, payloads and options get to the module.

import { pack } from "./pack.js";
import { DEEPEST, isPlain, jsonIsChanged } from "./plain.js";

/** A value on its way: JSON text, or bytes that are JSON text or a packed tree. */
export type Parcel = { text: string } | { bytes: Uint8Array; packed: boolean };

/** Any value: as JSON text if that says it truly, else as a packed tree. */
export function parcel(value: unknown): Parcel {
  if (typeof value === "object" && isPlain(value, DEEPEST) && !jsonIsChanged()) return { text: JSON.stringify(value) };
  return { bytes: pack(value), packed: true };
}

/** JSON text as it was given. */
export function jsonParcel(json: unknown): Parcel {
  if (typeof json === "string") return { text: json };
  return { bytes: bytesOf(json, "JSON text is given as a string or bytes"), packed: false };
}

/** Bytes in any of the forms that JavaScript has for them. */
export function bytesOf(value: unknown, told: string): Uint8Array {
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
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  return tag === "Promise" ? "a Promise (await it first)" : `an object of kind ${tag}`;
}
