//! Answers as JSON text in which equal parts stand once.
//!
//! A thousand messages mostly have one status and one outcome, and the core lets them share both. So those go into a table,
//! and a message has their places in it; TypeScript puts the objects back. That halves what an answer costs on its way.

use std::sync::Arc;

use serde::Serialize;
use smskernel::{blackkonnect, infobip, smslist};

use crate::reports;

/// How many of the latest parts a new one is compared with. More would make the work grow with their number.
const COMPARED: usize = 8;

/// An answer that can be told as JSON text.
pub(crate) trait Told {
    /// `{"done": …}`. Of a send `{"done": …, "shared": […], "members": […]}`: the answer, the table, and the names of members
    /// that point into it. Of a token `{"done": …, "secret": …}`.
    fn text(&self) -> String;
}

/// One part of a message.
#[derive(Serialize)]
#[serde(untagged)]
enum Part<'a> {
    Status(&'a Arc<infobip::Status>),
    GroupStatus(&'a Arc<blackkonnect::MessageGroupStatus>),
    Outcome(&'a Arc<smskernel::Outcome>),
}

impl Part<'_> {
    fn is(&self, other: &Part<'_>) -> bool {
        match (self, other) {
            (Part::Status(one), Part::Status(other)) => Arc::ptr_eq(one, other),
            (Part::GroupStatus(one), Part::GroupStatus(other)) => Arc::ptr_eq(one, other),
            (Part::Outcome(one), Part::Outcome(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

#[derive(Default)]
struct Table<'a>(Vec<Part<'a>>);

impl<'a> Table<'a> {
    fn place(&mut self, part: Part<'a>) -> usize {
        let known = self.0.iter().enumerate().rev().take(COMPARED).find(|(_, known)| known.is(&part));
        if let Some((place, _)) = known {
            return place;
        }
        self.0.push(part);
        self.0.len() - 1
    }
}

#[derive(Serialize)]
struct Answer<'a, T> {
    done: T,
    shared: Vec<Part<'a>>,
    members: &'static [&'static str],
}

/// A member that is left out when it is not set.
trait Unset {
    fn is_unset(&self) -> bool;
}

impl<T> Unset for Option<T> {
    fn is_unset(&self) -> bool {
        self.is_none()
    }
}

impl<T> Unset for Vec<T> {
    fn is_unset(&self) -> bool {
        false
    }
}

impl<T: Unset> Unset for &T {
    fn is_unset(&self) -> bool {
        (*self).is_unset()
    }
}

/// Tells the answer of a send: its members beside the messages, then those of a message beside the ones that all have, then
/// those of a message that stand in the table, with their names.
macro_rules! told {
    (
        $answer:ty { $($member:ident: $member_type:ty,)* }
        messages { $($field:ident: $field_type:ty,)* }
        shared { $($shared:ident as $part:ident = $name:literal)? }
    ) => {
        const _: () = {
            #[derive(Serialize)]
            #[serde(rename_all = "camelCase")]
            struct Whole<'a> {
                messages: Vec<Message<'a>>,
                $( #[serde(skip_serializing_if = "Unset::is_unset")] $member: &'a $member_type, )*
            }

            #[derive(Serialize)]
            #[serde(rename_all = "camelCase")]
            struct Message<'a> {
                position: u32,
                destination: u32,
                to: &'a str,
                $( #[serde(skip_serializing_if = "Unset::is_unset")] $field: &'a $field_type, )*
                $( #[serde(skip_serializing_if = "Option::is_none")] $shared: Option<usize>, )?
                outcome: usize,
            }

            impl Told for $answer {
                fn text(&self) -> String {
                    let mut table = Table::default();
                    let messages = self.messages.iter().map(|message| Message {
                        position: message.position,
                        destination: message.destination,
                        to: &message.to,
                        $( $field: &message.$field, )*
                        $( $shared: message.$shared.as_ref().map(|part| table.place(Part::$part(part))), )?
                        outcome: table.place(Part::Outcome(&message.outcome)),
                    });
                    let done = Whole { messages: messages.collect(), $( $member: &self.$member, )* };
                    reports::json(&Answer { done, shared: table.0, members: &["outcome" $(, $name)?] })
                }
            }
        };
    };
}

told! {
    infobip::SentMessages {
        bulk_id: Option<String>,
        tracking_process_key: Option<String>,
        unmatched: Vec<infobip::UnmatchedMessage>,
    }
    messages { message_id: Option<String>, sms_count: Option<i64>, }
    shared { status as Status = "status" }
}

told! {
    smslist::SentBulk { unmatched: Vec<smslist::UnmatchedMessage>, }
    messages {
        client_sms_id: Option<String>,
        message_id: Option<String>,
        network_id: Option<String>,
        response_code: Option<String>,
        response_description: Option<String>,
    }
    shared {}
}

/// Tells the answer of one of Blackkonnect's sends: the members of its own, then those that both have.
macro_rules! told_blackkonnect {
    ($answer:ident { $($member:ident: $member_type:ty,)* }) => {
        told! {
            blackkonnect::$answer {
                $( $member: $member_type, )*
                code: Option<i64>,
                message: Option<smskernel::Value<'static>>,
                data: Option<smskernel::Value<'static>>,
                correlation_id: Option<String>,
                conversation_id: Option<String>,
                request_id: Option<String>,
                items: Option<smskernel::Value<'static>>,
                item_pagination: Option<blackkonnect::ItemPagination>,
                is_successful: Option<bool>,
            }
            messages {
                message_id: Option<String>,
                sms_count: Option<i64>,
                smsc_reference: Option<String>,
                delivery_status: Option<String>,
            }
            shared { message_group_status as GroupStatus = "messageGroupStatus" }
        }
    };
}

told_blackkonnect! { SimpleSmsMessageResponse { delivery_status: Option<String>, } }
told_blackkonnect! {
    BulkSmsMessageResponse { unmatched: Vec<blackkonnect::SmsMessageDeliveryStatus>, bulk_id: Option<String>, }
}

impl Told for blackkonnect::DeliveryStatuses {
    fn text(&self) -> String {
        reports::json(&reports::Report::Done(self))
    }
}

/// A token and what it says of itself. The content stands apart, where nothing prints it.
#[derive(Serialize)]
struct Token<'a> {
    done: &'a blackkonnect::Token,
    /// The content, and when it expires in milliseconds since 1970.
    secret: (&'a str, Option<i64>),
}

impl Told for blackkonnect::Token {
    fn text(&self) -> String {
        let expires_at = self.expires_at.map(smskernel::Timestamp::unix_millis);
        reports::json(&Token { done: self, secret: (self.reveal(), expires_at) })
    }
}
