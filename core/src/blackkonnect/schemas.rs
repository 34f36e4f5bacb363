//! The parts of replies, by the names of the documents' schemas. All members are optional: the documents have shown two
//! generations, and neither says what is always there.

use std::fmt;

use crate::blackkonnect::status;
use crate::json::Value;
use crate::mask;
use crate::outcome::Outcome;
use crate::reply_object::reply_object;
use crate::tell::answer;

reply_object! {
    /// Which part of a list a reply holds.
    pub struct ItemPagination {
        /// How many elements there are in all.
        total_elements = "totalElements": integer;
        /// How many a page has.
        page_size = "pageSize": integer;
        /// How many pages there are.
        total_pages = "totalPages": integer;
        /// Which one this is.
        page_number = "pageNumber": integer;
        /// How many elements stand before it.
        off_set = "offSet": integer;
    }
}

reply_object! {
    /// What the gateway says of a message's delivery.
    pub struct MessageGroupStatus {
        /// The name of the status's group. No document gives the values.
        status_group_name = "statusGroupName": text;
        /// The status; `QUEUED` is the one that the documents show.
        delivery_status = "deliveryStatus": text;
        /// What it says to people.
        status_description = "statusDescription": text;
        /// What to do about it.
        action = "action": text;
    }
}

answer! {
    /// An entry of the reply to a bulk.
    #[derive(Clone, Default, PartialEq)]
    pub struct SmsMessageDeliveryStatus {
        /// The message's id.
        pub message_id = "messageId": Option<String>,
        /// What the gateway says of it.
        pub message_group_status = "messageGroupStatus": Option<MessageGroupStatus>,
        /// The number, as the gateway wrote it.
        pub destination = "destination": Option<String>,
        /// How many parts it was split into.
        pub sms_count = "smsCount": Option<i64>,
        /// The network's reference. Not in replies of 2025.
        pub smsc_reference = "smscReference": Option<String>,
    }
}

impl fmt::Debug for SmsMessageDeliveryStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.destination.as_deref().unwrap_or_default());
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{to} {id}: {:?}", self.message_group_status)
    }
}

reply_object! {
    /// One delivery as the network operator's side of the gateway knows it. The documents' page is cut behind `messageContent`; what
    /// follows it there, `GatewayMessageDeliveryStatusDTO` likely among it, is kept as it came.
    pub struct NetworkOperatorMessageDeliveryDTO, open extra and outcome by meaning {
        /// A number of the gateway's own.
        id = "id": integer;
        /// Its id.
        uuid = "uuid": text;
        /// The message's id.
        message_id = "messageId": text;
        /// The bulk's id.
        bulk_reference_id = "bulkReferenceId": text;
        /// The part's id.
        part_reference_id = "partReferenceId": text;
        /// The network operator's id.
        network_operator_id = "networkOperatorId": text;
        /// A reference.
        message_reference = "messageReference": text;
        /// A reference of yours.
        reference_id_1 = "referenceId1": text;
        /// A second reference of yours.
        reference_id_2 = "referenceId2": text;
        /// The service's name.
        service_name = "serviceName": text;
        /// The service's code.
        service_code = "serviceCode": text;
        /// The service's reference.
        service_reference = "serviceReference": text;
        /// The network's id of the submission.
        submit_id = "submitId": text;
        /// The network's id of the receipt.
        receipt_id = "receiptId": text;
        /// The number.
        destination = "destination": number;
        /// The sender.
        source_address = "sourceAddress": number;
        /// The country's code in mobile networks.
        mobile_country_code = "mobileCountryCode": text;
        /// The country.
        mobile_country = "mobileCountry": text;
        /// The carrier.
        carrier_name = "carrierName": text;
        /// The network's code.
        mobile_network_code = "mobileNetworkCode": text;
        /// The operator.
        operator_name = "operatorName": text;
        /// The client's id.
        client_id = "clientId": text;
        /// The client's reference.
        client_reference = "clientReference": text;
        /// The sender's name.
        sender_name = "senderName": text;
        /// What it cost, as the gateway wrote the number.
        cost = "cost": decimal;
        /// The organisation's id.
        organisation_id = "organisationId": text;
        /// The status; `QUEUED` is the one that the documents show.
        delivery_status = "deliveryStatus": text;
        /// The text that was sent.
        message_content = "messageContent": content;
    }
}

fn meaning(delivery: &NetworkOperatorMessageDeliveryDTO) -> Outcome {
    status::outcome(delivery.delivery_status.as_deref(), None, false)
}

answer! {
    /// The reply that holds deliveries of the network operator's side. Its page is cut behind `data`; the members after it
    /// are those of the other envelopes, inferred.
    #[derive(Clone, Default, PartialEq)]
    pub struct GenericResponseNetworkOperatorMessageDeliveryDTO {
        /// A code. No document gives the values.
        pub code = "code": Option<i64>,
        /// What it says, in any form.
        pub message = "message": Option<Value<'static>>,
        /// A delivery.
        pub data = "data": Option<NetworkOperatorMessageDeliveryDTO>,
        /// The gateway's id of the request.
        pub correlation_id = "correlationId": Option<String>,
        /// The gateway's id of the exchange.
        pub conversation_id = "conversationId": Option<String>,
        /// Your id of the request.
        pub request_id = "requestId": Option<String>,
        /// Deliveries.
        pub items = "items": Vec<NetworkOperatorMessageDeliveryDTO>,
        /// Which part of the list they are.
        pub item_pagination = "itemPagination": Option<ItemPagination>,
        /// Whether the gateway says that it worked.
        pub is_successful = "isSuccessful": Option<bool>,
    }
}

impl fmt::Debug for GenericResponseNetworkOperatorMessageDeliveryDTO {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GenericResponseNetworkOperatorMessageDeliveryDTO")
            .field("code", &self.code)
            .field("message", &self.message)
            .field("data", &self.data)
            .field("correlation_id", &self.correlation_id.as_deref().map(mask::words))
            .field("conversation_id", &self.conversation_id.as_deref().map(mask::words))
            .field("request_id", &self.request_id.as_deref().map(mask::words))
            .field("items", &self.items)
            .field("item_pagination", &self.item_pagination)
            .field("is_successful", &self.is_successful)
            .finish()
    }
}
