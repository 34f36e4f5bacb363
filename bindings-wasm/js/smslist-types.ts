// Requests and answers of the smslist family. Requests are written in our names or in the gateway's, each message in one
// of the two.

import type { CommonLimit } from "./account.js";
import type { Extra } from "./common-types.js";
import type { SendAnswer, SentMessage } from "./reader.js";

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

/** What the gateway says of one message. */
export interface SentBulkMessage extends SentMessage {
  /** Your id, if you gave one. */
  readonly clientSmsId?: string;
  /** The gateway's id. */
  readonly messageId?: string;
  /** The network's id. No document says what its values mean. */
  readonly networkId?: string;
  /** The gateway's code. */
  readonly responseCode?: string;
  /** The gateway's words. */
  readonly responseDescription?: string;
}

/** An entry of a reply that is about no message of the call. */
export interface UnmatchedBulk {
  /** The number, as the gateway wrote it. */
  readonly to?: string;
  /** Your id, if you gave one. */
  readonly clientSmsId?: string;
  /** The gateway's id. */
  readonly messageId?: string;
  /** The network's id. */
  readonly networkId?: string;
  /** The gateway's code. */
  readonly responseCode?: string;
  /** The gateway's words. */
  readonly responseDescription?: string;
}

/** The answer to `sendBulk`. */
export interface SentBulk extends SendAnswer {
  /** One result for each message sent, in the order sent. */
  readonly messages: readonly SentBulkMessage[];
  /** Entries of the reply that are about none of the messages. */
  readonly unmatched: readonly UnmatchedBulk[];
}

/** The names of the limits. */
export type Limit = CommonLimit;
