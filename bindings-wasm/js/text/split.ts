// Texts as the parts that are sent.

import { optionsOf } from "../request.js";
import { open, wordsOf } from "./answer.js";
import { type Numbers, numbersOfAll, OPTIONS, textOf, wholeOf, wordOf } from "./given.js";
import { run } from "./kernel.js";
import type { Encoding, EncodingName, Language, TextOptions } from "./types.js";

/** How a text is cut. */
export interface SplitOptions extends TextOptions {
  /**
   * What the parts of the message have in common: a number that the messages to the same phone before and after do not have.
   * Up to 255, or 65535 with 16 `referenceBits`. It does not matter where there is one part.
   */
  readonly reference: number;
  /**
   * Where it may be cut. `gateway`, the default, fills each part up as gateways do. `graphemes` keeps whole what a reader sees as
   * one character: flags, families of emoji, combining marks, where they fit a part. This can take more parts.
   */
  readonly split?: "gateway" | "graphemes" | undefined;
}

/** One short message of a text. */
export interface Part extends Encoding {
  /** Its text. */
  readonly text: string;
  /** Where it begins in the text, which is the one given but for what was transliterated: an index of the string. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** Septets or UTF-16 code units of its text. */
  readonly units: number;
  /** The encoding, which is that of all parts. */
  readonly encoding: EncodingName;
  /** The language whose locking shift table is used. */
  readonly locking: Language | undefined;
  /** The language whose single shift table is used. */
  readonly single: Language | undefined;
  /** The user data header, its length octet first; empty where there is none. */
  readonly header: Uint8Array<ArrayBuffer>;
  /** The user data of a TPDU: the header, then packed septets or UTF-16; 140 octets at most. */
  readonly userData: Uint8Array<ArrayBuffer>;
  /** The length of the user data as a TPDU tells it: in septets, those of the header among them, or in octets. */
  readonly userDataLength: number;
  /** The short message of SMPP, and the octets of a binary body: the header, then one septet in each octet, or UTF-16. */
  readonly shortMessage: Uint8Array<ArrayBuffer>;
  /** Its data coding: 0 is GSM-7, 8 is UCS-2, 16 more are flash. */
  readonly dataCoding: number;
  /** SMPP's `esm_class`: 64 where there is a header, else 0. */
  readonly esmClass: number;
}

/**
 * Cuts a text into parts, in the encoding that `segments` finds. Throws a `TextError` of the code `too_many_parts` where there would be
 * more than 255, and `reference_too_large` where the reference is wider than its bits.
 */
export function split(text: string, options: SplitOptions): readonly Part[] {
  const [given, how] = [textOf(text, "the text"), howToSplit(options)];
  const answer = open(run((kernel) => kernel.textSplit(given, how.options, how.ports, how.way, how.reference)));
  const { encoding, locking, single } = wordsOf(answer.number());
  return answer.list(() =>
    Object.freeze({
      text: answer.text(),
      start: answer.number(),
      end: answer.number(),
      units: answer.number(),
      encoding,
      locking,
      single,
      header: answer.octets(),
      userData: answer.octets(),
      userDataLength: answer.number(),
      shortMessage: answer.octets(),
      dataCoding: answer.number(),
      esmClass: answer.number(),
    }),
  );
}

/** How a text is cut, as the module has it. */
export function howToSplit(options: SplitOptions): Numbers & { readonly way: string; readonly reference: number } {
  const { reference, split: way, ...rest } = optionsOf(options, ["reference", "split", ...OPTIONS]);
  return { ...numbersOfAll(rest), way: wordOf(way ?? "gateway", "split"), reference: wholeOf(reference, "reference", 0xffff) };
}
