// What is said of texts.

/** A language that has tables of its own in GSM-7, by its code in ISO 639-1. */
export type Language = "tr" | "es" | "pt" | "bn" | "gu" | "hi" | "kn" | "ml" | "or" | "pa" | "ta" | "te" | "ur";

/** Which tables of the languages may be used. */
export type Shifts = "both" | "single" | "locking";

/** By which customs letters are replaced, in Infobip's words. The tables are this project's own reading. */
export type Scheme =
  | "TURKISH" | "GREEK" | "CYRILLIC" | "SERBIAN_CYRILLIC" | "BULGARIAN_CYRILLIC" | "CENTRAL_EUROPEAN" | "BALTIC" | "PORTUGUESE"
  | "COLOMBIAN" | "NON_UNICODE";

/** What may be done to send a text. What is not given is not done. */
export interface TextOptions {
  /** The languages whose tables may be used, since a gateway uses them only when it is told to. */
  readonly languages?: Iterable<Language | "all"> | undefined;
  /** Which of their tables; both kinds by default. */
  readonly shifts?: Shifts | undefined;
  /** How wide the number is that the parts of a message have in common: 8, which is what gateways use, or 16. */
  readonly referenceBits?: 8 | 16 | undefined;
  /** How characters are replaced before anything else. */
  readonly transliteration?: Scheme | undefined;
  /** Application ports, which take room in every header; none by default. */
  readonly ports?: Ports | undefined;
  /** Whether phones show it at once and do not keep it (message class 0). Not by default. */
  readonly flash?: boolean | undefined;
}

/** Application ports, 0 to 65535: which program on the phone a message is for, and which one sent it. */
export interface Ports {
  /** The port it goes to. */
  readonly destination: number;
  /** The port it comes from. */
  readonly source: number;
}

/** GSM 7-bit, or UTF-16, which the documents of SMS call UCS-2. */
export type EncodingName = "gsm7" | "ucs2";

/** What a part is measured in. */
export type Unit = "septet" | "UTF-16 code unit";

/** An encoding with its tables. What `segments` and `split` give is one, too. */
export interface Encoding {
  /** Its name. */
  readonly encoding: EncodingName;
  /** The language whose locking shift table stands in the place of the default alphabet. */
  readonly locking?: Language | undefined;
  /** The language whose single shift table stands in the place of the extension table. */
  readonly single?: Language | undefined;
}

/** What a text costs. */
export interface Cost {
  /** The encoding it is sent in. */
  readonly encoding: EncodingName;
  /** The language whose locking shift table is used. */
  readonly locking: Language | undefined;
  /** The language whose single shift table is used. */
  readonly single: Language | undefined;
  /** What `units` counts. */
  readonly unit: Unit;
  /** Units of the text, those of escapes among them and those of headers not. */
  readonly units: number;
  /** How many short messages; an empty text is one. More than 255 cannot be sent. */
  readonly parts: number;
  /** How many more units the last part holds. */
  readonly unitsLeft: number;
}

/** What a character does to the cost of its text: the whole text is sent as UCS-2 for it, or it takes two units. */
export type Reason = "forces_ucs2" | "costs_two";

/** A character that makes its text cost more. */
export interface Culprit {
  /** The character. */
  readonly character: string;
  /** Where it stands in the text that is counted: indexes of the string, in order. */
  readonly positions: readonly number[];
  /** What it does. */
  readonly reason: Reason;
  /** Units that it takes each time. */
  readonly units: number;
  /** What could be written instead, nothing (an empty text) where it is invisible; unset where nothing says the same. */
  readonly replacement: string | undefined;
  /** What the whole text would cost with the replacement everywhere. Not told of a text of over a thousand parts. */
  readonly instead: Cost | undefined;
}

/** One replacement of a transliteration. */
export interface Replacement {
  /** Where it stood in the text as given: an index of the string. */
  readonly position: number;
  /** What stood there. */
  readonly original: string;
  /** What stands there now; empty where something invisible went. */
  readonly replacement: string;
}
