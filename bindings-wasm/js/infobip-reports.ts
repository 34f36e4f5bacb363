// What Infobip tells of messages when it is asked, and by webhooks.

import type { Json } from "./common-types.js";
import type { Outcome } from "./errors.js";
import type { Status } from "./infobip-answers.js";
import type { Answer } from "./reader.js";
import type { MalformedEvent } from "./webhooks/types.js";

/** What a message cost. */
export interface Price {
  /** The price of one part, as the gateway wrote the number. */
  readonly pricePerMessage?: string;
  /** The currency, such as `EUR`. */
  readonly currency?: string;
}

/** Why a message was not delivered. */
export interface DeliveryError {
  /** The group's number. */
  readonly groupId?: number;
  /** The group's name. */
  readonly groupName?: string;
  /** The error's number. */
  readonly id?: number;
  /** The error's name. */
  readonly name?: string;
  /** What it says to people. */
  readonly description?: string;
  /** Whether the same message, sent again unchanged, fails in the same way. */
  readonly permanent?: boolean;
}

/** What became of one message, as a report or the log tells it. Times are as the gateway wrote them. */
export interface DeliveryReport {
  /** The id of the request that the message was sent with. */
  readonly bulkId?: string;
  /** The message's id. */
  readonly messageId?: string;
  /** The number that it was sent to. */
  readonly to?: string;
  /** Its sender. */
  readonly from?: string;
  /** When it was sent. */
  readonly sentAt?: string;
  /** When its status was reached. */
  readonly doneAt?: string;
  /** How many parts it was sent in. */
  readonly smsCount?: number;
  /** The codes of country and network in one, such as `22801`. */
  readonly mccMnc?: string;
  /** What you gave with the message. */
  readonly callbackData?: string;
  /** What it cost. */
  readonly price?: Price;
  /** Its status, as the gateway gave it. */
  readonly status?: Status;
  /** Why it was not delivered; `NO_ERROR` where it was. */
  readonly error?: DeliveryError;
  /** Its text. The log has it; reports of some operators do. */
  readonly text?: string;
  /** The entity that it was sent for. */
  readonly entityId?: string;
  /** The application that it was sent by. */
  readonly applicationId?: string;
  /** The campaign that it belongs to. */
  readonly campaignReferenceId?: string;
  /** What status and error mean. */
  readonly outcome: Outcome;
}

/** What the log tells of one message: the members of a report. */
export type Log = DeliveryReport;

/** A message that somebody sent to you. */
export interface InboundMessage {
  /** The gateway's id of the message. */
  readonly messageId?: string;
  /** The number of who sent it. */
  readonly from?: string;
  /** Your number or short code that received it. */
  readonly to?: string;
  /** Its whole text. */
  readonly text?: string;
  /** Its text without the keyword. */
  readonly cleanText?: string;
  /** The keyword that it begins with; none, or empty, where it has none that you set up. */
  readonly keyword?: string;
  /** When it came, as the gateway wrote it. */
  readonly receivedAt?: string;
  /** How many parts it came in. */
  readonly smsCount?: number;
  /** What it cost. */
  readonly price?: Price;
  /** What you set up to come with it. */
  readonly callbackData?: string;
  /** The entity that it came for. */
  readonly entityId?: string;
  /** The application that it came for. */
  readonly applicationId?: string;
  /** The campaign that it belongs to. */
  readonly campaignReferenceId?: string;
}

/** Somebody opened a link of a message. */
export interface UrlClick {
  /** What happened: `CLICKED` is the one that the documents show. */
  readonly notificationType?: string;
  /** The number that the message was sent to. */
  readonly recipient?: string;
  /** The link as it was before it was shortened. */
  readonly url?: string;
  /** When, in milliseconds since 1970. */
  readonly sendDateTime?: number;
  /** The message's id. */
  readonly messageId?: string;
  /** The id of the request that it was sent with. */
  readonly bulkId?: string;
  /** What you gave with the message. */
  readonly callbackData?: string;
  /** What it was opened with. */
  readonly recipientInfo?: RecipientInfo;
  /** Where. */
  readonly geoLocationInfo?: GeoLocationInfo;
  /** Members that are not known here. */
  readonly extra?: { readonly [name: string]: Json };
}

/** What a link was opened with. */
export interface RecipientInfo {
  /** The kind of device. */
  readonly deviceType?: string;
  /** Its operating system. */
  readonly os?: string;
  /** Its name. */
  readonly deviceName?: string;
}

/** Where a link was opened, as far as an address tells it. */
export interface GeoLocationInfo {
  /** The country. */
  readonly countryName?: string;
  /** The city. */
  readonly city?: string;
}

/** What has a list of entries, of which some may not be read. */
interface Listed<Entry> extends Answer {
  /** The entries, in the order of the reply. */
  readonly results: readonly Entry[];
  /** Entries that could not be read, with their text. */
  readonly malformed: readonly MalformedEvent[];
}

/** The answer to `getReports`: reports that are not handed out again. */
export interface Reports extends Listed<DeliveryReport> {}

/** The answer to `getLogs`. */
export interface Logs extends Listed<Log> {}

/** The answer to `getInboxReports` and `getInboxLogs`. */
export interface InboundMessages extends Listed<InboundMessage> {
  /** How many there are, by the gateway's count. */
  readonly messageCount?: number;
  /** How many more wait to be asked for. */
  readonly pendingMessageCount?: number;
}
