// What the smslist family answers to messages.

import type { SendAnswer, SentMessage } from "./reader.js";

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

/** The answer to all that sends. */
export interface SentBulk extends SendAnswer {
  /** One result for each message sent, in the order sent. */
  readonly messages: readonly SentBulkMessage[];
  /** Entries of the reply that are about none of the messages. */
  readonly unmatched: readonly UnmatchedBulk[];
}
