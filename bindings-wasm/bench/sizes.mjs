// How large things are, as they are and as they travel.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const file = (path) => readFileSync(new URL(`../dist/${path}`, import.meta.url));

export const sizesOf = {
  wasm: () => file("wasm/smskernel.wasm"),
  base64: () => file("wasm/bytes.js"),
  texts: () => file("text/wasm/text.wasm"),
  webhooks: () => file("webhooks/wasm/webhooks.wasm"),
};

/** Sizes of bytes: raw, by gzip, by brotli, each at its best. */
export function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const sizes = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, { params }).length };
  return Object.entries(sizes).map(([name, size]) => `${name} ${(size / 1000).toFixed(1)} kB`).join(", ");
}
