// Values that JavaScript can make and no request means, each by a name: for every place where somebody can put one.
import { runInNewContext } from "node:vm";

class Money {
  amount = 1;
}

function detached(buffer) {
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
}

export function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A list that says another length than it has. */
export const lying = (length) => new Proxy([], { get: (target, key) => (key === "length" ? length : Reflect.get(target, key)) });

function circle() {
  const object = { a: [] };
  object.a.push(object);
  return object;
}

function nested(levels) {
  let value = {};
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value };
  return value;
}

/** A view that lies beyond its buffer since that shrank. */
function beyond() {
  const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
  const view = new Uint8Array(buffer, 4, 4);
  buffer.resize(2);
  return view;
}

/** Makers, for some values are used up. */
export const VALUES = {
  "undefined": () => undefined,
  "null": () => null,
  "minus one": () => -1,
  "minus zero": () => -0,
  "two to the forty": () => 2 ** 40,
  "two to the fifty-three": () => 2 ** 53,
  "a fraction": () => 1.9,
  "NaN": () => NaN,
  "Infinity": () => Infinity,
  "a BigInt": () => 10n,
  "a number as text": () => "7",
  "the empty text": () => "",
  "half a character": () => "a\ud83d",
  "the other half": () => "\udc00",
  "a NUL": () => "a\0b",
  "a line break": () => "a\r\nb: c",
  "true": () => true,
  "a symbol": () => Symbol("s"),
  "a function": () => () => 1,
  "a class": () => Money,
  "an instance": () => new Money(),
  "an instance whose class has a strange name": () => new (class { static name = Symbol("s"); })(),
  "an instance whose class has a long name": () => new ({ ["x".repeat(5000)]: class {} }["x".repeat(5000)])(),
  "a Map": () => new Map([["to", "1"]]),
  "a Set": () => new Set(["41793026727"]),
  "a WeakMap": () => new WeakMap(),
  "a RegExp": () => /x/,
  "an Error": () => new Error("x"),
  "a Promise": () => Promise.resolve("x"),
  "a thenable": () => ({ then() {} }),
  "an invalid Date": () => new Date(NaN),
  "the last Date": () => new Date(8.64e15),
  "a boxed number": () => Object(720),
  "a boxed text": () => Object("x"),
  "a boxed truth": () => Object(true),
  "a boxed BigInt": () => Object(1n),
  "a boxed symbol": () => Object(Symbol("s")),
  "an empty list": () => [],
  "a list of undefined": () => [undefined],
  "a list of anything": () => [1, "x", null, Symbol("s"), [], {}],
  "a hole": () => [, "x"],
  "a list of the greatest length": () => new Array(2 ** 32 - 1),
  "a list of a million holes": () => new Array(1_000_000),
  "a list with members": () => Object.assign([1], { extra: 1 }),
  "a list that inherits": () => Object.setPrototypeOf(["x"], { get 1() { return 1; } }),
  "something like a list": () => ({ length: 5, 0: "41793026727" }),
  "something like a very long list": () => ({ length: 2 ** 53, 0: 1 }),
  "arguments": () => (function () { return arguments; })(1),
  "a circle": circle,
  "deep nesting": () => nested(5000),
  "own __proto__": () => JSON.parse('{"__proto__":{"to":"1"}}'),
  "inherited members": () => ({ __proto__: { to: "41793026727", text: "Hi", auth: { type: "api_key", key: "k" } } }),
  "no prototype": () => Object.assign(Object.create(null), { __proto__: 1, a: 1 }),
  "symbol keys": () => ({ [Symbol("s")]: 1, [Symbol.iterator]: 5 }),
  "a toJSON that throws": () => ({ toJSON() { throw new Error("toJSON was called"); } }),
  "a valueOf that throws": () => ({ valueOf() { throw new Error("valueOf was called"); }, toString() { throw new Error("toString was called"); } }),
  "bytes": () => Uint8Array.of(1, 2, 3),
  "a buffer": () => new ArrayBuffer(3),
  "detached bytes": () => { const bytes = new Uint8Array(4); detached(bytes.buffer); return bytes; },
  "a detached buffer": () => detached(new ArrayBuffer(4)),
  "a detached view": () => { const view = new DataView(new ArrayBuffer(4)); detached(view.buffer); return view; },
  "shared bytes": () => new Uint8Array(new SharedArrayBuffer(3)),
  "a shared buffer": () => new SharedArrayBuffer(3),
  "bytes that can grow": () => new Uint8Array(new ArrayBuffer(3, { maxByteLength: 9 })),
  "bytes beyond their buffer": beyond,
  "wide elements": () => new Uint16Array(2),
  "a DataView": () => new DataView(new ArrayBuffer(2)),
  "bytes of another length than they have": () => Object.defineProperty(new Uint8Array(2), "byteLength", { value: 1e9 }),
  "bytes of another buffer than they have": () => Object.defineProperty(new Uint8Array(2), "buffer", { value: 5 }),
  "what only says that it is bytes": () => ({ [Symbol.toStringTag]: "ArrayBuffer", length: 1e9 }),
  "what only inherits from a buffer": () => Object.create(ArrayBuffer.prototype),
  "what only inherits from a shared buffer": () => Object.create(SharedArrayBuffer.prototype),
  "a shared buffer of another realm": () => runInNewContext("new SharedArrayBuffer(2)"),
  "what only inherits from bytes": () => Object.create(Uint8Array.prototype),
  "what only says that it is a Date": () => Object.defineProperty(new Money(), Symbol.toStringTag, { value: "Date" }),
  "an object of another realm": () => runInNewContext("({ to: 1 })"),
  "a list of another realm": () => runInNewContext("[1, undefined]"),
  "a Map of another realm": () => runInNewContext("new Map()"),
  "an error of another realm": () => runInNewContext("new RangeError('x')"),
  "a proxy": () => new Proxy({}, {}),
  "a proxy of a proxy": () => new Proxy(new Proxy([1], {}), {}),
  "a proxy of a Date": () => new Proxy(new Date(0), {}),
  "a proxy of bytes": () => new Proxy(new Uint8Array(2), {}),
  "a proxy of a function": () => new Proxy(() => 1, {}),
  "a proxy that has no keys": () => new Proxy({ a: 1 }, { ownKeys: () => [] , getPrototypeOf: () => null }),
  "a proxy that has other keys": () => new Proxy({}, { ownKeys: () => ["a", "messages"], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) }),
  "a revoked proxy": () => revoked({}),
  "a revoked proxy of a list": () => revoked([]),
  "a revoked proxy of a function": () => revoked(() => 1),
  ...Object.fromEntries(
    [-1, 0.5, NaN, Infinity, 2 ** 31, "1", 1n, Symbol("s"), null, {}].map((length) => [`a list of length ${String(length)} (${typeof length})`, () => lying(length)]),
  ),
};

/** What user code throws, and what makes it throw. Each is a value, to be asked for anything. */
export function throwing(error) {
  const fail = () => {
    throw error;
  };
  return {
    "a getter": Object.defineProperty({}, "text", { enumerable: true, get: fail }),
    "an element": Object.defineProperty(["x"], 0, { get: fail }),
    "ownKeys": new Proxy({}, { ownKeys: fail }),
    "get": new Proxy({ a: 1 }, { get: fail }),
    "getPrototypeOf": new Proxy({}, { getPrototypeOf: fail }),
    "the length": new Proxy([], { get: fail }),
    "toStringTag": Object.defineProperty(new Money(), Symbol.toStringTag, { get: fail }),
    "constructor": Object.defineProperty(new Money(), "constructor", { get: fail }),
  };
}
