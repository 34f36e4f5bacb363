// What a value is, whatever it says of itself. A class can be pretended, and a proxy may be revoked: what counts is what the
// language keeps inside of an object.

/** What bytes are called that went elsewhere with their buffer. */
export const DETACHED = "bytes of a detached buffer";
/** What is called so that no longer leads anywhere. */
export const REVOKED = "a revoked proxy";

/** Whether something is an object, so that it can be asked for more. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether something is an array, of whichever realm; undefined of a revoked proxy, of which nothing can be asked. */
export function isList(value: object): boolean | undefined {
  try {
    return Array.isArray(value);
  } catch {
    return undefined;
  }
}

/** Whether something is an object that can be asked for its members. */
export function isReadable(value: unknown): value is object {
  return isObject(value) && isList(value) !== undefined;
}

/** The length of a list; undefined where a proxy says that it is none. */
export function lengthOf(list: { readonly length: unknown }): number | undefined {
  const { length } = list;
  return typeof length === "number" && length >>> 0 === length ? length : undefined;
}

/** Asks for the length that such a buffer has, not for the one that an object says it has. */
function byteLengthOf(maker: { readonly prototype: object }): (this: unknown) => unknown {
  return Object.getOwnPropertyDescriptor(maker.prototype, "byteLength")?.get as (this: unknown) => unknown;
}

/** Browsers have shared buffers only where a page is isolated. */
const LENGTHS = [byteLengthOf(ArrayBuffer), ...(typeof SharedArrayBuffer === "undefined" ? [] : [byteLengthOf(SharedArrayBuffer)])];

/** Whether something is an `ArrayBuffer`, of whichever realm. */
export function isBuffer(value: object): value is ArrayBuffer {
  return succeeds(() => LENGTHS[0]?.call(value));
}

/** Whether something is bytes, in any of the forms that JavaScript has for them, of whichever realm. */
export function isBytes(value: unknown): value is ArrayBufferView | ArrayBuffer | SharedArrayBuffer {
  return isObject(value) && (ArrayBuffer.isView(value) || LENGTHS.some((length) => succeeds(() => length.call(value))));
}

function succeeds(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

/** The bytes of a view or a buffer; not a copy. Undefined where the buffer was detached. */
export function viewOf(value: ArrayBufferView | ArrayBuffer | SharedArrayBuffer): Uint8Array | undefined {
  try {
    return ArrayBuffer.isView(value)
      ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      : new Uint8Array(value);
  } catch {
    return undefined;
  }
}

/** The milliseconds of a `Date`, of whichever realm, not a number where it is invalid; undefined of everything else. */
export function timeOf(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value as Date);
  } catch {
    return undefined;
  }
}

/** What an object says that it is, such as `Date`. */
export function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** What an object is by the name of its class, for violations. */
export function described(value: object, tag: string): string {
  let name = tag.slice(0, 60);
  if (name === "Object") {
    const maker: unknown = (value as { constructor?: unknown }).constructor;
    if (maker === Object) return "an object that inherits from another one";
    const given: unknown = typeof maker === "function" ? maker.name : "";
    name = typeof given === "string" && given !== "" ? `object of class ${given.slice(0, 44)}` : "object of a class";
  }
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}

/** What a value is, for messages to programmers. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  if (isList(value) === undefined) return REVOKED;
  const tag = tagOf(value);
  if (tag === "Promise") return "a Promise (await it first)";
  return tag === "Object" ? "an object" : `an object of kind ${tag.slice(0, 60)}`;
}
