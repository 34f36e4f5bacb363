//! What the gateway says of messages that were sent.

use std::fmt;
use std::sync::Arc;

use crate::blackkonnect::envelope::Said;
use crate::blackkonnect::get_bulk_status::{self, GetBulkStatus};
use crate::blackkonnect::schemas::{
    GenericResponseNetworkOperatorMessageDeliveryDTO, ItemPagination, NetworkOperatorMessageDeliveryDTO,
};
use crate::blackkonnect::status;
use crate::json::{Error, Kind, Reader};
use crate::mask;
use crate::outcome::Outcome;
use crate::reply::{Fault, ReadReply, Reading, SentRef, sealed};
use crate::reply_json::{Envelope, Found, Text, entries, members, open, owned, pass_over};
use crate::tell::answer;

/// The members of a status as they stand in a body, in the order of [`GatewayMessageDeliveryStatus::read`].
pub(super) const STATUS: [&str; 8] = [
    "uuid",
    "messageId",
    "bulkReferenceId",
    "partReferenceId",
    "destination",
    "sourceAddress",
    "deliveryStatus",
    "deliveryTimestamp",
];

answer! {
    /// Where one message, or one part of it, stands.
    #[derive(Clone, PartialEq)]
    pub struct GatewayMessageDeliveryStatus {
        /// The gateway's id of the delivery.
        pub uuid = "uuid": Option<String>,
        /// The message's id.
        pub message_id = "messageId": Option<String>,
        /// The bulk's id.
        pub bulk_reference_id = "bulkReferenceId": Option<String>,
        /// The part's id.
        pub part_reference_id = "partReferenceId": Option<String>,
        /// The number, as the gateway wrote it.
        pub destination = "destination": Option<String>,
        /// The sender. Not in replies of May 2025.
        pub source_address = "sourceAddress": Option<String>,
        /// The status; [`DELIVERY_STATUSES`](crate::blackkonnect::DELIVERY_STATUSES) has those that are known.
        pub delivery_status = "deliveryStatus": Option<String>,
        /// When that was, as the gateway wrote it: ISO 8601.
        pub delivery_timestamp = "deliveryTimestamp": Option<String>,
        /// What that means.
        pub outcome = "outcome": Arc<Outcome>,
    }
}

impl fmt::Debug for GatewayMessageDeliveryStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = mask::number(self.destination.as_deref().unwrap_or_default());
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{to} {id}: {}", self.outcome)
    }
}

impl GatewayMessageDeliveryStatus {
    /// `None` of texts that say nothing.
    fn read(texts: [Text<'_>; STATUS.len()]) -> Option<Self> {
        if texts.iter().all(Option::is_none) {
            return None;
        }
        let [
            uuid,
            message_id,
            bulk_reference_id,
            part_reference_id,
            destination,
            source_address,
            delivery_status,
            delivery_timestamp,
        ] = texts;
        Some(GatewayMessageDeliveryStatus {
            outcome: Arc::new(status::outcome(delivery_status.as_deref(), None, false)),
            uuid: owned(uuid),
            message_id: owned(message_id),
            bulk_reference_id: owned(bulk_reference_id),
            part_reference_id: owned(part_reference_id),
            destination: owned(destination),
            source_address: owned(source_address),
            delivery_status: owned(delivery_status),
            delivery_timestamp: owned(delivery_timestamp),
        })
    }
}

impl From<&NetworkOperatorMessageDeliveryDTO> for GatewayMessageDeliveryStatus {
    fn from(delivery: &NetworkOperatorMessageDeliveryDTO) -> Self {
        let timestamp = delivery.extra.iter().find_map(|(key, value)| match value {
            crate::Value::String(text) if key == "deliveryTimestamp" => Some(text.clone().into_owned()),
            _ => None,
        });
        GatewayMessageDeliveryStatus {
            uuid: delivery.uuid.clone(),
            message_id: delivery.message_id.clone(),
            bulk_reference_id: delivery.bulk_reference_id.clone(),
            part_reference_id: delivery.part_reference_id.clone(),
            destination: delivery.destination.clone(),
            source_address: delivery.source_address.clone(),
            delivery_status: delivery.delivery_status.clone(),
            delivery_timestamp: timestamp,
            outcome: Arc::clone(&delivery.outcome),
        }
    }
}

answer! {
    /// The answer to [`Gateway::get_bulk_status`](crate::blackkonnect::Gateway::get_bulk_status) and
    /// [`Gateway::get_message_status`](crate::blackkonnect::Gateway::get_message_status).
    #[derive(Clone, PartialEq)]
    pub struct DeliveryStatuses {
        /// The statuses, in the order of the reply.
        pub statuses = "statuses": Vec<GatewayMessageDeliveryStatus>,
        /// The whole envelope, where the gateway answers with one; `statuses` then says what its deliveries have in common
        /// with others.
        pub response = "response": Option<Box<GenericResponseNetworkOperatorMessageDeliveryDTO>>,
        /// The question for the next page of a bulk; `None` behind the last. See
        /// [`get_bulk_status`](mod@crate::blackkonnect::get_bulk_status).
        pub next = "next": Option<GetBulkStatus>,
        /// Whether this page was there before: the gateway does not part this bulk into pages, or counts them from 1. Then
        /// `statuses` is empty, so that none is counted twice.
        pub is_repeated = "isRepeated": bool,
        /// The body as it came. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

impl fmt::Debug for DeliveryStatuses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeliveryStatuses")
            .field("statuses", &self.statuses)
            .field("response", &self.response)
            .field("next", &self.next)
            .field("is_repeated", &self.is_repeated)
            .field("raw_body", &format_args!("{} bytes", self.raw_body.len()))
            .finish()
    }
}

/// In which of its forms a reply came.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// A list: the form of 2025 and later.
    #[default]
    List,
    /// One bare object: the form of May 2025.
    Object,
    /// An envelope.
    Envelope,
}

/// A body, read.
#[derive(Default)]
struct Body<'a> {
    form: Form,
    statuses: Vec<GatewayMessageDeliveryStatus>,
    response: Box<GenericResponseNetworkOperatorMessageDeliveryDTO>,
    said: Said<'a>,
    fault: Option<Fault>,
}

fn read_body<'a>(reader: &mut Reader<'a>) -> Result<Body<'a>, Error> {
    let mut body = Body::default();
    match reader.peek()? {
        Kind::Array => {
            let mut items = reader.array()?;
            let mut others = false;
            while items.next(reader)? {
                // A null in a list is nothing; the documents show such lists.
                let is_null = reader.peek()? == Kind::Null;
                let mut texts = [const { None }; STATUS.len()];
                members(reader, &mut [Found(&STATUS, &mut texts)], &mut pass_over)?;
                match GatewayMessageDeliveryStatus::read(texts) {
                    Some(status) => body.statuses.push(status),
                    None => others |= !is_null,
                }
            }
            if body.statuses.is_empty() && others {
                body.fault = Some(Fault::shape("expected statuses", None));
            }
        }
        Kind::Object => read_object(reader, &mut body)?,
        _ => {
            reader.skip()?;
            body.fault = Some(Fault::shape("its JSON is neither a list nor an object", None));
        }
    }
    reader.end()?;
    Ok(body)
}

/// A list of deliveries, or one alone, or null; `None` for anything else.
fn read_deliveries(reader: &mut Reader) -> Result<Option<Vec<NetworkOperatorMessageDeliveryDTO>>, Error> {
    match reader.peek()? {
        Kind::Array => {
            let listed = entries(reader, NetworkOperatorMessageDeliveryDTO::read)?;
            Ok(Some(listed.unwrap_or_default().list))
        }
        Kind::Null | Kind::Object => {
            let mut list = Vec::new();
            if let Some(delivery) = NetworkOperatorMessageDeliveryDTO::read(reader)? {
                list.push(delivery);
            }
            Ok(Some(list))
        }
        _ => reader.skip().map(|()| None),
    }
}

fn read_object<'a>(reader: &mut Reader<'a>, body: &mut Body<'a>) -> Result<(), Error> {
    let Body { form, statuses, response, said, fault } = body;
    let mut bare = [const { None }; STATUS.len()];
    let mut data = Vec::new();
    *form = Form::Object;
    members(reader, &mut [Found(&STATUS, &mut bare)], &mut |key, reader| {
        match key {
            "data" if reader.peek()? != Kind::Array => match read_deliveries(reader)? {
                Some(delivery) => response.data = delivery.into_iter().next(),
                None => *fault = Some(Fault::shape("expected a delivery", Some("data"))),
            },
            // A list in the place of the one delivery goes where lists are.
            "data" => data = read_deliveries(reader)?.unwrap_or_default(),
            "items" => match read_deliveries(reader)? {
                Some(deliveries) => response.items = deliveries,
                None => *fault = Some(Fault::shape("expected a list of deliveries", Some("items"))),
            },
            "itemPagination" => response.item_pagination = ItemPagination::read(reader)?,
            _ => return said.read_member(key, reader),
        }
        *form = Form::Envelope;
        Ok(true)
    })?;
    if said.names_success {
        *form = Form::Envelope;
    }
    if *form == Form::Envelope {
        data.append(&mut response.items);
        response.items = data;
        // One delivery in both places is one delivery.
        let data = response.data.iter().filter(|data| !response.items.contains(data));
        for delivery in data.chain(&response.items) {
            statuses.push(delivery.into());
        }
    } else if let Some(status) = GatewayMessageDeliveryStatus::read(bare) {
        statuses.push(status);
    } else {
        fault.get_or_insert_with(|| Fault::shape("expected a status", None));
    }
    Ok(())
}

impl sealed::Sealed for DeliveryStatuses {}

impl ReadReply for DeliveryStatuses {
    const OPERATIONS: &'static [&'static str] = &["blackkonnect.get_bulk_status", "blackkonnect.get_message_status"];
    const SENDS: bool = false;

    fn read(raw_body: &[u8], sent: SentRef<'_>) -> Reading<DeliveryStatuses> {
        let opened = open(raw_body);
        let body = match opened.read(read_body) {
            Envelope::Read(body) => body,
            Envelope::Fault(fault) => return Reading::Other(fault),
        };
        let Body { form, statuses, mut response, said, fault } = body;
        if let Some(fault) = fault {
            return said.into_reading(fault);
        }
        // A status may have a member that a problem has, such as `type`.
        if said.is_successful == Some(false) || (statuses.is_empty() && said.is_refusal()) {
            return said.into_reading(Fault::shape("expected a status", None));
        }
        let page = get_bulk_status::Page { form, statuses: &statuses, pagination: response.item_pagination.as_ref() };
        let (next, is_repeated) = get_bulk_status::after(sent.0, &page);
        let statuses = if is_repeated { Vec::new() } else { statuses };
        let response = (form == Form::Envelope).then(|| {
            let whole = said.into_whole();
            response.code = whole.code;
            response.message = whole.message;
            response.correlation_id = whole.correlation_id;
            response.conversation_id = whole.conversation_id;
            response.request_id = whole.request_id;
            response.is_successful = whole.is_successful;
            response
        });
        Reading::Success(DeliveryStatuses { statuses, response, next, is_repeated, raw_body: raw_body.to_vec() })
    }
}
