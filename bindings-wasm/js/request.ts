// How requests, payloads and options get to the module.

import { DETACHED, isBytes, isList, isObject, isReadable, kindOf, tagOf, timeOf, viewOf } from "./kinds.js";
import { pack } from "./pack.js";

const encoder = new TextEncoder();

/** Header fields, in any of the forms that clients and servers give them in. */
export type HeaderFields =
  | Headers
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | number | undefined }
  | null
  | undefined;

/** A body, or another content: text, or bytes in any of the forms that JavaScript has for them. */
export type BodyBytes = string | Uint8Array | ArrayBuffer | ArrayBufferView;

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
  if (!isBytes(value)) throw new TypeError(`${told}, not as ${kindOf(value)}`);
  const bytes = viewOf(value);
  if (bytes === undefined) throw new TypeError(`${told}, not as ${DETACHED}`);
  return bytes;
}

/** The current time in milliseconds, or not a number where none was given. */
export function moment(now: unknown): number {
  if (now === undefined || now === null) return Number.NaN;
  const millis = timeOf(now);
  if (millis === undefined) throw new TypeError(`now is given as a valid Date, not as ${kindOf(now)}`);
  if (Number.isNaN(millis)) throw new TypeError("now is given as a valid Date, not as an invalid one");
  return millis;
}

/** A copy of options, which are none where they are unset. Where `names` are given, there are no others. */
export function optionsOf<T extends object>(options: T | null | undefined, names?: readonly (string & keyof T)[]): Partial<T> {
  if (options === undefined || options === null) return {};
  // A module's exports are members, too.
  const plain = isReadable(options) && ["Object", "Module"].includes(tagOf(options));
  if (!plain) throw new TypeError(`options are given as an object, not as ${kindOf(options)}`);
  const strange = names && Object.keys(options).find((name) => !(names as readonly string[]).includes(name));
  if (strange === undefined) return { ...options };
  throw new TypeError(`options.${strange.slice(0, 60)} is unknown; the options here are ${names?.join(", ")}`);
}

/** The iterator of what can be iterated. */
export function iteratorOf(value: unknown, told: string): Iterator<unknown> {
  if (isReadable(value) && !ArrayBuffer.isView(value)) {
    const make: unknown = (value as Partial<Iterable<unknown>>)[Symbol.iterator];
    const iterator: unknown = typeof make === "function" ? make.call(value) : undefined;
    if (isReadable(iterator)) return iterator as Iterator<unknown>;
  }
  throw new TypeError(`${told}, not as ${kindOf(value)}`);
}

/** One step of an iterator that somebody else may have written. */
export function step(iterator: Iterator<unknown>, of: string): IteratorResult<unknown> {
  const next: unknown = iterator.next;
  const result: unknown = typeof next === "function" ? next.call(iterator) : next;
  if (isReadable(result)) return result as IteratorResult<unknown>;
  throw new TypeError(`the iterator of ${of} gave ${kindOf(result)} in the place of a result`);
}

/** What is made of each element of what can be iterated, one after the other. */
export function mapped<T>(value: unknown, of: string, each: (element: unknown, index: number) => T): T[] {
  const iterator = iteratorOf(value, `${of} are given as an iterable`);
  const list: T[] = [];
  for (let { done, value } = step(iterator, of); done !== true; { done, value } = step(iterator, of)) {
    list.push(each(value, list.length));
  }
  return list;
}

/** More header fields than any request or reply has. */
const MOST_FIELDS = 10_000;

/** Names and values in turn of the header fields that are wanted, by names in lower case. */
export function fieldsOf(headers: HeaderFields, wanted: readonly string[]): string[] {
  const fields: string[] = [];
  if (headers === null || headers === undefined) return fields;
  if (!isReadable(headers)) throw new TypeError(`headers are given as an object, not as ${kindOf(headers)}`);
  const take = (name: unknown, value: () => unknown): void => {
    if (typeof name !== "string" || !wanted.includes(name.toLowerCase())) return;
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
