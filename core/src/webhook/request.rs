//! A request as it arrived.

use std::fmt;

use crate::check::CheckOptions;
use crate::json::Value;
use crate::limits::limits;
use crate::violation::InvalidRequest;

limits! {
    /// How much of a webhook is read. Anybody can send one.
    Limits {
        /// Bytes of a body or a query that are read. Ours: ten thousand reports in XML, and no more, for what is read of small
        /// entries takes many times their memory.
        body_bytes = 16_000_000;
        /// How deep the elements of an XML body may lie in each other. Ours; JSON is read at any depth.
        depth = 64;
    }
}

impl Limits {
    /// Those that a host language gives as a tree. Wrong ones are reported as those of a gateway are.
    pub fn from_value(given: Value<'_>) -> Result<Limits, InvalidRequest> {
        let options = CheckOptions::from_values(given, Value::Null, Value::Null, Value::Null, None)?;
        options.policy(Limits::NAMES)?;
        let mut limits = Limits::default();
        for (name, value) in &options.limits.0 {
            // The policy found each known, and none negative.
            if let (Some(limit), Ok(value)) = (limits.get_mut(name), u64::try_from(*value)) {
                *limit = value;
            }
        }
        Ok(limits)
    }
}

/// The header fields of a webhook that matter, whatever their spelling. Printing them tells which are there.
#[derive(Clone, Default)]
pub struct Headers {
    content_type: Option<String>,
}

impl Headers {
    /// The names that are looked at, in lower case; a host language need pass no others.
    pub const NAMES: [&'static str; 1] = ["content-type"];

    /// Takes them from pairs of name and value. The first of several counts.
    pub fn from_pairs<N: AsRef<str>, V: AsRef<[u8]>>(pairs: impl IntoIterator<Item = (N, V)>) -> Headers {
        let mut headers = Headers::default();
        for (name, value) in pairs {
            if name.as_ref().eq_ignore_ascii_case("content-type") {
                let text = || String::from_utf8_lossy(value.as_ref()).trim().to_ascii_lowercase();
                headers.content_type.get_or_insert_with(text);
            }
        }
        headers
    }

    /// The whole `Content-Type`, in lower case.
    pub(super) fn content_type(&self) -> &str {
        self.content_type.as_deref().unwrap_or_default()
    }
}

impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Headers")?;
        f.debug_list().entries(self.content_type.as_ref().map(|_| Headers::NAMES[0])).finish()
    }
}

impl From<&http::HeaderMap> for Headers {
    fn from(map: &http::HeaderMap) -> Headers {
        Headers::from_pairs(map.iter().map(|(name, value)| (name.as_str(), value.as_bytes())))
    }
}

/// A request as it arrived. Prints its method and its sizes: query and body may hold a secret, numbers and texts.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request<'a> {
    /// Its method. Of `GET` and `HEAD` the query is read, of others the body; the other one where that is empty.
    pub method: &'a str,
    /// Its header fields.
    pub headers: Headers,
    /// What stands behind the question mark of its target, still encoded.
    pub query: &'a str,
    /// Its body, decompressed.
    pub body: &'a [u8],
    /// How much of it is read.
    pub limits: Limits,
}

impl<'a> Request<'a> {
    /// A request with the default limits.
    pub fn new(method: &'a str, headers: Headers, query: &'a str, body: &'a [u8]) -> Request<'a> {
        Request { method, headers, query, body, limits: Limits::default() }
    }

    /// The same, read within those limits.
    pub fn limits(self, limits: Limits) -> Request<'a> {
        Request { limits, ..self }
    }
}

/// What a server's framework hands over, its body collected.
impl<'a, B: AsRef<[u8]>> From<&'a http::Request<B>> for Request<'a> {
    fn from(request: &'a http::Request<B>) -> Request<'a> {
        let query = request.uri().query().unwrap_or_default();
        Request::new(request.method().as_str(), request.headers().into(), query, request.body().as_ref())
    }
}

impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &format_args!("{}", crate::mask::words(self.method)))
            .field("headers", &self.headers)
            .field("query", &format_args!("{} bytes", self.query.len()))
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_judged() {
        let given = |name: &str, value: Value<'static>| {
            let limits = Value::Object(vec![(name.to_owned().into(), value)]);
            Limits::from_value(limits).map_err(|error| error.to_string())
        };
        assert_eq!(given("depth", Value::Integer(9)), Ok(Limits { depth: 9, ..Limits::default() }));
        assert_eq!(given("body_bytes", Value::Integer(7)), Ok(Limits { body_bytes: 7, ..Limits::default() }));
        assert_eq!(Limits::from_value(Value::Null).map_err(|error| error.to_string()), Ok(Limits::default()));
        for (name, value, told) in [
            ("reply_bytes", Value::Integer(1), "limits.reply_bytes"),
            ("depth", Value::Integer(-1), "limits.depth"),
            ("body_bytes", Value::String("1".into()), "limits.body_bytes"),
        ] {
            assert!(given(name, value).is_err_and(|error| error.contains(told)), "{name}");
        }
    }
}
