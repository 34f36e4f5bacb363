// Requests and answers of Blackkonnect, by the names of its schemas. Each object of a request is written in our names or in
// the gateway's. Its documents are examples, so all is optional but what a request cannot do without.

import type { CommonLimit } from "./account.js";
import type { Day, Either, Extra, Id, Moment } from "./common-types.js";

export type { Day, Extra, Id, Moment };

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
  /** Fields that the documents do not name, sent behind those they do. */
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
  /** Fields that the documents do not name, sent behind those they do. */
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
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** One number, and your id for the message to it. */
export type MessageDestination = FromTo & {
  /** Your id for this message. */
  readonly messageId?: Id | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
};

/** Where a message goes: numbers, or numbers with ids. */
type Destinations = string | number | readonly (string | number | MessageDestination)[];

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
  /** Fields that the documents do not name, sent behind those they do. */
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
  /** Which pages were there before, as the answer's `next` says it. Never sent. */
  readonly seen?: string | undefined;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The request of `getMessageStatus`: the status of one message. */
export interface GetMessageStatus {
  /** The message's id: yours, or whichever your operator takes. */
  readonly messageId: Id;
  /** Fields that the documents do not name, sent behind those they do. */
  readonly extra?: Extra | undefined;
}

/** The names of the limits. */
export type Limit = CommonLimit;
