//! What the platform calls an address of yours with.
//!
//! Documented: delivery callbacks (Advanta, Fast Message, Speedocom), one address for an account, set up on its pages; and
//! messages that people send to a short code (Advanta), as `GET` with a query or `POST` with JSON, answered within 15 seconds.
//! Callbacks as forms, and with the members of [`get_delivery_report`](mod@crate::smslist::get_delivery_report), are from the
//! field, as are their further spellings. Whether a callback is tried again, comes twice or in order no document says.
//!
//! Nothing is signed, and a callback has no number and no id of yours: anybody who knows the address can send one. So let
//! the address hold a secret, which [`secret_matches`](crate::webhook::secret_matches) compares in constant time; and where much
//! hangs on a report, ask for it by its id.

use std::borrow::Cow;
use std::fmt;

use crate::json::{Error, Kind, Reader};
use crate::mask;
use crate::reply_json::owned;
use crate::smslist::delivery::{Arrived, DeliveryReport};
use crate::tell::answer;
use crate::webhook::{self, Collected, Fault, Request, UnreadableWebhook, Webhook, events};

events! {
    /// What a webhook tells.
    pub enum Event {
        /// What became of a message.
        DeliveryReport(DeliveryReport) = "delivery_report";
        /// A message that somebody sent to your short code.
        InboundMessage(InboundMessage) = "inbound_message";
    }
}

answer! {
    /// A message that somebody sent to your short code.
    #[derive(Clone, PartialEq, Eq)]
    pub struct InboundMessage {
        /// The number of who sent it: `mobile`, or `msisdn` of an interactive short code.
        pub sender = "from": Option<String>,
        /// Your short code. `shortcode` on the wire.
        pub to = "to": Option<String>,
        /// Its text. `message` on the wire.
        pub text = "text": Option<String>,
        /// Your partner id, of an interactive short code. Never printed.
        pub partner_id = "partnerId": Option<String>,
        /// Whether it is of an interactive short code, which answers by what you reply.
        pub is_interactive = "isInteractive": bool,
    }
}

impl fmt::Debug for InboundMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sender = mask::number(self.sender.as_deref().unwrap_or_default());
        let to = mask::words(self.to.as_deref().unwrap_or_default());
        write!(f, "from {sender} to {to}: {}", mask::text(self.text.as_deref().unwrap_or_default()))
    }
}

/// Reads a webhook. See [`parse_webhook`](mod@crate::smslist::parse_webhook).
///
/// ```
/// use smskernel::smslist::{Event, parse_webhook};
/// use smskernel::webhook::{Headers, Request};
///
/// let body = br#"{"description":"DeliveredToTerminal","messageid":"1889191","timeTaken":"22s","timestamp":"2025-09-12 10:16:10"}"#;
/// let webhook = parse_webhook(&Request::new("POST", Headers::default(), "", body))?;
/// let Event::DeliveryReport(report) = &webhook.events[0] else { panic!("another event") };
/// assert_eq!(report.message_id.as_deref(), Some("1889191"));
/// assert_eq!(report.outcome.to_string(), "delivered (DeliveredToTerminal), resend never");
/// # Ok::<(), smskernel::webhook::UnreadableWebhook>(())
/// ```
pub fn parse_webhook(request: &Request<'_>) -> Result<Webhook<Event>, UnreadableWebhook> {
    webhook::parse(request, None, read)
}

/// One event, or a list of them, which no document shows.
fn read(reader: &mut Reader<'_>, collected: &mut Collected<Event>) -> Result<Option<Fault>, Error> {
    if reader.peek()? != Kind::Array {
        return Ok(match read_event(reader)? {
            Ok(event) => {
                collected.events.push(event);
                None
            }
            Err(reason) => Some(Fault::no_event(&reason, None)),
        });
    }
    let mut items = reader.array()?;
    while items.next(reader)? {
        if reader.peek()? == Kind::Null {
            reader.null()?;
            collected.pass_over();
        } else {
            collected.entry(reader, &mut read_event)?;
        }
    }
    Ok(None)
}

const EXPECTED: &str = "expected a delivery report, with `messageid` and `description`, or a message to a short code, with \
                        `mobile` or `msisdn`, and `message`";

fn read_event(reader: &mut Reader<'_>) -> Result<Result<Event, Cow<'static, str>>, Error> {
    let Some(told) = Arrived::read(reader)? else { return Ok(Err("expected an object".into())) };
    let is_there = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    // Without its id nobody can tell whose report it is, and without a number who wrote a message.
    let has_id = is_there(told.said.message_id.as_deref());
    let has_number = is_there(told.said.mobile.as_deref()) || is_there(told.msisdn.as_deref());
    Ok(if has_number && told.message.is_some() {
        let is_interactive = told.msisdn.is_some() || told.partner_id.is_some();
        Ok(Event::InboundMessage(InboundMessage {
            sender: owned(told.msisdn.filter(|text| !text.trim().is_empty()).or(told.said.mobile)),
            to: owned(told.shortcode),
            text: owned(told.message),
            partner_id: owned(told.partner_id),
            is_interactive,
        }))
    } else if has_id && (told.has_state() || told.has_no_report()) {
        Ok(Event::DeliveryReport(told.into_report(&[])))
    } else {
        Err(EXPECTED.into())
    })
}
