// Compiles the module that stands as text in this package, so that everything works as soon as it is imported.

import { start } from "./kernel.js";
import { bytes } from "./wasm/bytes.js";

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const decoded = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) decoded[index] = text.charCodeAt(index);
  return decoded;
}

start(() => decode(bytes));
