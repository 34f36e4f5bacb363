// What octets say: one part, or all parts of a message.

import { isReadable, kindOf } from "../kinds.js";
import { bytesOf, mapped } from "../request.js";
import { type Answer, open, wordsOf } from "./answer.js";
import { isSet, wholeOf } from "./given.js";
import { run } from "./kernel.js";
import type { Octets } from "./octets.js";
import type { EncodingName, Language, Ports } from "./types.js";

/** A part as it came: a `shortMessage` of SMPP, or the `userData` of a TPDU. What `split` gives is one, too. */
export interface ReceivedPart {
  /** SMPP's short message, or a binary body: one septet in each octet. It counts where both are given. */
  readonly shortMessage?: Octets | undefined;
  /** The user data of a TPDU: septets are packed. */
  readonly userData?: Octets | undefined;
  /** The length of the user data as the TPDU tells it. Without it all octets are read; `unpack` says what becomes of the last bits. */
  readonly userDataLength?: number | undefined;
  /** SMPP's data coding, or the data coding scheme of the TPDU; 0 by default. */
  readonly dataCoding?: number | undefined;
  /** 64 says that there is a user data header, as bit 6 of a TPDU's first octet does; 0 by default. */
  readonly esmClass?: number | undefined;
}

/** What the octets of a message are. What is none of the first five is told, and not decoded. */
export type Alphabet =
  | "gsm7" | "ucs2" | "octets" | "ascii" | "latin1" | "jis" | "cyrillic" | "hebrew" | "pictograms" | "iso_2022_jp"
  | "extended_kanji" | "korean" | "reserved";

/** That messages of some kind wait for the reader. */
export interface Waiting {
  /** Of which kind. */
  readonly kind: "voicemail" | "fax" | "email" | "other";
  /** Whether there are any; otherwise the sign for them goes out. */
  readonly active: boolean;
  /** Whether the phone keeps the message; otherwise it may throw it away and show the sign alone. */
  readonly stored: boolean;
}

/** What a data coding says. */
export interface DataCoding {
  /** The value itself. */
  readonly octet: number;
  /** What the octets are. */
  readonly alphabet: Alphabet;
  /** Whether they are compressed, which is not undone here. */
  readonly compressed: boolean;
  /** The message class: 0 is shown at once (flash), 1 is for the phone, 2 for the SIM, 3 for what hangs on the phone. */
  readonly class: number | undefined;
  /** That messages wait. */
  readonly waiting: Waiting | undefined;
  /** Whether the value is reserved. */
  readonly reserved: boolean;
}

/** An element of a user data header. */
export type HeaderElement =
  | {
      /** Which part of which message this is. */
      readonly element: "concatenation";
      /** What the parts of one message have in common. */
      readonly reference: number;
      /** How wide that number is. */
      readonly referenceBits: number;
      /** How many parts there are. */
      readonly total: number;
      /** Which one this is; the first is 1. */
      readonly sequence: number;
    }
  | {
      /** Application ports. */
      readonly element: "ports";
      /** How wide they are. */
      readonly bits: number;
      /** The port it goes to. */
      readonly destination: number;
      /** The port it comes from. */
      readonly source: number;
    }
  | {
      /** Which table stands in the place of the default alphabet, or of the extension table. */
      readonly element: "locking_shift" | "single_shift";
      /** The national language identifier. */
      readonly language: number;
    }
  | {
      /** Any other, and each that a receiver passes over. */
      readonly element: "other";
      /** Its identifier. */
      readonly identifier: number;
      /** What it holds. */
      readonly data: Uint8Array<ArrayBuffer>;
    };

/** What parts and whole messages have in common. */
interface Read {
  /** What it is, in a line; not what it says. */
  readonly description: string;
  /** What its data coding says; of a whole message that of its first part. */
  readonly dataCoding: DataCoding;
  /** Its encoding; unset of what is not one of those that phones have. */
  readonly encoding: EncodingName | undefined;
  /** The language whose locking shift table is used. */
  readonly locking: Language | undefined;
  /** The language whose single shift table is used. */
  readonly single: Language | undefined;
  /** What stands behind headers: one septet in each octet, or the octets as they are. */
  readonly octets: Uint8Array<ArrayBuffer>;
  /** The same as text; unset where it is data, compressed, or of an alphabet that is not decoded. */
  readonly text: string | undefined;
}

/** A message or a part of one, as its octets say. */
export interface Decoded extends Read {
  /** The elements of its header; empty where there is none. */
  readonly header: readonly HeaderElement[];
}

/** A message that was put together of its parts. */
export interface Whole extends Read {
  /** How many parts it has; 1 of a message that has no concatenation. */
  readonly parts: number;
  /** What its parts have in common. */
  readonly reference: number | undefined;
  /** Its ports. */
  readonly ports: Ports | undefined;
}

/** Stands for the length of user data where nobody knows it, and where septets are not packed. */
const UNKNOWN = -1;
const UNPACKED = -2;

/**
 * Reads a part as a phone does: what cannot be decoded is U+FFFD or a space. Throws a `TextError` of the code `malformed_header` where there
 * is no telling what is header and what is text, and `truncated` where there are fewer octets than the length of the user data needs.
 */
export function decodePart(part: ReceivedPart): Decoded {
  const { octets, dataCoding, esmClass, length } = received(part, "the part");
  return decodedOf(open(run((kernel) => kernel.textDecodePart(octets, dataCoding, esmClass, length))));
}

/**
 * Puts a message together from its parts, in any order. Octets are joined before they become text, so that nothing is lost where a
 * sender cut a character in two. Throws a `TextError` of the code `missing_parts` with their numbers, `contradictory_parts` where two are not
 * of one message, `no_parts`, or what `decodePart` throws.
 */
export function reassemble(parts: Iterable<ReceivedPart>): Whole {
  const list = mapped(parts, "parts", (part, index) => received(part as ReceivedPart, `parts[${index}]`));
  const octets = new Uint8Array(list.reduce((sum, part) => sum + part.octets.length, 0));
  let at = 0;
  for (const part of list) {
    octets.set(part.octets, at);
    at += part.octets.length;
  }
  const numbers = Int32Array.from(list.flatMap((part) => [part.octets.length, part.dataCoding, part.esmClass, part.length]));
  const answer = open(run((kernel) => kernel.textReassemble(octets, numbers)));
  return Object.freeze({
    description: answer.text(),
    parts: answer.number(),
    reference: answer.maybe(() => answer.number()),
    ports: answer.maybe(() => portsOf(answer)),
    ...read(answer),
  });
}

/** A part as the module takes it. */
function received(part: ReceivedPart, name: string): { octets: Uint8Array; dataCoding: number; esmClass: number; length: number } {
  if (!isReadable(part)) throw new TypeError(`${name} is given as an object, not as ${kindOf(part)}`);
  const { shortMessage, userData, userDataLength, dataCoding, esmClass } = part;
  const packed = !isSet(shortMessage);
  const told = `the ${packed ? "userData" : "shortMessage"} of ${name} is given as bytes`;
  const known = isSet(userDataLength) ? wholeOf(userDataLength, "userDataLength", 0xff) : UNKNOWN;
  return {
    octets: bytesOf(packed ? userData : shortMessage, told),
    dataCoding: wholeOf(dataCoding ?? 0, "dataCoding", 0xff),
    esmClass: wholeOf(esmClass ?? 0, "esmClass", 0xff),
    length: packed ? known : UNPACKED,
  };
}

/** A part that is being read. */
export function decodedOf(answer: Answer): Decoded {
  return Object.freeze({ description: answer.text(), header: answer.list(() => Object.freeze(elementOf(answer))), ...read(answer) });
}

function read(answer: Answer): Omit<Read, "description"> {
  const dataCoding = Object.freeze({
    octet: answer.number(),
    alphabet: answer.text<Alphabet>(),
    compressed: answer.flag(),
    class: answer.maybe(() => answer.number()),
    waiting: answer.maybe(() =>
      Object.freeze({ kind: answer.text<Waiting["kind"]>(), active: answer.flag(), stored: answer.flag() }),
    ),
    reserved: answer.flag(),
  });
  const words = answer.maybe(() => wordsOf(answer.number()));
  const [octets, text] = [answer.octets(), answer.maybe(() => answer.text())];
  return { dataCoding, encoding: words?.encoding, locking: words?.locking, single: words?.single, octets, text };
}

function elementOf(answer: Answer): HeaderElement {
  const element = answer.text<HeaderElement["element"]>();
  switch (element) {
    case "concatenation":
      return { element, reference: answer.number(), referenceBits: answer.number(), total: answer.number(), sequence: answer.number() };
    case "ports":
      return { element, bits: answer.number(), ...portsOf(answer) };
    case "other":
      return { element, identifier: answer.number(), data: answer.octets() };
    default:
      return { element, language: answer.number() };
  }
}

function portsOf(answer: Answer): Ports {
  return Object.freeze({ destination: answer.number(), source: answer.number() });
}
