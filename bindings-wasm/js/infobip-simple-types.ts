// Requests of the Infobip family that send without ids and options. Each message is written in our names or in the gateway's.

import type { Extra, Id } from "./common-types.js";
import type { Binary, Regional, Transliteration } from "./infobip-types.js";

/** What messages without options have in common. */
interface SimpleFields {
  /** Where it goes: a number, or a list of numbers; at least one. */
  readonly to: string | number | readonly (string | number)[];
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The sender of such a message, in our name. */
interface Sender {
  /** The sender: 3 to 11 letters and digits, or 3 to 14 digits. */
  readonly sender?: string | undefined;
  readonly from?: never;
}

/** The sender of such a message, in the gateway's name. */
interface WireSender {
  /** The sender: 3 to 11 letters and digits, or 3 to 14 digits. */
  readonly from?: string | undefined;
  readonly sender?: never;
}

/** What a text without options has beside. */
interface SimpleTextFields extends SimpleFields {
  /** The text, at most 25 parts. */
  readonly text: string;
  /** What the gateway does about characters outside of the alphabet. In a version 1 SDK. */
  readonly transliteration?: Transliteration | undefined;
  /** What the rules of single countries ask for. In a version 1 SDK. */
  readonly regional?: Regional | undefined;
  /** In a version 1 SDK; no document says what it does. */
  readonly campaignId?: string | undefined;
  /** In a version 1 SDK; no document says what it does. */
  readonly operatorClientId?: string | undefined;
}

/** What octets without options have beside. */
interface SimpleBinaryFields extends SimpleFields {
  /** The content. */
  readonly binary: Binary;
}

/** A text to one or many numbers, in our names. */
export interface SimpleText extends SimpleTextFields, Sender {}

/** A text to one or many numbers, in the gateway's names. */
export interface WireSimpleText extends SimpleTextFields, WireSender {}

/** Octets to one or many numbers, in our names. */
export interface SimpleBinary extends SimpleBinaryFields, Sender {}

/** Octets to one or many numbers, in the gateway's names. */
export interface WireSimpleBinary extends SimpleBinaryFields, WireSender {}

/** The request of `sendTextSingle`: one text to one or many numbers. */
export type SendTextSingle = SimpleText | WireSimpleText;

/** The request of `sendBinarySingle`: octets to one or many numbers. */
export type SendBinarySingle = SimpleBinary | WireSimpleBinary;

/** What the messages of such a request have in common. */
interface SimpleEnvelope {
  /** An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset. */
  readonly bulkId?: Id | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The request of `sendTextMulti`: texts, each to one or many numbers. */
export interface SendTextMulti extends SimpleEnvelope {
  /** The messages; at least one. */
  readonly messages: readonly (SimpleText | WireSimpleText)[];
}

/** The request of `sendBinaryMulti`: octets, each to one or many numbers. */
export interface SendBinaryMulti extends SimpleEnvelope {
  /** The messages; at least one. */
  readonly messages: readonly (SimpleBinary | WireSimpleBinary)[];
}
