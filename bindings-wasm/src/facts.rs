//! The tables of the core, so that the TypeScript side can be compared with them and need not repeat them.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use smskernel::{Code, DIALECTS, ObjectNames, ReplyCode, ReplyHeaders, Resend, State, infobip};

/// Everything that a binding may want to know.
pub(crate) struct Facts;

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("codes", Code::ALL)?;
        let fixed: Vec<&Code> = Code::ALL.iter().filter(|code| code.is_fixed()).collect();
        map.serialize_entry("fixedCodes", &fixed)?;
        map.serialize_entry("replyCodes", ReplyCode::ALL)?;
        map.serialize_entry("states", State::ALL)?;
        map.serialize_entry("resends", Resend::ALL)?;
        map.serialize_entry("replyHeaders", &ReplyHeaders::NAMES)?;
        map.serialize_entry("dialects", &DIALECTS.iter().map(|dialect| dialect.name).collect::<Vec<_>>())?;
        for dialect in DIALECTS {
            map.serialize_entry(dialect.name, &Dialect(dialect))?;
        }
        map.serialize_entry("days", &infobip::DAYS)?;
        map.serialize_entry("languages", &infobip::LANGUAGES)?;
        map.serialize_entry("transliterations", &infobip::TRANSLITERATIONS)?;
        map.serialize_entry("notifyContentTypes", &infobip::NOTIFY_CONTENT_TYPES)?;
        map.end()
    }
}

struct Dialect(&'static smskernel::Dialect);

impl Serialize for Dialect {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("limits", self.0.limits)?;
        let objects: Vec<Object> = self.0.objects.iter().map(|names| Object(names)).collect();
        map.serialize_entry("objects", &objects)?;
        map.end()
    }
}

/// An object's name, and pairs of the gateway's and our names of its fields.
struct Object(&'static ObjectNames);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pairs: Vec<(&str, &str)> = self.0.fields.iter().map(|field| (field.wire, field.ours)).collect();
        (self.0.name, pairs).serialize(serializer)
    }
}
