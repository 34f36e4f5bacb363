//! What the gateway pushes to an address of yours: what became of messages, messages that came in, and clicks on links.
//!
//! Documented, in the vendor's OpenAPI file, its older pages and the 2015 manual of a white label:
//!
//! * **Delivery reports** go to the `notifyUrl` that a message was sent with, up to 100 in a request, as JSON or as XML, by its
//!   `notifyContentType`. They are the objects that [`get_reports`](mod@crate::infobip::get_reports) gives; of a message
//!   sent with `intermediateReport` one comes before the last, too, which its outcome tells by `is_final`.
//! * **Messages that came in** go to an address set up with the operator, as the objects that
//!   [`get_inbox_reports`](mod@crate::infobip::get_inbox_reports) gives.
//! * **Clicks** on shortened links go to the `trackingUrl` of `urlOptions`, one in a request.
//!
//! XML has had three forms since 2015: whatever the root is called, its `results` are one behind the other, or in a list of
//! their own, each a `results` or a `result`. All are read, and so are a list without anything around it and an entry alone
//! (inferred). Reading XML takes the feature `xml`.
//!
//! Answer 2xx once the body is stored. Otherwise it comes again after 1 minute + 1 minute × n × n, n being the number of the attempt;
//! how often, no document says. So one report may come twice, and an intermediate one after the final one.
//!
//! # Whose request it is
//!
//! Nothing tells: no document of version 1 knows a signature, a header with a credential, or the addresses that requests
//! come from. Put a secret into the address that you give the gateway, compare it with
//! [`secret_matches`](crate::webhook::secret_matches), and ask [`get_logs`](mod@crate::infobip::get_logs) before anything
//! that costs money is done because of a report.

use crate::infobip::inbound::InboundMessage;
use crate::infobip::reply::fate::Fates;
use crate::infobip::reply::listed::{Entry, Listed, NO_OBJECT, Reason};
use crate::infobip::reports::DeliveryReport;
use crate::infobip::url_click::UrlClick;
use crate::json::{Error, Kind, Reader};
use crate::webhook::{self, Collected, Fault, List, Request, UnreadableWebhook, Webhook, events};

events! {
    /// What a webhook tells.
    pub enum Event {
        /// What became of a message, be that final or not.
        DeliveryReport(DeliveryReport) = "delivery_report";
        /// A message that came in.
        InboundMessage(InboundMessage) = "inbound_message";
        /// A click on a link of a message.
        UrlClick(UrlClick) = "url_click";
    }
}

/// Where entries stand in XML.
const RESULTS: List = List { name: "results", entry: "result" };

/// Reads a webhook. See [`parse_webhook`](mod@crate::infobip::parse_webhook).
///
/// ```
/// use smskernel::infobip::{Event, parse_webhook};
/// use smskernel::webhook::{Headers, Request};
///
/// let body = br#"{"results":[{"messageId":"A-1","to":"41793026727",
///     "status":{"groupId":3,"id":5,"name":"DELIVERED_TO_HANDSET"}}]}"#;
/// let webhook = parse_webhook(&Request::new("POST", Headers::default(), "", body))?;
/// let Event::DeliveryReport(report) = &webhook.events[0] else { panic!("another event") };
/// assert_eq!(report.outcome.to_string(), "delivered (DELIVERED_TO_HANDSET), resend never");
/// # Ok::<(), smskernel::webhook::UnreadableWebhook>(())
/// ```
pub fn parse_webhook(request: &Request<'_>) -> Result<Webhook<Event>, UnreadableWebhook> {
    webhook::parse(request, Some(&RESULTS), read)
}

const EXPECTED: &str = "it is no event: it has neither `status`, as a report has, nor `text`, as a message has, \
     nor `url`, as a click has";

fn read(reader: &mut Reader<'_>, collected: &mut Collected<Event>) -> Result<Option<Fault>, Error> {
    let mut fates = Fates::default();
    let mut each = |reader: &mut Reader<'_>| collected.entry(reader, &mut |reader| read_event(reader, &mut fates));
    if reader.peek()? == Kind::Array {
        let mut items = reader.array()?;
        while items.next(reader)? {
            each(reader)?;
        }
        return Ok(None);
    }
    let mut alone = reader.clone();
    if Listed::read(reader, &mut each)?.has_list {
        return Ok(None);
    }
    match read_event(&mut alone, &mut fates)? {
        Ok(event) => {
            collected.events.push(event);
            Ok(None)
        }
        Err(_) => Ok(Some(Fault::no_event("expected a list of results, a report, a message or a click", None))),
    }
}

fn read_event(reader: &mut Reader<'_>, fates: &mut Fates) -> Result<Result<Event, Reason>, Error> {
    let mut again = reader.clone();
    let Some(entry) = Entry::read(reader)? else { return Ok(Err(NO_OBJECT)) };
    // The log tells a report with its text.
    if entry.is_report() {
        return Ok(entry.into_report(fates).map(Event::DeliveryReport));
    }
    if entry.is_inbound() {
        return Ok(entry.into_inbound().map(Event::InboundMessage));
    }
    let click = UrlClick::read(&mut again)?;
    Ok(click.map(Event::UrlClick).ok_or(EXPECTED.into()))
}
