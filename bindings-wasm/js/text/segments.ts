// What a text costs, and why.

import { printAs } from "../printing.js";
import { open, wordsOf } from "./answer.js";
import { type Numbers, numbersOf, textOf } from "./given.js";
import { run } from "./kernel.js";
import type { Cost, Culprit, EncodingName, Language, Reason, Replacement, TextOptions, Unit } from "./types.js";

/** What is told only when somebody asks. */
interface Reasons {
  readonly text: string;
  readonly replaced: readonly Replacement[];
  readonly culprits: readonly Culprit[];
  readonly ifReplaced: Cost | undefined;
}

/** What a text costs, and why. An estimate: gateways may count otherwise. Printing it shows all of it in lines for people. */
export class Segments implements Cost {
  /** The encoding it is sent in: the cheapest one that is allowed. */
  readonly encoding: EncodingName;
  /** The language whose locking shift table is used. */
  readonly locking: Language | undefined;
  /** The language whose single shift table is used. */
  readonly single: Language | undefined;
  /** What `units` counts. */
  readonly unit: Unit;
  /** How many short messages; an empty text is one. More than 255 cannot be sent. */
  readonly parts: number;
  /** Units of the text, those of escapes among them and those of headers not. */
  readonly units: number;
  /** How many more units the last part holds. */
  readonly unitsLeft: number;
  readonly #given: string;
  readonly #numbers: Numbers;
  #reasons: Reasons | undefined;

  /** Made by this package. */
  constructor(given: string, numbers: Numbers) {
    let encoding = 0;
    let parts = 0;
    let units = 0;
    let unitsLeft = 0;
    run((kernel) => {
      const at = kernel.textCount(given, numbers.options, numbers.ports) >>> 2;
      const memory = new Uint32Array(kernel.wasm.memory.buffer);
      encoding = memory[at] as number;
      parts = memory[at + 1] as number;
      units = memory[at + 2] as number;
      unitsLeft = memory[at + 3] as number;
    });
    const words = wordsOf(encoding);
    this.encoding = words.encoding;
    this.locking = words.locking;
    this.single = words.single;
    this.unit = words.unit;
    this.parts = parts;
    this.units = units;
    this.unitsLeft = unitsLeft;
    this.#given = given;
    this.#numbers = numbers;
    Object.freeze(this);
  }

  /** The text that is counted: the one given, but for what was transliterated. */
  get text(): string {
    return this.#why.text;
  }

  /** What transliteration replaced, where it was asked for. */
  get replaced(): readonly Replacement[] {
    return this.#why.replaced;
  }

  /** The characters that make the text cost more, each once, in the order of their first positions. */
  get culprits(): readonly Culprit[] {
    return this.#why.culprits;
  }

  /** What the text would cost with every suggested replacement; unset where there is none. */
  get ifReplaced(): Cost | undefined {
    return this.#why.ifReplaced;
  }

  get #why(): Reasons {
    return (this.#reasons ??= reasonsOf(this.#given, this.#numbers));
  }

  /** Everything, for `JSON.stringify`. */
  toJSON(): object {
    return { ...this, ...this.#why };
  }

  /** The same for people: encoding, parts, the culprits and what would cost less. */
  toString(): string {
    const { options, ports } = this.#numbers;
    return run((kernel) => kernel.textDescription(this.#given, options, ports));
  }

  static {
    printAs(this, String);
  }
}

function reasonsOf(given: string, { options, ports }: Numbers): Reasons {
  const answer = open(run((kernel) => kernel.textReasons(given, options, ports)));
  const cost = (): Cost => answer.cost();
  return {
    text: answer.text(),
    replaced: answer.replaced(),
    culprits: answer.list(() =>
      Object.freeze({
        character: answer.text(),
        positions: answer.list(() => answer.number()),
        reason: answer.text<Reason>(),
        units: answer.number(),
        replacement: answer.maybe(() => answer.text()),
        instead: answer.maybe(cost),
      }),
    ),
    ifReplaced: answer.maybe(cost),
  };
}

/**
 * What a text costs as short messages, and why: in which encoding it is sent, in how many parts, which characters make it cost
 * more, and what could be written instead. An estimate by the documents of SMS; a gateway may count otherwise.
 *
 * ```js
 * console.log(String(segments("It’s 5 o’clock")));
 * ```
 */
export function segments(text: string, options?: TextOptions): Segments {
  return new Segments(textOf(text, "the text"), numbersOf(options));
}
