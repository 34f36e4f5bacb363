// What the smslist family tells of messages when it is asked, and by webhooks.

import type { Outcome } from "./errors.js";
import type { Answer } from "./reader.js";

/** Where one message stands. All texts are as the gateway wrote them; a delivery callback has fewer members. */
export interface DeliveryReport {
  /** The gateway's id of the message. */
  readonly messageId?: string;
  /** The state. `description` in a callback. */
  readonly deliveryDescription?: string;
  /** The state's number. */
  readonly deliveryStatus?: string;
  /** How long the delivery took. `timeTaken` in a callback. */
  readonly deliveryTat?: string;
  /** When it was, in the operator's own time, whose zone no document says. `timestamp` in a callback. */
  readonly deliveryTime?: string;
  /** The network's id. No document says what its values mean. */
  readonly networkId?: string;
  /** The gateway's code. */
  readonly responseCode?: string;
  /** The gateway's words. */
  readonly responseDescription?: string;
  /** What that means. */
  readonly outcome: Outcome;
}

/** The answer to `getDeliveryReport`. */
export interface DeliveryReportAnswer extends DeliveryReport, Answer {}

/** A message that somebody sent to your short code. */
export interface InboundMessage {
  /** The number of who sent it. */
  readonly from?: string;
  /** Your short code. */
  readonly to?: string;
  /** Its text. */
  readonly text?: string;
  /** Your partner id, of an interactive short code. */
  readonly partnerId?: string;
  /** Whether it is of an interactive short code, which answers by what you reply. */
  readonly isInteractive: boolean;
}

/** The answer to `getBalance`. */
export interface Balance extends Answer {
  /** The SMS units that are left, as the gateway wrote them, such as `545.00`. */
  readonly credit: string;
  /** Whose they are: the account's partner id. */
  readonly partnerId?: string;
}

/** The answer to `credit`: it was done. All texts are as the gateway wrote them. */
export interface Credited extends Answer {
  /** The client's units before. */
  readonly prevBalance?: string;
  /** How many units were added. */
  readonly smsUnits?: string;
  /** The client's units now. */
  readonly newBalance?: string;
  /** The gateway's words, which name the client's partner id. */
  readonly responseDescription?: string;
}
