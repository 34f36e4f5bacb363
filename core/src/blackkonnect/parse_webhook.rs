//! Delivery objects that arrive at an address of yours.
//!
//! No document describes a webhook of this gateway: not how an address is registered, not what is pushed to it, not whether
//! it is signed or tried again. What is read here is inferred: the objects by which its replies tell of deliveries, as one
//! object, as a list, in the envelope of the network operator's side, and as a form, for a form is an object, too. Should
//! your operator push something else, it is an [`UnreadableWebhook`] with the body in it.

use crate::blackkonnect::schemas::NetworkOperatorMessageDeliveryDTO;
use crate::blackkonnect::statuses::{GatewayMessageDeliveryStatus, STATUS};
use crate::json::{Error, Kind, Reader};
use crate::reply_json::members;
use crate::tell::{Members, Told};
use crate::webhook::{self, Collected, Fault, ReadEntry, Request, UnreadableWebhook, Webhook, events};

events! {
    /// What a webhook tells. Both say what became of a message.
    pub enum Event {
        /// A delivery as the gateway's own replies have it.
        DeliveryStatus(GatewayMessageDeliveryStatus) = "delivery_status";
        /// A delivery with what only the network operator's side knows of it.
        OperatorDelivery(Box<NetworkOperatorMessageDeliveryDTO>) = "operator_delivery";
    }
}

/// Reads a webhook. See [`parse_webhook`](mod@crate::blackkonnect::parse_webhook).
///
/// ```
/// use smskernel::blackkonnect::{Event, parse_webhook};
/// use smskernel::webhook::{Headers, Request};
///
/// let body = br#"{"messageId":"A-1","destination":"254712345678","deliveryStatus":"DELIVERED"}"#;
/// let webhook = parse_webhook(&Request::new("POST", Headers::default(), "", body))?;
/// let Event::DeliveryStatus(status) = &webhook.events[0] else { panic!("another event") };
/// assert_eq!(status.outcome.to_string(), "delivered (DELIVERED), resend never");
/// # Ok::<(), smskernel::webhook::UnreadableWebhook>(())
/// ```
pub fn parse_webhook(request: &Request<'_>) -> Result<Webhook<Event>, UnreadableWebhook> {
    webhook::parse(request, None, read)
}

/// Which member names the message that an event is about. One is needed, for else nobody can tell whose it is.
const EXPECTED: &str =
    "expected a delivery, with one of `uuid`, `messageId`, `partReferenceId`, `bulkReferenceId`, `destination`";

fn read(reader: &mut Reader<'_>, collected: &mut Collected<Event>) -> Result<Option<Fault>, Error> {
    if reader.peek()? == Kind::Array {
        read_entries(reader, collected, is_null)?;
    } else if is_envelope(&mut reader.clone())? {
        read_envelope(reader, collected)?;
    } else {
        match read_event(reader)? {
            Ok(event) => collected.events.push(event),
            Err(reason) => return Ok(Some(Fault::no_event(&reason, None))),
        }
    }
    Ok(None)
}

/// Whether an object has the members in which an envelope holds deliveries.
fn is_envelope(reader: &mut Reader<'_>) -> Result<bool, Error> {
    let mut found = false;
    members(reader, &mut [], &mut |key, reader| {
        found |= ["data", "items"].contains(&key) && reader.peek()? != Kind::String;
        Ok(false)
    })?;
    Ok(found)
}

fn read_envelope(reader: &mut Reader<'_>, collected: &mut Collected<Event>) -> Result<(), Error> {
    // Which of the events is the one delivery of `data`.
    let mut alone = None;
    members(reader, &mut [], &mut |key, reader| {
        if !["data", "items"].contains(&key) {
            return Ok(false);
        }
        let (is_object, index) = (reader.peek()? == Kind::Object, collected.events.len());
        read_entries(reader, collected, is_nothing)?;
        if key == "data" && is_object && collected.events.len() > index {
            alone = Some(index);
        }
        Ok(true)
    })?;
    // One delivery in both places is one delivery.
    let is_twin = |(index, event): (usize, &Event)| {
        Some(index) != alone && Some(event) == alone.and_then(|at| collected.events.get(at))
    };
    if let Some(index) = alone.filter(|_| collected.events.iter().enumerate().any(is_twin)) {
        collected.events.remove(index);
    }
    Ok(())
}

/// Whether what comes next says nothing.
type IsEmpty = fn(&Reader<'_>) -> Result<bool, Error>;

fn is_null(reader: &Reader<'_>) -> Result<bool, Error> {
    Ok(reader.clone().peek()? == Kind::Null)
}

/// Of envelopes: in those of May 2025 an empty object stands where a null stands later.
fn is_nothing(reader: &Reader<'_>) -> Result<bool, Error> {
    let mut reader = reader.clone();
    Ok(match reader.peek()? {
        Kind::Object => reader.object()?.next(&mut reader)?.is_none(),
        kind => kind == Kind::Null,
    })
}

/// The entries of a list, or one alone, but for those that say nothing.
fn read_entries(reader: &mut Reader<'_>, collected: &mut Collected<Event>, is_empty: IsEmpty) -> Result<(), Error> {
    if reader.peek()? != Kind::Array {
        return if is_empty(reader)? { reader.skip() } else { collected.entry(reader, &mut read_event) };
    }
    let mut items = reader.array()?;
    while items.next(reader)? {
        if is_empty(reader)? {
            reader.skip()?;
            collected.pass_over();
        } else {
            collected.entry(reader, &mut read_event)?;
        }
    }
    Ok(())
}

fn read_event(reader: &mut Reader<'_>) -> ReadEntry<Event> {
    if reader.peek()? != Kind::Object {
        reader.skip()?;
        return Ok(Err("expected an object".into()));
    }
    let delivery = NetworkOperatorMessageDeliveryDTO::read(reader)?.unwrap_or_default();
    let names = [
        &delivery.uuid,
        &delivery.message_id,
        &delivery.part_reference_id,
        &delivery.bulk_reference_id,
        &delivery.destination,
    ];
    if names.into_iter().flatten().all(|name| name.trim().is_empty()) {
        return Ok(Err(EXPECTED.into()));
    }
    Ok(Ok(if is_of_operator(&delivery) {
        Event::OperatorDelivery(Box::new(delivery))
    } else {
        Event::DeliveryStatus(GatewayMessageDeliveryStatus::from(&delivery))
    }))
}

/// Whether it has a documented member that the gateway's own statuses have not.
fn is_of_operator(delivery: &NetworkOperatorMessageDeliveryDTO) -> bool {
    let mut found = false;
    delivery.members(&mut |name, value| {
        let is_common = STATUS.contains(&name) || ["extra", "outcome"].contains(&name);
        found |= !is_common && !matches!(value.told(), Told::Unset);
    });
    found
}
