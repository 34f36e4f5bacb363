//! XML as JSON, so that each event has one reader.
//!
//! The names of elements become those of members, their texts become strings. Attributes, name prefixes, comments and
//! processing instructions are left out; so is the name of the root, which differs from one generation of a gateway to the
//! next. Nothing is expanded but what the standard predefines: a document type is refused.

use std::ops::Range;

use quick_xml::errors::IllFormedError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesDecl, BytesRef, Event};
use quick_xml::{Error, Reader, XmlVersion};

use crate::codes::WebhookCode;
use crate::json::Writer;
use crate::pieces::{concat, whole};
use crate::quote::quoted;
use crate::webhook::content::{List, is_utf8};
use crate::webhook::error::Fault;

/// A document as JSON.
#[derive(Debug)]
pub(super) struct Converted {
    /// An object: the list, if any of its elements is there, then the root's other members.
    pub(super) json: String,
    /// Where each entry of the list stands in the XML.
    pub(super) entries: Vec<Range<usize>>,
}

/// Reads a document.
pub(super) fn convert(text: &str, list: &List, depth: u64) -> Result<Converted, Fault> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document::new(list, depth, text.len());
    loop {
        let start = position(reader.buffer_position());
        let event = reader.read_event().map_err(|error| broken(&error).at(position(reader.error_position())))?;
        let end = position(reader.buffer_position());
        match event {
            Event::Eof if document.is_whole() => return Ok(document.finish()),
            Event::Eof => return Err(not_xml("its XML ends early").at(end)),
            Event::Start(tag) => document.open(tag.local_name().as_ref(), start),
            Event::End(_) => {
                document.close(end);
                Ok(())
            }
            Event::Text(text) => document.text(&text.xml_content(XmlVersion::Explicit1_0)),
            Event::CData(text) => document.text(&text.xml_content(XmlVersion::Explicit1_0)),
            Event::GeneralRef(reference) => document.reference(&reference),
            Event::Decl(declaration) => encoding(&declaration, text),
            Event::DocType(_) => Err(Fault::plain(WebhookCode::XmlDoctype, DOCTYPE)),
            Event::Empty(_) | Event::Comment(_) | Event::PI(_) => Ok(()),
        }
        .map_err(|fault| fault.at(start))?;
    }
}

const DOCTYPE: &str = "its XML has a document type, which no gateway sends and which could define entities";

fn position(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn not_xml(reason: &str) -> Fault {
    Fault::plain(WebhookCode::NotXml, reason)
}

/// What the reader of XML refuses.
fn broken(error: &Error) -> Fault {
    not_xml(match error {
        Error::IllFormed(IllFormedError::UnclosedReference) => "its XML has an ampersand that begins no reference",
        Error::IllFormed(_) => "its XML closes elements in another order than it opens them",
        _ => "its XML breaks off or has a sign where none can stand",
    })
}

/// Refuses a text in the encoding that it declares. Of plain ASCII they are all the same, and some writers declare what
/// they do not write.
fn encoding(declaration: &BytesDecl, text: &str) -> Result<(), Fault> {
    match declaration.encoding() {
        Some(Ok(name)) if !is_utf8(&name) && !text.is_ascii() => Err(other_encoding(&name)),
        _ => Ok(()),
    }
}

fn other_encoding(name: &str) -> Fault {
    let reason = concat(&["its XML is in the encoding ", &quoted(name, 30), ", and only UTF-8 is read"]);
    Fault::plain(WebhookCode::UnsupportedEncoding, reason)
}

/// Where an element's content goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The root, which stands for the object around all.
    Root,
    /// An element around the entries of the list, or an entry itself: its first child tells.
    List,
    /// An element around entries.
    Wrapper,
    /// An entry.
    Entry,
    /// Any other element.
    Member,
}

/// An element that is open.
struct Open {
    place: Place,
    start: usize,
    text: String,
    /// Whether an element stands in it, so that it is an object.
    is_object: bool,
}

/// A document that is being read.
struct Document<'l> {
    list: &'l List,
    depth: u64,
    open: Vec<Open>,
    has_root: bool,
    has_list: bool,
    /// The entries of the list.
    listed: Writer,
    entries: Vec<Range<usize>>,
    /// The other members of the root.
    members: Writer,
}

impl<'l> Document<'l> {
    fn new(list: &'l List, depth: u64, length: usize) -> Document<'l> {
        let mut listed = Writer::with_capacity(length);
        listed.begin_list();
        let mut members = Writer::with_capacity(64);
        members.begin_object();
        let (open, entries) = (Vec::new(), Vec::new());
        Document { list, depth, open, has_root: false, has_list: false, listed, entries, members }
    }

    fn is_whole(&self) -> bool {
        self.has_root && self.open.is_empty()
    }

    /// Where what stands in an element of that place is written.
    fn out(&mut self) -> &mut Writer {
        let in_list = |open: &Open| matches!(open.place, Place::List | Place::Wrapper | Place::Entry);
        if self.open.iter().take(2).any(in_list) { &mut self.listed } else { &mut self.members }
    }

    fn open(&mut self, name: &str, start: usize) -> Result<(), Fault> {
        if self.open.len() as u64 >= self.depth {
            let reason = concat(&["its elements lie deeper in each other than `limits.depth` = ", &whole(self.depth)]);
            return Err(Fault::plain(WebhookCode::XmlTooDeep, reason));
        }
        let is_list = name == self.list.name;
        let place = match self.open.last().map(|parent| parent.place) {
            None if self.has_root => return Err(not_xml("its XML has a second root")),
            None | Some(Place::Root) if is_list => Place::List,
            None => Place::Root,
            Some(Place::List) if is_list || name == self.list.entry => Place::Wrapper,
            Some(Place::List | Place::Wrapper) => Place::Entry,
            Some(Place::Root | Place::Entry | Place::Member) => Place::Member,
        };
        self.has_root = true;
        self.has_list |= place == Place::List;
        let place = self.child(place, name);
        self.open.push(Open { place, start, text: String::new(), is_object: false });
        Ok(())
    }

    /// Makes room for a child in the innermost element, and says what the child is.
    fn child(&mut self, place: Place, name: &str) -> Place {
        let is_first = self.open.last().is_some_and(|parent| !parent.is_object);
        if let Some(parent) = self.open.last_mut() {
            parent.is_object = true;
            match (parent.place, place) {
                // The first child of an element of the list's name tells which of the two it is.
                (Place::List, Place::Wrapper) => parent.place = Place::Wrapper,
                (Place::List, _) => parent.place = Place::Entry,
                _ => {}
            }
        }
        match self.open.last().map(|parent| parent.place) {
            Some(Place::Wrapper) => return Place::Entry,
            None => return place,
            Some(Place::Root) if place == Place::List => return place,
            Some(Place::Root) => self.members.key(name),
            Some(_) => {
                let out = self.out();
                if is_first {
                    out.begin_object();
                }
                out.key(name);
            }
        }
        Place::Member
    }

    fn close(&mut self, end: usize) {
        // `out` looks at what is open, this element included.
        let Some(Open { place, start, .. }) = self.open.last() else { return };
        let (place, start) = (*place, *start);
        let (is_object, text) =
            self.open.last_mut().map(|open| (open.is_object, std::mem::take(&mut open.text))).unwrap_or_default();
        let is_blank = || text.trim_ascii().is_empty();
        match place {
            Place::Root | Place::Wrapper => {}
            // An empty list.
            Place::List if is_blank() => {}
            Place::List | Place::Entry | Place::Member => {
                if matches!(place, Place::List | Place::Entry) {
                    self.entries.push(start..end);
                }
                let out = self.out();
                if is_object { out.end_object() } else { out.string(&text) }
            }
        }
        self.open.pop();
    }

    fn text(&mut self, text: &str) -> Result<(), Fault> {
        match self.open.last_mut() {
            // What stands between elements says nothing.
            Some(open) if open.is_object => {}
            Some(open) => open.text.push_str(text),
            None if text.trim_ascii().is_empty() => {}
            None => return Err(not_xml("its XML has text outside of the root")),
        }
        Ok(())
    }

    fn reference(&mut self, reference: &BytesRef) -> Result<(), Fault> {
        if let Ok(Some(character)) = reference.resolve_char_ref() {
            return self.text(character.encode_utf8(&mut [0; 4]));
        }
        match resolve_xml_entity(reference) {
            Some(text) if !reference.is_char_ref() => self.text(text),
            _ => Err(not_xml("its XML refers to an entity that the standard does not predefine")),
        }
    }

    fn finish(mut self) -> Converted {
        if self.has_list {
            self.listed.end_list();
            self.members.key(self.list.name);
            self.members.raw(&text_of(self.listed));
        }
        self.members.end_object();
        Converted { json: text_of(self.members), entries: self.entries }
    }
}

fn text_of(out: Writer) -> String {
    String::from_utf8(out.into_bytes()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    const RESULTS: List = List { name: "results", entry: "result" };

    fn converted(text: &str) -> Result<Converted, Fault> {
        convert(text, &RESULTS, 6)
    }

    fn json(text: &str) -> String {
        converted(text)
            .map_or_else(|fault| format!("{} {:?}: {}", fault.code, fault.offset, fault.reason), |xml| xml.json)
    }

    #[test]
    fn lists_of_one_level_and_of_two_are_the_same() {
        let inside = "<to>1</to><status><id>5</id></status>";
        let expected = r#"{"messageCount":"2","results":[{"to":"1","status":{"id":"5"}},{"to":"2"}]}"#;
        let forms = [
            format!("<a><results>{inside}</results><results><to>2</to></results><messageCount>2</messageCount></a>"),
            format!("<a><results>{inside}</results><messageCount>2</messageCount><results><to>2</to></results></a>"),
            format!(
                "<a>\n <messageCount>2</messageCount><results>\n <results>{inside}</results><results><to>2</to></results></results></a>"
            ),
            format!(
                "<x:a xmlns:x='y'><x:results b='c'><x:result>{inside}</x:result><result><to>2</to></result></x:results><messageCount>2</messageCount></x:a>"
            ),
            format!(
                "<a><results><result>{inside}</result></results><messageCount>2</messageCount><results><result><to>2</to></result></results></a>"
            ),
        ];
        for form in forms {
            assert_eq!(json(&form), expected, "{form}");
        }
        let root = "<results><result><to>1</to></result><results><to>2</to></results></results>";
        assert_eq!(json(root), r#"{"results":[{"to":"1"},{"to":"2"}]}"#);
        assert_eq!(json("<results><to>1</to></results>"), r#"{"results":[{"to":"1"}]}"#);
        assert_eq!(json("<a><results/></a>"), r#"{"results":[]}"#);
        assert_eq!(json("<a><results> </results><b/></a>"), r#"{"b":"","results":[]}"#);
        assert_eq!(json("<a/>"), "{}");
        assert_eq!(json("<a><to>1</to><b><results><c/></results></b></a>"), r#"{"to":"1","b":{"results":{"c":""}}}"#);
    }

    #[test]
    fn each_entry_is_found_again() {
        let text =
            "<a>é<results><result><to>1</to></result> <result/><other>x</other></results><results>y</results></a>";
        let converted = converted(text).unwrap();
        assert_eq!(converted.json, r#"{"results":[{"to":"1"},"","x","y"]}"#);
        let entries: Vec<_> =
            converted.entries.iter().map(|range| text.get(range.clone()).unwrap_or_default()).collect();
        assert_eq!(entries, ["<result><to>1</to></result>", "<result/>", "<other>x</other>", "<results>y</results>"]);
    }

    #[test]
    fn texts() {
        let cases = [
            ("<a><t>a&lt;b&amp;&quot;&apos;&gt;&#65;&#x1F600;</t></a>", r#"{"t":"a<b&\"'>A😀"}"#),
            ("<a><t> a<![CDATA[<b>&amp;]]><!-- c --><?d e?>f </t></a>", r#"{"t":" a<b>&amp;f "}"#),
            ("<?xml version='1.0' encoding='UTF-8'?><a><t>é</t></a>\n", r#"{"t":"é"}"#),
            ("<?xml version='1.0' encoding='utf-16'?><a><t>e</t></a>", r#"{"t":"e"}"#),
            ("<a><t>1</t>2<t>3</t></a>", r#"{"t":"1","t":"3"}"#),
            ("<a><t>1\r\n2</t></a>", r#"{"t":"1\n2"}"#),
            ("<a><t x='&no;'/></a>", r#"{"t":""}"#),
        ];
        for (text, expected) in cases {
            assert_eq!(json(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        let order = "its XML closes elements in another order than it opens them";
        let entity = "its XML refers to an entity that the standard does not predefine";
        let cases = [
            (laughs, format!("xml_doctype Some(0): {DOCTYPE}")),
            ("<a><b></a></b>", format!("not_xml Some(6): {order}")),
            ("</a>", format!("not_xml Some(0): {order}")),
            ("<a>", "not_xml Some(3): its XML ends early".to_owned()),
            ("<a", "not_xml Some(0): its XML breaks off or has a sign where none can stand".to_owned()),
            (" ", "not_xml Some(1): its XML ends early".to_owned()),
            ("<a/><b/>", "not_xml Some(4): its XML has a second root".to_owned()),
            ("<a/>b", "not_xml Some(4): its XML has text outside of the root".to_owned()),
            ("<a>&b;</a>", format!("not_xml Some(3): {entity}")),
            ("<a>&#xD800;</a>", format!("not_xml Some(3): {entity}")),
            ("<a>&#0;</a>", format!("not_xml Some(3): {entity}")),
            ("<a>& b</a>", "not_xml Some(3): its XML has an ampersand that begins no reference".to_owned()),
            (
                "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>",
                "unsupported_encoding Some(0): its XML is in the encoding \"ISO-8859-1\", and only UTF-8 is read"
                    .to_owned(),
            ),
            (
                "<a><b><c><d><e><f><g/></f></e></d></c></b></a>",
                "xml_too_deep Some(18): its elements lie deeper in each other than `limits.depth` = 6".to_owned(),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(json(text), expected, "{text}");
        }
    }
}
