//! Answers as JSON text in which equal parts stand once.
//!
//! A thousand messages mostly have one status and one outcome, and the core lets them share both. So those go into a table,
//! and a message has their places in it; TypeScript puts the objects back. That halves what an answer costs on its way.

use smskernel::{JsonWriter, Members, Tell, Told, blackkonnect, infobip, smslist};

use super::reports::{list, member, object, text, write};

/// An answer of the core.
pub(crate) trait Answer: Members {
    /// Of a token its content, and when it expires in milliseconds since 1970. It stands apart, where nothing prints it.
    fn secret(&self) -> Option<(&str, Option<i64>)> {
        None
    }
}

impl Answer for infobip::SentMessages {}
impl Answer for smslist::SentBulk {}
impl Answer for blackkonnect::SimpleSmsMessageResponse {}
impl Answer for blackkonnect::BulkSmsMessageResponse {}
impl Answer for blackkonnect::DeliveryStatuses {}
impl Answer for blackkonnect::Token {
    fn secret(&self) -> Option<(&str, Option<i64>)> {
        Some((self.reveal(), self.expires_at.map(smskernel::Timestamp::unix_millis)))
    }
}

/// `{"done": …}`; where messages share parts `{"done": …, "shared": […], "members": […]}`: the answer, the table, and the
/// names of members that point into it. Of a token `{"done": …, "secret": […]}`.
pub(crate) fn told(answer: &dyn Answer) -> String {
    let (mut out, mut table) = (JsonWriter::with_capacity(1024), Table::new());
    out.begin_object();
    out.key("done");
    out.begin_object();
    answer.members(&mut |name, value| match value.told() {
        Told::List(messages) if name == "messages" => {
            out.key(name);
            list(&mut out, messages, &mut |out, message| table.message(out, message.told()));
        }
        told => member(&mut out, name, told),
    });
    out.end_object();
    if let Some((content, expires_at)) = answer.secret() {
        out.key("secret");
        out.begin_list();
        out.string(content);
        write(&mut out, expires_at.told());
        out.end_list();
    }
    table.finish(&mut out);
    out.end_object();
    text(out)
}

/// The parts that messages share.
struct Table {
    /// Where each lies in memory; all of them live as long as the answer.
    places: Vec<*const ()>,
    parts: JsonWriter,
    /// The members that point here.
    members: Vec<String>,
}

impl Table {
    /// How many of the latest parts a new one is compared with. More would make the work grow with their number.
    const COMPARED: usize = 8;

    fn new() -> Table {
        let mut parts = JsonWriter::with_capacity(256);
        parts.begin_list();
        Table { places: Vec::new(), parts, members: Vec::new() }
    }

    /// Writes a message with the places of what it shares.
    fn message(&mut self, out: &mut JsonWriter, message: Told<'_>) {
        let Told::Object(message) = message else { return };
        out.begin_object();
        message.members(&mut |name, value| match value.told() {
            Told::Shared(part) => {
                if !self.members.iter().any(|known| known == name) {
                    self.members.push(name.to_owned());
                }
                member(out, name, self.place(part).told());
            }
            told => member(out, name, told),
        });
        out.end_object();
    }

    fn place(&mut self, part: &dyn Members) -> usize {
        let address = std::ptr::from_ref(part).cast();
        let known = self.places.iter().enumerate().rev().take(Self::COMPARED).find(|(_, known)| **known == address);
        if let Some((place, _)) = known {
            return place;
        }
        object(&mut self.parts, part);
        self.places.push(address);
        self.places.len() - 1
    }

    fn finish(mut self, out: &mut JsonWriter) {
        if self.places.is_empty() {
            return;
        }
        self.parts.end_list();
        out.key("shared");
        out.raw(&text(self.parts));
        member(out, "members", self.members.told());
    }
}
