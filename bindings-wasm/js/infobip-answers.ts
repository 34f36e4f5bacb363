// Answers of the Infobip family.

import type { Answer, SendAnswer, SentMessage as AnySentMessage } from "./reader.js";

/** A status as the gateway gave it. */
export interface Status {
  /** The group's number. */
  readonly groupId?: number;
  /** The group's name. */
  readonly groupName?: string;
  /** The status's number. */
  readonly id?: number;
  /** The status's name. */
  readonly name?: string;
  /** What it says to people. */
  readonly description?: string;
  /** What to do about it. */
  readonly action?: string;
}

/** What the gateway says of one message. */
export interface SentMessage extends AnySentMessage {
  /** The gateway's id of the message, else yours. */
  readonly messageId?: string;
  /** How many parts it was split into. */
  readonly smsCount?: number;
  /** Its status, as the gateway gave it. */
  readonly status?: Status;
}

/** An entry of a reply that is about no message of the call. */
export interface UnmatchedMessage {
  /** The number, as the gateway wrote it. */
  readonly to?: string;
  /** The gateway's id, or yours. */
  readonly messageId?: string;
  /** How many parts it was split into. */
  readonly smsCount?: number;
  /** Its status, as the gateway gave it. */
  readonly status?: Status;
}

/** The answer to all that sends. */
export interface SentMessages extends SendAnswer {
  /** The id of the request as a whole. Documented for more than one destination. */
  readonly bulkId?: string;
  /** The id of the tracked process, when tracking was asked for. */
  readonly trackingProcessKey?: string;
  /** One result for each message sent, one text to one number, in the order sent. */
  readonly messages: readonly SentMessage[];
  /** Entries of the reply that are about none of the messages. */
  readonly unmatched: readonly UnmatchedMessage[];
}

/** The answer to `getSchedule` and `reschedule`. */
export interface Schedule extends Answer {
  /** The bulk's id. */
  readonly bulkId?: string;
  /** When it will be sent, as the gateway writes it. */
  readonly sendAt?: string;
}

/** The answer to `getBulkStatus` and `setBulkStatus`. */
export interface BulkStatus extends Answer {
  /** The bulk's id. */
  readonly bulkId?: string;
  /** Its status: `PENDING`, `PAUSED`, `PROCESSING`, `CANCELED`, `FINISHED`, `FAILED`, or another one that the gateway has. */
  readonly status?: string;
}

/** The answer to `preview`. */
export interface Preview extends Answer {
  /** The text that was asked about. */
  readonly originalText?: string;
  /** What it costs: first as it is, then with the options. */
  readonly previews: readonly TextPreview[];
}

/** What a text costs, sent in one way. */
export interface TextPreview {
  /** The text as it arrives. */
  readonly textPreview?: string;
  /** How many parts it takes. */
  readonly messageCount?: number;
  /** How many more characters fit into the last part. */
  readonly charactersRemaining?: number;
  /** With which national language tables. */
  readonly languageCode?: string;
  /** With which transliteration. */
  readonly transliteration?: string;
}

/** The answer to `getBalance`. */
export interface Balance extends Answer {
  /** How much is left, digit for digit as the gateway writes it, for binary fractions would change it. */
  readonly balance?: string;
  /** In which currency, such as `EUR`. */
  readonly currency?: string;
}

/** The answer to `endSession`, which says nothing but that it is so. */
export interface SessionEnded extends Answer {}

/** The answer to `confirmConversion`. */
export interface ConversionConfirmed extends Answer {
  /** The conversion process that the message belongs to. */
  readonly processKey?: string;
}
