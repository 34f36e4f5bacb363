// Other letters for those that GSM-7 does not have.

import { open } from "./answer.js";
import { textOf, wordOf } from "./given.js";
import { run } from "./kernel.js";
import type { Replacement, Scheme } from "./types.js";

/** A text with other letters for some, and what was replaced. */
export interface Transliterated {
  /** The text. */
  readonly text: string;
  /** Every replacement, in order. */
  readonly replaced: readonly Replacement[];
}

/** Writes a text with the letters of GSM-7, as far as a scheme goes. */
export function transliterate(text: string, scheme: Scheme): Transliterated {
  const given = textOf(text, "the text");
  const word = wordOf(scheme, "scheme");
  const answer = open(run((kernel) => kernel.textTransliterate(given, word)));
  return Object.freeze({ text: answer.text(), replaced: answer.replaced() });
}
