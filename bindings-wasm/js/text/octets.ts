// Texts as septets or UTF-16, and septets packed into octets.

import { bytesOf, optionsOf } from "../request.js";
import { open } from "./answer.js";
import { encodingOf, isSet, textOf, wholeOf } from "./given.js";
import { run } from "./kernel.js";
import type { Encoding, EncodingName } from "./types.js";

/** Octets in any of the forms that JavaScript has for them. */
export type Octets = ArrayBufferView | ArrayBuffer;

/**
 * A text as septets, one in each octet, or as UTF-16 with the high octet first: what SMPP calls a short message, and what goes into a
 * binary body. Throws a `TextError` of the code `not_encodable` with the position of a character that the encoding does not have.
 */
export function encode(text: string, encoding: EncodingName | Encoding): Uint8Array<ArrayBuffer> {
  const given = textOf(text, "the text");
  const number = encodingOf(encoding);
  return open(run((kernel) => kernel.textEncode(given, number))).octets();
}

/** The text of septets, one in each octet, or of UTF-16 with the high octet first. What no text has there is U+FFFD or a space. */
export function decode(octets: Octets, encoding: EncodingName | Encoding): string {
  const bytes = bytesOf(octets, "octets are given as bytes");
  const number = encodingOf(encoding);
  return run((kernel) => kernel.textDecode(bytes, number));
}

/**
 * Packs septets into octets, eight into seven, behind a user data header (its length octet first) or nothing. Seven bits that are left
 * over at the end are a carriage return, as the documents want.
 */
export function pack(septets: Octets, header: Octets = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(septets, "septets are given as bytes");
  const before = bytesOf(header, "a header is given as bytes");
  return run((kernel) => kernel.textPack(bytes, before)) as Uint8Array<ArrayBuffer>;
}

/** What stands before packed septets, and how many there are. */
export interface UnpackOptions {
  /** How many octets of a user data header stand before them, its length octet among them. */
  readonly headerLength?: number | undefined;
  /**
   * The length of the user data as a TPDU tells it: how many septets, those of the header among them. Without it a carriage return
   * or zeros in the last seven bits are left out, for they fill an octet.
   */
  readonly userDataLength?: number | undefined;
}

/** The septets of packed octets, one in each octet. */
export function unpack(octets: Octets, options?: UnpackOptions): Uint8Array<ArrayBuffer> {
  const bytes = bytesOf(octets, "octets are given as bytes");
  const { headerLength, userDataLength } = optionsOf(options, ["headerLength", "userDataLength"]);
  const header = wholeOf(headerLength ?? 0, "headerLength", 0xff);
  const length = isSet(userDataLength) ? wholeOf(userDataLength, "userDataLength", 0xff) : -1;
  return run((kernel) => kernel.textUnpack(bytes, header, length)) as Uint8Array<ArrayBuffer>;
}
