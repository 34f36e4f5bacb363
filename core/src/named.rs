//! Operations by their names, for a host language that hands over the requests of all of them in one way.

use crate::call::{Call, Exchange, Parts};
use crate::check::CheckOptions;
use crate::json::Value;
use crate::judge::{Judge, Mode, Policy};
use crate::operation::{Given, Operation, build_by, check_by, read_and_finish, read_and_judge};
use crate::reply::ReadReply;
use crate::time::Timestamp;
use crate::violation::{InvalidRequest, Violation};

/// A call of any operation. [`Saved`](crate::Saved) opens the reader of its reply.
#[non_exhaustive]
pub struct NamedCall {
    /// The HTTP method.
    pub method: &'static str,
    /// The absolute URL.
    pub url: String,
    /// The header fields.
    pub headers: Vec<(&'static str, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
    /// What is unusual about the request.
    pub warnings: Vec<Violation>,
    /// The reader of the reply as bytes.
    pub reader: Vec<u8>,
    /// How many messages it sends, one text to one number each.
    pub messages: usize,
}

impl NamedCall {
    pub(crate) fn of(exchange: Exchange, sends: bool) -> NamedCall {
        let Exchange { parts: Parts { method, url, headers, body }, warnings, kept } = exchange;
        NamedCall { method, url, headers, body, warnings, reader: kept.to_bytes(), messages: kept.messages(sends) }
    }
}

impl<A: ReadReply> From<Call<A>> for NamedCall {
    fn from(call: Call<A>) -> NamedCall {
        NamedCall::of(call.into_exchange(), A::SENDS)
    }
}

impl std::fmt::Debug for NamedCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NamedCall({}, {} bytes)", self.method, self.body.len())
    }
}

/// An operation of such gateways, all other types left out.
pub(crate) struct Named<G> {
    name: &'static str,
    is_secret: bool,
    sends: bool,
    finish: fn(&G, Value<'_>, &mut Judge) -> Option<Parts>,
    judge: fn(Value<'_>, &mut Judge),
}

impl<G> Named<G> {
    pub(crate) const fn of<O: Operation<Gateway = G>>() -> Named<G> {
        Named {
            name: O::NAME,
            is_secret: O::IS_SECRET,
            sends: O::Answer::SENDS,
            finish: read_and_finish::<O>,
            judge: read_and_judge::<O>,
        }
    }
}

/// The call of the operation of that name.
pub(crate) fn call<G>(
    all: &[Named<G>],
    (gateway, policy): (&G, &Policy),
    name: &str,
    request: Given<'_>,
    now: Option<Timestamp>,
) -> Option<Result<NamedCall, InvalidRequest>> {
    let operation = all.iter().find(|operation| operation.name == name)?;
    let mut judge = Judge::new(policy, Mode::Request);
    judge.now = now;
    judge.is_secret = operation.is_secret;
    let mut read = |tree: Value<'_>, judge: &mut Judge| (operation.finish)(gateway, tree, judge);
    let built = build_by(&mut read, request, judge, operation.name);
    Some(built.map(|exchange| NamedCall::of(exchange, operation.sends)))
}

/// What is wrong with a finished payload of the operation of that name, if it sends.
pub(crate) fn check<G>(
    all: &[Named<G>],
    name: &str,
    payload: Given<'_>,
    options: &CheckOptions,
    known_limits: &[&'static str],
) -> Option<Result<Vec<Violation>, InvalidRequest>> {
    let operation = all.iter().find(|operation| operation.name == name && operation.sends)?;
    Some(check_by(payload, options, known_limits, operation.judge))
}

/// Declares the operations of a dialect.
macro_rules! named {
    ($($operation:ty),+ $(,)?) => {
        static NAMED: &[$crate::named::Named<Gateway>] = &[ $( $crate::named::Named::of::<$operation>() ),+ ];

        impl Gateway {
            /// The call of the operation of that name, which begins with that of the dialect; `None` if there is none.
            #[must_use]
            pub fn call_named(
                &self,
                operation: &str,
                request: $crate::Given<'_>,
                now: Option<$crate::Timestamp>,
            ) -> Option<Result<$crate::NamedCall, $crate::InvalidRequest>> {
                $crate::named::call(NAMED, (self, self.policy()), operation, request, now)
            }
        }

        /// Judges a finished payload of the operation of that name; `None` if there is none that sends.
        ///
        /// Content never fails; wrong options do.
        #[must_use]
        pub fn check_named(
            operation: &str,
            payload: $crate::Given<'_>,
            options: &$crate::CheckOptions,
        ) -> Option<Result<Vec<$crate::Violation>, $crate::InvalidRequest>> {
            $crate::named::check(NAMED, operation, payload, options, LIMITS)
        }
    };
}
pub(crate) use named;

#[cfg(all(test, feature = "infobip"))]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::infobip::{Auth, Balance, Gateway, Options, SentMessages, check_named, check_text};
    use crate::{ReplyForm, ReplyHeaders, Saved, SendAnswer};

    fn gateway() -> Gateway {
        Options::new("https://example.com", Auth::api_key("key")).build().unwrap()
    }

    #[test]
    fn a_named_call_is_the_typed_one() {
        let text = br#"{"messages": [{"to": "41793026727", "text": "a"}, {"text": "b"}]}"#;
        let typed = gateway().send_text_json(text, None).unwrap_err();
        let named = gateway().call_named("infobip.send_text", Given::Json(text), None).unwrap().unwrap_err();
        assert_eq!(named, typed);

        let text = br#"{"messages": [{"destinations": [{"to": "41793026727"}, {"to": "41793026731"}], "text": "a"}]}"#;
        let typed = NamedCall::from(gateway().send_text_json(text, None).unwrap());
        let named = gateway().call_named("infobip.send_text", Given::Json(text), None).unwrap().unwrap();
        assert_eq!((&named.url, &named.headers, &named.body), (&typed.url, &typed.headers, &typed.body));
        assert_eq!((&named.reader, named.messages), (&typed.reader, 2));
        assert_eq!(format!("{named:?}"), format!("NamedCall(POST, {} bytes)", named.body.len()));
    }

    #[test]
    fn what_asks_sends_no_message_and_has_no_payload_to_check() {
        let asked = gateway().call_named("infobip.get_balance", Given::Tree(Value::Object(vec![])), None);
        assert!(matches!(asked, Some(Ok(call)) if call.messages == 0));
        let options = CheckOptions::new();
        let payload = br#"{"messages": []}"#;
        let named = check_named("infobip.send_text", Given::Json(payload), &options);
        assert_eq!(named, Some(check_text(payload, &options)));
        assert_eq!(check_named("infobip.get_balance", Given::Json(b"{}"), &options), None);
    }

    #[test]
    fn another_name_is_none() {
        assert!(gateway().call_named("smslist.send_sms", Given::Json(b"{}"), None).is_none());
        assert_eq!(check_named("send_text", Given::Json(b"{}"), &CheckOptions::new()), None);
    }

    /// Answers as the type of all: how many messages they are about.
    static COUNTS: ReplyForm<usize> = ReplyForm::of::<SentMessages>(|body, sent| {
        <SentMessages as ReadReply>::read(body, sent).map(|answer| SendAnswer::len(&answer))
    });
    static NONE: ReplyForm<usize> =
        ReplyForm::of::<Balance>(|body, sent| <Balance as ReadReply>::read(body, sent).map(|_| 0));

    #[test]
    fn a_saved_reader_gives_answers_of_one_type() {
        let text = br#"{"messages": [{"destinations": [{"to": "41793026727"}, {"to": "41793026731"}], "text": "a"}]}"#;
        let call = gateway().send_text_json(text, None).unwrap();
        let bytes = call.reader().to_bytes();
        let saved = Saved::open(&bytes).unwrap();
        let reader = saved.reader_as(&COUNTS).unwrap();
        assert_eq!((reader.len(), reader.is_empty()), (2, false));
        assert_eq!(format!("{reader:?}"), "ReaderAs(infobip.send_text, 2 messages)");
        let headers = ReplyHeaders::default();
        let body = br#"{"messages": [{"to": "41793026727"}]}"#;
        assert_eq!(reader.parse_parts(200, &headers, body), Ok(2));
        assert_eq!(reader.parse_parts(500, &headers, b"").map(|_| ()), call.parse(500, &headers, b"").map(|_| ()));
        let refused = saved.reader_as(&NONE).unwrap_err().to_string();
        assert_eq!(refused, saved.reader::<Balance>().unwrap_err().to_string());
        assert_eq!(format!("{NONE:?}"), "ReplyForm(infobip.get_balance)");
    }
}
