// Texts as UTF-8.

/** Up to this length a loop writes a text faster than the platform's encoder does. */
const SHORT = 160;

const encoder = new TextEncoder();

/** Writes a text as UTF-8 and gives the place behind it. There is room for three bytes a unit. Halves of characters become U+FFFD. */
export function writeText(text: string, bytes: Uint8Array, start: number): number {
  if (text.length <= SHORT) return encode(text, bytes, start);
  return start + encoder.encodeInto(text, bytes.subarray(start)).written;
}

/** The same bytes with room for so many, or a longer copy of the first of them. */
export function widened(bytes: Uint8Array<ArrayBuffer>, used: number, needed: number): Uint8Array<ArrayBuffer> {
  if (needed <= bytes.length) return bytes;
  const wider = new Uint8Array(Math.max(needed, bytes.length * 2));
  wider.set(bytes.subarray(0, used));
  return wider;
}

/** The same in a loop. */
function encode(text: string, bytes: Uint8Array, start: number): number {
  let at = start;
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[at++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      // `codePointAt` gives a lone half as it is.
      code = text.codePointAt(index) as number;
      if (code < 0x10000) {
        code = 0xfffd;
      } else {
        index += 1;
        bytes[at++] = 0xf0 | (code >> 18);
        bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
        continue;
      }
    }
    bytes[at++] = 0xe0 | (code >> 12);
    bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}
