// Requests of the smslist family, written in our names or in the gateway's, each message in one
// of the two.

import type { CommonLimit } from "./account.js";
import type { Either, Extra } from "./common-types.js";

export type { Extra };

/** An id of yours; an integer is written as one. Integers over 2^53 must be given as text. */
export type Id = string | number;

/** How the text is passed: as it is, or in base64, which is sent as given. */
export type PassType = "plain" | "bm5";

/** When an item is sent: the operator's local `YYYY-MM-DD HH:MM`, Unix seconds, or a moment, which goes out as such. */
export type SendTime = string | number | Date;

/** One text to one number, in our names. */
export interface BulkMessage {
  /** The phone number. */
  readonly to: string | number;
  /** The text. */
  readonly text: string;
  /** Your id for this message. */
  readonly clientSmsId?: Id | undefined;
  /** The gateway's option when unset. */
  readonly passType?: PassType | undefined;
  /** When it is sent; at once when unset. Not confirmed for lists. */
  readonly sendAt?: SendTime | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
  readonly mobile?: never;
  readonly message?: never;
}

/** One text to one number, in the gateway's names. Account data may be left out; where given it must be the gateway's. */
export interface WireBulkMessage {
  /** The number. */
  readonly mobile: string | number;
  /** The text. */
  readonly message: string;
  /** Your id for this message. */
  readonly clientsmsid?: Id | undefined;
  /** How the text is passed; the gateway's option when unset. */
  readonly pass_type?: PassType | undefined;
  /** When it is sent; at once when unset. */
  readonly timeToSend?: SendTime | undefined;
  /** The account's partner id; it must be the gateway's. */
  readonly partnerID?: Id | undefined;
  /** The account's key; it must be the gateway's. */
  readonly apikey?: string | undefined;
  /** The sender ID; the gateway's option when unset. */
  readonly shortcode?: string | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
  readonly to?: never;
  readonly text?: never;
}

/** The request of `sendBulk`, in our names. */
export interface BulkMessages {
  /** The messages; at least one. */
  readonly messages: readonly (BulkMessage | WireBulkMessage)[];
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
  readonly smslist?: never;
  readonly count?: never;
}

/** The request of `sendBulk`, in the gateway's names. `count` may be left out; where given it must be true. */
export interface WireBulkMessages {
  /** How many items there are. */
  readonly count?: number | undefined;
  /** The items; at least one. */
  readonly smslist: readonly (BulkMessage | WireBulkMessage)[];
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
  readonly messages?: never;
}

/** The request of `sendBulk`: texts, each to one number. */
export type SendBulk = BulkMessages | WireBulkMessages;

/** Account data in a request. It may be left out; where given it must be the gateway's. */
interface WireAccount {
  /** The account's key; it must be the gateway's. */
  readonly apikey?: string | undefined;
  /** The account's partner id; it must be the gateway's. */
  readonly partnerID?: Id | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** Who sends, and what, in our names. */
interface Message {
  /** The text. */
  readonly text: string;
  /** The sender ID; the gateway's option when unset. */
  readonly sender?: string | undefined;
}

/** Who sends, and what, in the gateway's names. */
interface WireMessage {
  /** The text. */
  readonly message: string;
  /** The sender ID; the gateway's option when unset. */
  readonly shortcode?: string | undefined;
}

/** What a text to many numbers has beside them, in our names. */
interface SmsFields extends Message {
  /** When it is sent; at once when unset. */
  readonly sendAt?: SendTime | undefined;
  /** How the text is passed; the gateway's option when unset. */
  readonly passType?: PassType | undefined;
}

/** The same in the gateway's names. */
interface WireSmsFields extends WireMessage {
  /** When it is sent; at once when unset. */
  readonly timeToSend?: SendTime | undefined;
  /** How the text is passed; the gateway's option when unset. */
  readonly pass_type?: PassType | undefined;
}

/** The request of `sendSms`: one text to one number or many. */
export type SendSms = WireAccount & Either<
  SmsFields & {
    /** The phone numbers; at least one. */
    readonly to: string | number | readonly (string | number)[];
  },
  WireSmsFields & {
    /** The phone numbers, at least one; several in one text have commas between them. */
    readonly mobile: string | number | readonly (string | number)[];
  }
>;

/** What the calls of a plan of one text have in common. */
export type SmsEnvelope = WireAccount & Either<SmsFields, WireSmsFields>;

/** The request of `sendOtp`: one transactional text to one number. */
export type SendOtp = WireAccount & {
  /** Whether the number is given as the hash of a Safaricom number in its form `254…`. */
  readonly hashed?: boolean | undefined;
} & Either<
  Message & {
    /** The phone number, or its hash. */
    readonly to: string | number;
  },
  WireMessage & {
    /** The phone number, or its hash. */
    readonly mobile: string | number;
  }
>;

/** The request of `getDeliveryReport`. */
export type GetDeliveryReport = WireAccount & Either<
  {
    /** The gateway's id of the message. */
    readonly messageId: Id;
  },
  {
    /** The gateway's id of the message. */
    readonly messageID: Id;
  }
>;

/** The request of `getBalance`: the account is the gateway's. */
export interface GetBalance extends WireAccount {}

/** The request of `credit`: money for a client's account. */
export type Credit = WireAccount & {
  /** How many Kenyan shillings: a decimal number above zero, as text or as a number. */
  readonly amount: string | number;
} & Either<
  {
    /** The client's user name. */
    readonly childId: Id;
  },
  {
    /** The client's user name. */
    readonly childID: Id;
  }
>;

/** The names of the limits. */
export type Limit = CommonLimit;
