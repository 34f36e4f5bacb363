// Requests and answers of Blackkonnect, by the names of its schemas. Each object of a request is written in our names or in
// the gateway's. Its documents are examples, so all is optional but what a request cannot do without.

import type { CommonLimit } from "./account.js";
import type { Day, Either, Extra, Id, Json, Moment } from "./common-types.js";
import type { Outcome } from "./errors.js";
import type { Answer, SendAnswer, SentMessage as AnySentMessage } from "./reader.js";

export type { Day, Extra, Id, Json, Moment };

/** The request of `getToken`: a form. */
export type TokenRequest = {
  /** What the token shall be good for. No document gives a value. */
  readonly scope?: string | undefined;
  /** Further fields of the form: texts, integers, truth values. */
  readonly extra?: Extra | undefined;
} & Either<
  {
    /** The client's id; the documents' example is an e-mail address. */
    readonly clientId: string | number;
    /** The client's secret. */
    readonly clientSecret: string;
    /** `client_credentials` when unset. */
    readonly grantType?: string | undefined;
  },
  {
    /** The client's id; the documents' example is an e-mail address. */
    readonly client_id: string | number;
    /** The client's secret. */
    readonly client_secret: string;
    /** `client_credentials` when unset. */
    readonly grant_type?: string | undefined;
  }
>;

/** What both sends have in common: six ids, all of them optional. */
export interface GenericRequest {
  /** Your id of the request, or of its one message. */
  readonly messageId?: Id | undefined;
  /** A reference of yours. */
  readonly referenceId1?: Id | undefined;
  /** A second reference of yours. */
  readonly referenceId2?: Id | undefined;
  /** The service that sends. No document says more. */
  readonly serviceId?: Id | undefined;
  /** Your id of this request; replies repeat it. */
  readonly requestId?: Id | undefined;
  /** Who initiates it. No document says more. */
  readonly initiatorId?: Id | undefined;
  readonly extra?: Extra | undefined;
}

/** A sender, in our name or in the gateway's. */
type From = Either<
  {
    /** The sender. */
    readonly sender?: string | undefined;
  },
  {
    /** The sender. */
    readonly sourceAddress?: string | undefined;
  }
>;

/** A sender and one number. */
type FromTo = Either<
  {
    /** The sender. */
    readonly sender?: string | undefined;
    /** The phone number. */
    readonly to: string | number;
  },
  {
    /** The sender. */
    readonly sourceAddress?: string | undefined;
    /** The phone number. */
    readonly destination: string | number;
  }
>;

/** The request of `sendMessage`: one text to one number. */
export type SimpleSmsMessageRequest = GenericRequest & FromTo & {
  /** The text. */
  readonly text?: string | undefined;
  /** How urgent it is. No document says which way it counts. */
  readonly priority?: number | undefined;
};

/** A time of day on the gateway's clock; no document says in which time zone. */
export interface DeliveryTime {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  readonly extra?: Extra | undefined;
}

/** On which days and between which times of day a message may be sent. */
export interface DeliveryWindow {
  /** The days. */
  readonly days?: readonly Day[] | undefined;
  /** The beginning, also as text such as `06:00`. */
  readonly from?: DeliveryTime | string | undefined;
  /** The end. */
  readonly to?: DeliveryTime | string | undefined;
  readonly extra?: Extra | undefined;
}

/** One number, and your id for the message to it. */
export type MessageDestination = FromTo & {
  /** Your id for this message. */
  readonly messageId?: Id | undefined;
  readonly extra?: Extra | undefined;
};

/** Where a message goes: numbers, or numbers with ids. */
type Destinations = string | number | MessageDestination | readonly (string | number | MessageDestination)[];

/** One text and where it goes. */
export type SmsMessage = {
  /** Data of yours. No document says where it comes back. */
  readonly callbackData?: string | undefined;
  /** On which days and between which times of day it may be sent. */
  readonly deliveryTimeWindow?: DeliveryWindow | undefined;
  /** The text. */
  readonly text?: string | undefined;
  /** The entity that sends. No document says more. */
  readonly entityId?: string | undefined;
  /** When it is sent; at once when unset. Written in UTC. */
  readonly sendAt?: Moment | undefined;
  /** How long it may wait for delivery, in minutes. The documents' example is 0, without a word on what that means. */
  readonly validityPeriodMinutes?: number | undefined;
  /** How urgent it is. No document says which way it counts. */
  readonly priority?: number | undefined;
  readonly extra?: Extra | undefined;
} & Either<
  {
    /** Where it goes; at least one. */
    readonly to: Destinations;
  },
  {
    /** Where it goes; at least one. */
    readonly destinations: Destinations;
  }
>;

/** What the messages of a bulk have in common. */
export type BulkEnvelope = GenericRequest & From & {
  /** Your id for the bulk as a whole. */
  readonly bulkId?: Id | undefined;
};

/** The request of `sendBulk`: texts, each to one or many numbers. */
export type BulkSmsMessageRequest = BulkEnvelope & {
  /** The messages; at least one. */
  readonly messages: readonly SmsMessage[];
};

/** The request of `getBulkStatus`: one page of a bulk's statuses. */
export interface GetBulkStatus {
  /** The `correlationId` of the answer to the bulk. */
  readonly bulkCorrelationId: Id;
  /** Which page, the first being 0; the gateway's choice when unset. */
  readonly page?: number | undefined;
  /** How many statuses a page has; the gateway's choice when unset. */
  readonly size?: number | undefined;
  /** In which order, such as `destination,asc`. */
  readonly sort?: string | undefined;
  /** What the page before it held, as the answer's `next` says it. Never sent. */
  readonly seen?: string | undefined;
  readonly extra?: Extra | undefined;
}

/** The request of `getMessageStatus`: the status of one message. */
export interface GetMessageStatus {
  /** The message's id: yours, or whichever your operator takes. */
  readonly messageId: Id;
  readonly extra?: Extra | undefined;
}

/** What the gateway says of a message's delivery. */
export interface MessageGroupStatus {
  /** The name of the status's group. No document gives the values. */
  readonly statusGroupName?: string;
  /** The status; `QUEUED` is the one that the documents show. */
  readonly deliveryStatus?: string;
  /** What it says to people. */
  readonly statusDescription?: string;
  /** What to do about it. */
  readonly action?: string;
}

/** What the gateway says of one message. */
export interface SentMessage extends AnySentMessage {
  /** The gateway's id of the message, else yours. */
  readonly messageId?: string;
  /** How many parts it was split into. */
  readonly smsCount?: number;
  /** The network's reference. */
  readonly smscReference?: string;
  /** Its status, as the gateway gave it. */
  readonly deliveryStatus?: string;
  /** Its status with all that the gateway says of it, in the reply to a bulk. */
  readonly messageGroupStatus?: MessageGroupStatus;
}

/** An entry of the reply to a bulk. */
export interface SmsMessageDeliveryStatus {
  readonly messageId?: string;
  readonly messageGroupStatus?: MessageGroupStatus;
  /** The number, as the gateway wrote it. */
  readonly destination?: string;
  /** How many parts it was split into. */
  readonly smsCount?: number;
  /** The network's reference. */
  readonly smscReference?: string;
}

/** Which part of a list a reply holds. */
export interface ItemPagination {
  readonly totalElements?: number;
  readonly pageSize?: number;
  readonly totalPages?: number;
  readonly pageNumber?: number;
  readonly offSet?: number;
}

/** What all replies of the gateway say of the request as a whole. */
export interface GenericResponse {
  /** A code. No document gives the values. */
  readonly code?: number;
  /** What the gateway says, in any form. */
  readonly message?: Json;
  /** The gateway's id of the request, by which its statuses are likely asked for. */
  readonly correlationId?: string;
  /** The gateway's id of the exchange. */
  readonly conversationId?: string;
  /** Your id of the request. */
  readonly requestId?: string;
  /** Which part of a list `items` is. */
  readonly itemPagination?: ItemPagination;
  /** Whether the gateway says that it worked. */
  readonly isSuccessful?: boolean;
}

/** What both answers to a send have in common. */
interface SendResponse extends SendAnswer, GenericResponse {
  readonly messages: readonly SentMessage[];
  /** What the request was about: for a bulk a message, as the documents have it. */
  readonly data?: Json;
  /** What the request was about, as a list: for a bulk its messages. */
  readonly items?: Json;
}

/** The answer to `sendMessage`. */
export interface SimpleSmsMessageResponse extends SendResponse {
  /** The message's status. */
  readonly deliveryStatus?: string;
}

/** The answer to `sendBulk`. The entries of `smsMessageDeliveryStatuses` stand in `messages` and `unmatched`. */
export interface BulkSmsMessageResponse extends SendResponse {
  /** Entries of the reply that are about none of the messages. */
  readonly unmatched: readonly SmsMessageDeliveryStatus[];
  /** The id of the bulk. */
  readonly bulkId?: string;
}

/** Where one message, or one part of it, stands. */
export interface GatewayMessageDeliveryStatus {
  /** The gateway's id of the delivery. */
  readonly uuid?: string;
  readonly messageId?: string;
  readonly bulkReferenceId?: string;
  readonly partReferenceId?: string;
  /** The number, as the gateway wrote it. */
  readonly destination?: string;
  /** The sender. Not in replies of May 2025. */
  readonly sourceAddress?: string;
  /** The status; `QUEUED` is the one that the documents show. */
  readonly deliveryStatus?: string;
  /** When that was, as the gateway wrote it: ISO 8601. */
  readonly deliveryTimestamp?: string;
  /** What that means. */
  readonly outcome: Outcome;
}

/**
 * One delivery as the network operator's side of the gateway knows it. The documents' page is cut behind `messageContent`;
 * what follows it there is kept as it came.
 */
export interface NetworkOperatorMessageDeliveryDTO {
  readonly id?: number;
  readonly uuid?: string;
  readonly messageId?: string;
  readonly bulkReferenceId?: string;
  readonly partReferenceId?: string;
  readonly networkOperatorId?: string;
  readonly messageReference?: string;
  readonly referenceId1?: string;
  readonly referenceId2?: string;
  readonly serviceName?: string;
  readonly serviceCode?: string;
  readonly serviceReference?: string;
  readonly submitId?: string;
  readonly receiptId?: string;
  readonly destination?: string;
  readonly sourceAddress?: string;
  readonly mobileCountryCode?: string;
  readonly mobileCountry?: string;
  readonly carrierName?: string;
  readonly mobileNetworkCode?: string;
  readonly operatorName?: string;
  readonly clientId?: string;
  readonly clientReference?: string;
  readonly senderName?: string;
  /** What it cost, as the gateway wrote the number. */
  readonly cost?: string;
  readonly organisationId?: string;
  /** The status; `QUEUED` is the one that the documents show. */
  readonly deliveryStatus?: string;
  /** The text that was sent. */
  readonly messageContent?: string;
  /** Members that the documents do not name. */
  readonly extra?: { readonly [name: string]: Json };
}

/** The reply that holds deliveries of the network operator's side. */
export interface GenericResponseNetworkOperatorMessageDeliveryDTO extends GenericResponse {
  /** A delivery. */
  readonly data?: NetworkOperatorMessageDeliveryDTO;
  /** Deliveries. */
  readonly items: readonly NetworkOperatorMessageDeliveryDTO[];
}

/** The answer to `getBulkStatus` and `getMessageStatus`. */
export interface DeliveryStatuses extends Answer {
  /** The statuses, in the order of the reply. */
  readonly statuses: readonly GatewayMessageDeliveryStatus[];
  /** The whole envelope, where the gateway answers with one. */
  readonly response?: GenericResponseNetworkOperatorMessageDeliveryDTO;
  /** The request of the next page of a bulk, as plain data; absent behind the last. */
  readonly next?: GetBulkStatus;
  /** Whether this page is the one before it once more: the gateway does not part this bulk into pages, or counts from 1. */
  readonly isRepeated: boolean;
}

/** The body of an error, which the documents name and do not show. Its members are those of RFC 9457. */
export interface ProblemDetail {
  /** A URI for the kind of problem. */
  readonly type?: string;
  /** The problem in a few words, the same for all of its kind. */
  readonly title?: string;
  /** The HTTP status again. */
  readonly status?: number;
  /** What is wrong this time. */
  readonly detail?: string;
  /** A URI for this one occurrence. */
  readonly instance?: string;
  /** Further members. */
  readonly extra?: { readonly [name: string]: Json };
}

/** The names of the limits. */
export type Limit = CommonLimit;
