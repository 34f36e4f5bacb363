// Requests of the Infobip family that send, with all options. They are written in our names or in the gateway's, each message in one
// of the two.

import type { CommonLimit } from "./account.js";
import type { Day, Extra, Id, Moment } from "./common-types.js";

export type { Day, Extra, Id, Moment };

/** A time of day, UTC. */
export interface TimeOfDay {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/** On which days and between which times of day, UTC, a message may be sent. */
export interface DeliveryTimeWindow {
  /** The days; at least one. */
  readonly days: readonly Day[];
  /** The beginning, also as text such as `06:00`; whole days when both ends are unset. */
  readonly from?: TimeOfDay | string | undefined;
  /** The end, at least an hour later. */
  readonly to?: TimeOfDay | string | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** Which national language tables the text is written with. */
export interface Language {
  /** `AUTODETECT` and `NONE` on version 2. */
  readonly languageCode?: "TR" | "ES" | "PT" | "AUTODETECT" | "NONE" | undefined;
  /** Whether the language's table takes the place of the extension table. Version 1. */
  readonly singleShift?: boolean | undefined;
  /** Whether the language's table takes the place of the default table. Version 1. */
  readonly lockingShift?: boolean | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** What the gateway does about characters outside of the alphabet. */
export type Transliteration =
  | "TURKISH" | "GREEK" | "CYRILLIC" | "SERBIAN_CYRILLIC" | "BULGARIAN_CYRILLIC" | "CENTRAL_EUROPEAN" | "BALTIC"
  | "PORTUGUESE" | "COLOMBIAN" | "NON_UNICODE" | "NONE" | "ALL";

/** What the rules of single countries ask for. */
export interface Regional {
  /** Registration with India's Distributed Ledger Technology platform. */
  readonly indiaDlt?:
    | {
        /** The registered template of the text. */
        readonly contentTemplateId?: string | undefined;
        /** The registered entity that sends. */
        readonly principalEntityId: string;
        /** Version 2. */
        readonly telemarketerId?: string | undefined;
        /** Fields that the documents do not name, sent behind those they do. */
        readonly extra?: Extra | undefined;
      }
    | undefined;
  /** Registration with Turkey's consent platform. Version 2. */
  readonly turkeyIys?:
    | {
        /** The account's code there. */
        readonly brandCode?: number | undefined;
        /** A merchant, or a private person. */
        readonly recipientType: "TACIR" | "BIREYSEL";
        /** Fields that the documents do not name, sent behind those they do. */
        readonly extra?: Extra | undefined;
      }
    | undefined;
  /** What South Korea asks for. Version 2. */
  readonly southKorea?:
    | {
        /** The reseller's code, nine digits. */
        readonly resellerCode?: number | undefined;
        /** Up to 66 characters. */
        readonly title?: string | undefined;
        /** Fields that the documents do not name, sent behind those they do. */
        readonly extra?: Extra | undefined;
      }
    | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** What texts and binary messages have in common, under one name. */
export interface MessageFields {
  /** Whether it shows at once and is not stored (class 0). False by default. */
  readonly flash?: boolean | undefined;
  /** Whether intermediate delivery reports are pushed. False by default. */
  readonly intermediateReport?: boolean | undefined;
  /** Where delivery reports are pushed to. */
  readonly notifyUrl?: string | undefined;
  /** In what form. */
  readonly notifyContentType?: "application/json" | "application/xml" | undefined;
  /** Data of yours that comes back in the delivery report, up to 4,000 characters (200 with older operators). */
  readonly callbackData?: string | undefined;
  /** How long the message may wait for delivery, in minutes, 1 to 2,880. */
  readonly validityPeriod?: number | undefined;
  /** When it is sent, at most 180 days ahead; at once when unset. */
  readonly sendAt?: Moment | undefined;
  /** On which days and between which times of day it may be sent. */
  readonly deliveryTimeWindow?: DeliveryTimeWindow | undefined;
  /** What the rules of single countries ask for. */
  readonly regional?: Regional | undefined;
  /** In the version 1 SDKs; no document says what it does. */
  readonly notify?: boolean | undefined;
  /** In the version 1 SDKs; no document says what it does. */
  readonly campaignId?: string | undefined;
  /** In the version 1 SDKs; no document says what it does. */
  readonly operatorClientId?: string | undefined;
  /** The entity that sends. Version 2, up to 50 characters, for binary messages 66. */
  readonly entityId?: string | undefined;
  /** The application that sends. Version 2, up to 50 characters, for binary messages 66. */
  readonly applicationId?: string | undefined;
  /** The campaign that it counts to. Version 2, up to 255 characters. */
  readonly campaignReferenceId?: string | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** What a text has beside. */
export interface TextFields extends MessageFields {
  /** The text, at most 25 parts. */
  readonly text: string;
  /** The national language tables to use. */
  readonly language?: Language | undefined;
  /** What the gateway does about characters outside of the alphabet. */
  readonly transliteration?: Transliteration | undefined;
  readonly binary?: never;
}

/** Octets, and how the handset takes them. */
export interface Binary {
  /**
   * 1 to 140 octets: hexadecimal digits, which are sent as they are given (`48 65`, `0048 0065`, `4865`), or bytes, which
   * become pairs of digits with a space between them.
   */
  readonly hex: string | Uint8Array | ArrayBuffer;
  /** The SMPP `data_coding`, 0 to 255: 0 (the default) is the GSM alphabet, 8 is UTF-16. */
  readonly dataCoding?: number | undefined;
  /** The SMPP `esm_class`, 0 to 255: with 64 the octets begin with a user data header. 0 by default. */
  readonly esmClass?: number | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** What a binary message has beside. */
export interface BinaryFields extends MessageFields {
  /** The content. */
  readonly binary: Binary;
  readonly text?: never;
}

/** One number, and your id for the message to it. */
export interface Destination {
  /** The phone number in international form. */
  readonly to: string | number;
  /** Your id for this message, up to 200 characters, each used once; the gateway makes one up when it is unset. */
  readonly messageId?: Id | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** From whom a message is and where it goes, in our names. */
export interface Addresses {
  /** The sender: 3 to 11 letters and digits, or 3 to 14 digits. */
  readonly sender?: string | undefined;
  /** Where it goes: a number, or a list of numbers, with ids or without; at least one. */
  readonly to: string | number | readonly (string | number | Destination)[];
  readonly from?: never;
  readonly destinations?: never;
}

/** From whom a message is and where it goes, in the gateway's names. */
export interface WireAddresses {
  /** The sender: 3 to 11 letters and digits, or 3 to 14 digits. */
  readonly from?: string | undefined;
  /** Where it goes; at least one. */
  readonly destinations: readonly Destination[];
  readonly sender?: never;
  readonly to?: never;
}

/** One text and where it goes, in our names. */
export interface TextMessage extends TextFields, Addresses {}

/** One text and where it goes, in the gateway's names. */
export interface WireTextMessage extends TextFields, WireAddresses {}

/** Octets and where they go, in our names. */
export interface BinaryMessage extends BinaryFields, Addresses {}

/** Octets and where they go, in the gateway's names. */
export interface WireBinaryMessage extends BinaryFields, WireAddresses {}

/** What the messages of a request have in common. */
export interface Envelope {
  /** An id for the request as a whole, up to 100 characters; the gateway makes one up when it is unset. */
  readonly bulkId?: Id | undefined;
  /** Conversion tracking, or of texts on links. Of binary messages no document of version 2 confirms it. */
  readonly tracking?: Tracking | undefined;
  /** How fast the gateway sends. Version 2. */
  readonly sendingSpeedLimit?:
    | {
        /** How many messages in that time. */
        readonly amount: number;
        /** The time; a minute when it is unset. */
        readonly timeUnit?: "MINUTE" | "HOUR" | "DAY" | undefined;
        /** Fields that the documents do not name, sent behind those they do. */
        readonly extra?: Extra | undefined;
      }
    | undefined;
  /** Whether the reply tells the number of parts. Version 2, where it does not by default. */
  readonly includeSmsCountInResponse?: boolean | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The same for texts. */
export interface TextEnvelope extends Envelope {
  /** What is done to links in the text. Version 2. */
  readonly urlOptions?:
    | {
        /** Whether links are shortened. True by default. */
        readonly shortenUrl?: boolean | undefined;
        /** Whether clicks are counted. True by default. */
        readonly trackClicks?: boolean | undefined;
        /** Where clicks are reported to. */
        readonly trackingUrl?: string | undefined;
        /** Whether `https://` is left out of shortened links. False by default. */
        readonly removeProtocol?: boolean | undefined;
        /** The domain of shortened links. */
        readonly customDomain?: string | undefined;
        /** Fields that the documents do not name, sent behind those they do. */
        readonly extra?: Extra | undefined;
      }
    | undefined;
}

/** Conversion tracking, or tracking of links. */
export interface Tracking {
  /** What is tracked. */
  readonly track?: "SMS" | "URL" | undefined;
  /** A name of your own for the campaign or flow, such as `MY_CAMPAIGN`. */
  readonly type?: string | undefined;
  /** The conversion process that this belongs to. */
  readonly processKey?: string | undefined;
  /** The base of shortened links. */
  readonly baseUrl?: string | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The request of `sendText`: texts, each to one or many numbers. */
export interface SendText extends TextEnvelope {
  /** The messages; at least one. */
  readonly messages: readonly (TextMessage | WireTextMessage)[];
}

/** The request of `sendBinary`: octets, each to one or many numbers. */
export interface SendBinary extends Envelope {
  /** The messages; at least one. */
  readonly messages: readonly (BinaryMessage | WireBinaryMessage)[];
}

/** The names of the limits. */
export type Limit =
  | CommonLimit | "bulk_id" | "message_id" | "callback_data" | "callback_data_safe" | "text_parts" | "text_bytes" | "sender_min" | "sender_max"
  | "sender_digits_min" | "sender_digits_max" | "validity_period_min" | "validity_period_max" | "send_at_days"
  | "window_minutes" | "entity_id" | "application_id" | "binary_entity_id" | "binary_application_id" | "binary_octets"
  | "campaign_reference_id" | "south_korea_title" | "results_per_call" | "query_ids" | "log_hours";
