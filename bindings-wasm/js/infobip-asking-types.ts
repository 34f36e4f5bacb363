// Requests of the Infobip family that send no message. Each is written in our names or in the gateway's, where they differ.

import type { Either, Extra, Id, Moment } from "./common-types.js";
import type { Transliteration } from "./infobip-types.js";

/** What requests have in common whose further fields go into the URL. */
interface Query {
  /** Fields that the documents do not name, sent behind those they do: texts, integers, truth values. */
  readonly extra?: Extra | undefined;
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
