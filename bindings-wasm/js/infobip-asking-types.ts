// Requests of the Infobip family that send no message. Each is written in our names or in the gateway's, where they differ.

import type { Either, Extra, Id, Moment } from "./common-types.js";
import type { Transliteration } from "./infobip-types.js";

/** What requests have in common whose further fields go into the URL. */
interface Query {
  /** Fields that the documents do not name, sent behind those they do: texts, integers, truth values. */
  readonly extra?: Extra | undefined;
}

/** The request of `getReports`: which of the delivery reports that were not handed out yet. */
export interface GetReports extends Query {
  /** Of this bulk only. */
  readonly bulkId?: Id | undefined;
  /** Of this message only. */
  readonly messageId?: Id | undefined;
  /** How many at most, up to 1,000; the gateway gives 50 when it is unset. */
  readonly limit?: number | undefined;
  /** Of this application only. */
  readonly applicationId?: string | undefined;
  /** Of this entity only. */
  readonly entityId?: string | undefined;
  /** Of this campaign only. */
  readonly campaignReferenceId?: string | undefined;
}

/** An id, several with commas between them, or a list. */
export type Ids = Id | readonly Id[];

/** The groups of statuses that the log can be asked for. */
export type GeneralStatus = "ACCEPTED" | "PENDING" | "UNDELIVERABLE" | "DELIVERED" | "EXPIRED" | "REJECTED";

/** The request of `getLogs`: which messages of the last 48 hours to tell of. */
export type GetLogs = Query & Either<
  {
    /** Those of this sender. */
    readonly sender?: string | undefined;
  },
  {
    /** Those of this sender. */
    readonly from?: string | undefined;
  }
> & {
  /** Those to this number. */
  readonly to?: string | number | undefined;
  /** Those of these bulks. */
  readonly bulkId?: Ids | undefined;
  /** Those of these ids. */
  readonly messageId?: Ids | undefined;
  /** Those whose status is of this group. */
  readonly generalStatus?: GeneralStatus | undefined;
  /** Those sent at this time or later. */
  readonly sentSince?: Moment | undefined;
  /** Those sent until this time. */
  readonly sentUntil?: Moment | undefined;
  /** How many at most, up to 1,000; the gateway gives 50 when it is unset. */
  readonly limit?: number | undefined;
  /** Those to networks of the country of this code. */
  readonly mcc?: Id | undefined;
  /** Those to the network of this code; needs `mcc`. */
  readonly mnc?: Id | undefined;
};

/** The request of `getInboxReports`: which of the messages that came in and were not handed out yet. */
export interface GetInboxReports extends Query {
  /** How many at most, up to 1,000; the gateway gives 50 when it is unset. */
  readonly limit?: number | undefined;
}

/** The request of `getInboxLogs`: which messages that came in to tell of. */
export interface GetInboxLogs extends Query {
  /** Those that begin with this keyword; `NO_KEYWORD` for those that begin with none. */
  readonly keyword?: string | undefined;
  /** Those to this number or short code of yours. */
  readonly to?: string | number | undefined;
  /** Those that came at this time or later. */
  readonly receivedSince?: Moment | undefined;
  /** Those that came until this time. */
  readonly receivedUntil?: Moment | undefined;
  /** How many at most, up to 1,000; the gateway gives 50 when it is unset. */
  readonly limit?: number | undefined;
}

/** A request about one bulk. */
interface OfBulk extends Query {
  /** The bulk's id, yours or that of the reply to the send. */
  readonly bulkId: Id;
}

/** The request of `getSchedule`. */
export interface GetSchedule extends OfBulk {}

/** The request of `reschedule`. It works only for a bulk whose request had one message, and a `bulkId` that was used once. */
export interface Reschedule extends OfBulk {
  /** When it shall be sent, at most 180 days ahead. */
  readonly sendAt: Moment;
}

/** The request of `getBulkStatus`. */
export interface GetBulkStatus extends OfBulk {}

/** The request of `setBulkStatus`. It works only for a bulk whose request had one message, and a `bulkId` that was used once. */
export interface SetBulkStatus extends OfBulk {
  /** The status that it shall have: held, to go on, or called off. The others are the gateway's own, with a warning. */
  readonly status: "PAUSED" | "PENDING" | "CANCELED" | "PROCESSING" | "FINISHED" | "FAILED";
}

/** The request of `preview`. */
export interface PreviewRequest {
  /** The text. */
  readonly text: string;
  /** The national language tables that it may be written with. */
  readonly languageCode?: "TR" | "ES" | "PT" | "AUTODETECT" | undefined;
  /** What is done about characters outside of the alphabet. */
  readonly transliteration?: Transliteration | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The request of `getBalance`, which has no fields. */
export interface GetBalance extends Query {}

/** The request of `createSession`. */
export interface CreateSession {
  /** The user's name. */
  readonly username: Id;
  /** The user's password. */
  readonly password: string;
  /** In an example of the vendor's; no document says what it does. */
  readonly unsafe?: boolean | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The request of `endSession`, which has no fields. */
export interface EndSession extends Query {}

/** The request of `getOauthToken`: a form. */
export type GetOauthToken = Query & Either<
  {
    /** The account's user name. */
    readonly clientId: Id;
    /** The account's password. */
    readonly clientSecret: string;
    /** `client_credentials` when unset. */
    readonly grantType?: "client_credentials" | undefined;
  },
  {
    /** The account's user name. */
    readonly client_id: Id;
    /** The account's password. */
    readonly client_secret: string;
    /** `client_credentials` when unset. */
    readonly grant_type?: "client_credentials" | undefined;
  }
>;

/** The request of `confirmConversion`. */
export interface ConfirmConversion extends Query {
  /** The message's id, yours or that of the reply to the send. */
  readonly messageId: Id;
}
