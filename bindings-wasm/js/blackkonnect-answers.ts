// Answers of Blackkonnect. What no document describes is open: it is kept as it came.

import type { GetBulkStatus } from "./blackkonnect-types.js";
import type { Json } from "./common-types.js";
import type { Outcome } from "./errors.js";
import type { Answer, SendAnswer, SentMessage as AnySentMessage } from "./reader.js";

export type { Json };

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
  /** The message's id. */
  readonly messageId?: string;
  /** What the gateway says of its delivery. */
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
  /** How many elements there are in all. */
  readonly totalElements?: number;
  /** How many a page has. */
  readonly pageSize?: number;
  /** How many pages there are. */
  readonly totalPages?: number;
  /** Which one this is. */
  readonly pageNumber?: number;
  /** How many elements stand before it. */
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
  /** One result for each message sent, one text to one number, in the order sent. */
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
  /** The message's id. */
  readonly messageId?: string;
  /** The bulk's id. */
  readonly bulkReferenceId?: string;
  /** The part's id. */
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
  /** A number of the gateway's own. */
  readonly id?: number;
  /** The delivery's id. */
  readonly uuid?: string;
  /** The message's id. */
  readonly messageId?: string;
  /** The bulk's id. */
  readonly bulkReferenceId?: string;
  /** The part's id. */
  readonly partReferenceId?: string;
  /** The network operator's id. */
  readonly networkOperatorId?: string;
  /** A reference. */
  readonly messageReference?: string;
  /** A reference of yours. */
  readonly referenceId1?: string;
  /** A second reference of yours. */
  readonly referenceId2?: string;
  /** The service's name. */
  readonly serviceName?: string;
  /** The service's code. */
  readonly serviceCode?: string;
  /** The service's reference. */
  readonly serviceReference?: string;
  /** The network's id of the submission. */
  readonly submitId?: string;
  /** The network's id of the receipt. */
  readonly receiptId?: string;
  /** The number. */
  readonly destination?: string;
  /** The sender. */
  readonly sourceAddress?: string;
  /** The country's code in mobile networks. */
  readonly mobileCountryCode?: string;
  /** The country. */
  readonly mobileCountry?: string;
  /** The carrier. */
  readonly carrierName?: string;
  /** The network's code. */
  readonly mobileNetworkCode?: string;
  /** The operator. */
  readonly operatorName?: string;
  /** The client's id. */
  readonly clientId?: string;
  /** The client's reference. */
  readonly clientReference?: string;
  /** The sender's name. */
  readonly senderName?: string;
  /** What it cost, as the gateway wrote the number. */
  readonly cost?: string;
  /** The organisation's id. */
  readonly organisationId?: string;
  /** The status; `QUEUED` is the one that the documents show. */
  readonly deliveryStatus?: string;
  /** The text that was sent. */
  readonly messageContent?: string;
  /** Members that the documents do not name. */
  readonly extra?: { readonly [name: string]: Json };
  /** What its status means. */
  readonly outcome: Outcome;
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
  /** The request of the next page of a bulk, as plain data that can be kept; absent behind the last. */
  readonly next?: GetBulkStatus;
  /**
   * Whether this page was there before: the gateway does not part this bulk into pages, or counts them from 1. Then
   * `statuses` is empty, so that none is counted twice.
   */
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
