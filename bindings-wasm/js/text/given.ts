// What is given of texts, and how it gets to the module.

import { TextError } from "../errors.js";
import { isReadable, kindOf } from "../kinds.js";
import { mapped, optionsOf } from "../request.js";
import { open } from "./answer.js";
import { run } from "./kernel.js";
import type { Encoding, EncodingName, Ports, TextOptions } from "./types.js";

const LONE_HALF = /\p{Surrogate}/u;

/** A string, of which every half of a character has the other one. */
export function textOf(text: unknown, name: string): string {
  if (typeof text !== "string") throw new TypeError(`${name} is given as a string, not as ${kindOf(text)}`);
  if (isWellFormed(text)) return text;
  const offset = text.search(LONE_HALF);
  const code = text.charCodeAt(offset).toString(16).toUpperCase();
  const told = `${name} has half of a character (U+${code}) at ${offset}, as if it was cut in the middle of an emoji; cut it elsewhere, or give toWellFormed() of it`;
  throw new TextError("lone_surrogate", told, offset);
}

/** The languages' standard has the method since ES2024. */
function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? !LONE_HALF.test(text);
}

/** A word as it is given; the module knows which there are. */
export function wordOf(word: unknown, name: string): string {
  if (typeof word === "string") return word;
  throw new TypeError(`${name} is given as a string, not as ${kindOf(word)}`);
}

/** The names of the options of every text. */
export const OPTIONS = ["languages", "shifts", "referenceBits", "transliteration", "ports", "flash"] as const;

/** Options as the module has them: a number, and one of their ports. */
export interface Numbers {
  readonly options: number;
  readonly ports: number;
}

const NONE: Numbers = { options: 0, ports: 0 };

/** Options as the module has them. */
export function numbersOf(options: TextOptions | null | undefined): Numbers {
  return options === undefined ? NONE : numbersOfAll(optionsOf(options, OPTIONS));
}

/** The same of options that were looked at. */
export function numbersOfAll({ languages, shifts, referenceBits, transliteration, ports, flash }: TextOptions): Numbers {
  let options = 0;
  const add = (name: string, word: string): void => {
    options |= open(run((kernel) => kernel.textOption(name, word))).number();
  };
  const addWord = (word: unknown, name: string): void => add(name, wordOf(word, name));
  if (isSet(languages)) mapped(languages, "languages", (language, index) => addWord(language, `languages[${index}]`));
  if (isSet(shifts)) addWord(shifts, "shifts");
  if (isSet(referenceBits)) {
    if (typeof referenceBits !== "number") throw new TypeError(`referenceBits is given as a number, not as ${kindOf(referenceBits)}`);
    add("referenceBits", String(referenceBits));
  }
  if (isSet(transliteration)) addWord(transliteration, "transliteration");
  if (isSet(ports)) add("ports", "");
  if (isSet(flash)) {
    if (typeof flash !== "boolean") throw new TypeError(`flash is given as true or false, not as ${kindOf(flash)}`);
    if (flash) add("flash", "");
  }
  return { options, ports: isSet(ports) ? portsOf(ports) : 0 };
}

function portsOf(ports: Ports): number {
  if (!isReadable(ports)) throw new TypeError(`ports are given as an object, not as ${kindOf(ports)}`);
  const { destination, source } = ports;
  return ((wholeOf(destination, "ports.destination", 0xffff) << 16) | wholeOf(source, "ports.source", 0xffff)) >>> 0;
}

/** A whole number from 0 to the largest that the module can be given. */
export function wholeOf(number: unknown, name: string, largest: number): number {
  if (typeof number !== "number") throw new TypeError(`${name} is given as a number, not as ${kindOf(number)}`);
  if (Number.isInteger(number) && number >= 0 && number <= largest) return number;
  throw new TypeError(`${name} is a whole number from 0 to ${largest}, not ${number}`);
}

/** Whether something was given. */
export function isSet<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}

/** The number that the module has for an encoding, given by its name or as what has a name and tables. */
export function encodingOf(given: EncodingName | Encoding): number {
  const { encoding, locking, single } = typeof given === "string" ? { encoding: given } : membersOf(given);
  const table = (code: unknown, name: string): string | undefined => (isSet(code) ? wordOf(code, name) : undefined);
  const words = [wordOf(encoding, "encoding"), table(locking, "locking"), table(single, "single")] as const;
  return open(run((kernel) => kernel.textEncodingOf(...words))).number();
}

function membersOf(given: Encoding): Encoding {
  if (isReadable(given)) return given;
  throw new TypeError(`an encoding is given by its name or as an object, not as ${kindOf(given)}`);
}
