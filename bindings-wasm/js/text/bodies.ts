// Texts and data as the bodies of binary messages, and back.

import { isBytes, isReadable, kindOf } from "../kinds.js";
import { bytesOf, optionsOf } from "../request.js";
import { type Answer, open } from "./answer.js";
import { numbersOfAll, textOf, wholeOf } from "./given.js";
import { run } from "./kernel.js";
import type { Octets } from "./octets.js";
import { type Decoded, decodedOf } from "./reading.js";
import { howToSplit, type SplitOptions } from "./split.js";
import type { TextOptions } from "./types.js";

/** One binary message: `binary` of a message of Infobip's `sendBinary`, and what SMPP's `submit_sm` has. */
export interface BinaryBody {
  /** The user data header, then one septet in each octet, UTF-16, or data: two lower-case hexadecimal digits an octet. */
  readonly hex: string;
  /** 0 is GSM-7, 8 is UTF-16, 4 is data; 16 more to show it at once. */
  readonly dataCoding: number;
  /** 64 where there is a user data header, else 0. */
  readonly esmClass: number;
}

/** How data become binary messages. */
export interface OctetOptions extends Pick<TextOptions, "referenceBits" | "ports" | "flash"> {
  /** What the parts of the message have in common, as for `split`. */
  readonly reference: number;
}

/** A text as binary messages, cut as `split` cuts it. */
export function binaryBodies(text: string, options: SplitOptions): readonly BinaryBody[] {
  const [given, how] = [textOf(text, "the text"), howToSplit(options)];
  return bodiesOf(open(run((kernel) => kernel.textBinaryBodies(given, how.options, how.ports, how.way, how.reference))));
}

/** Data as binary messages: one where they fit, otherwise parts with concatenation headers, all but the last of them full. */
export function octetBodies(octets: Octets, options: OctetOptions): readonly BinaryBody[] {
  const bytes = bytesOf(octets, "octets are given as bytes");
  const { reference, ...rest } = optionsOf(options, ["reference", "referenceBits", "ports", "flash"]);
  const [how, number] = [numbersOfAll(rest), wholeOf(reference, "reference", 0xffff)];
  return bodiesOf(open(run((kernel) => kernel.textOctetBodies(bytes, how.options, how.ports, number))));
}

function bodiesOf(answer: Answer): readonly BinaryBody[] {
  return answer.list(() => Object.freeze({ hex: hexOf(answer.octets()), dataCoding: answer.number(), esmClass: answer.number() }));
}

function hexOf(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

/**
 * Reads a binary body as a phone does. Throws a `TextError` where its sender cannot have meant it: `malformed_header`, `not_a_septet`,
 * `odd_octets`, `too_long`, each with the octet.
 */
export function describe(body: { readonly hex: string | Octets; readonly dataCoding?: number | undefined; readonly esmClass?: number | undefined }): Decoded {
  if (!isReadable(body)) throw new TypeError(`a body is given as an object, not as ${kindOf(body)}`);
  const { hex, dataCoding, esmClass } = body;
  const octets = isBytes(hex) ? bytesOf(hex, "hex is given as bytes") : octetsOf(hex);
  const [coding, esm] = [wholeOf(dataCoding ?? 0, "dataCoding", 0xff), wholeOf(esmClass ?? 0, "esmClass", 0xff)];
  return decodedOf(open(run((kernel) => kernel.textDescribe(octets, coding, esm))));
}

/** The octets of hexadecimal digits, between which there may be spaces. */
function octetsOf(hex: unknown): Uint8Array {
  if (typeof hex !== "string") throw new TypeError(`hex is given as a string or bytes, not as ${kindOf(hex)}`);
  const digits = hex.replaceAll(" ", "");
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new TypeError("hex is two hexadecimal digits for each octet");
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) => Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}
