#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

use std::time::Duration;

use super::*;
use crate::outcome::{Outcome, State};

/// An answer for these tests alone: the body names its reading.
#[derive(Debug, PartialEq)]
struct Answer(&'static str);

const AFTER_300: Option<ResendAfter> = Some(ResendAfter::Delay(Duration::from_secs(300)));
const AFTER_7: Option<ResendAfter> = Some(ResendAfter::Delay(Duration::from_secs(7)));

impl sealed::Sealed for Answer {}

impl ReadReply for Answer {
    const OPERATIONS: &'static [&'static str] = &["test.answer"];
    const SENDS: bool = true;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<Answer> {
        let refusal = |resend: Option<Resend>, documented: bool, after: Option<ResendAfter>| {
            Reading::Refusal(Refusal { code: Some("C".to_owned()), resend, documented, after, ..Refusal::default() })
        };
        let fault = || Fault::plain(ReplyCode::NoKnownMessage, "other");
        match body {
            b"answer" => Reading::Answer(Answer("answer")),
            b"success" => Reading::Success(Answer("success")),
            b"fix" => refusal(Some(Resend::AfterFix), false, None),
            b"later" => refusal(Some(Resend::SafeAfter), false, None),
            b"documented" => refusal(Some(Resend::SafeAfter), true, AFTER_300),
            b"unknown" => refusal(None, false, None),
            b"said" => Reading::Other(fault().saying(Refusal { text: Some("T".to_owned()), ..Refusal::default() })),
            _ => Reading::Other(fault()),
        }
    }
}

const MANNER: Manner = Manner::of::<Answer>();

/// Every reading there is, and the two that [`decide`] finds itself.
const READINGS: [&str; 9] = ["answer", "success", "fix", "later", "documented", "unknown", "said", "other", ""];

/// What a reply becomes, with the error's code and gateway's code, resend and time.
#[derive(Debug, PartialEq)]
enum Becomes {
    Answer,
    Refused(Resend, Option<ResendAfter>, Option<&'static str>),
    Unreadable(ReplyCode),
}
use Becomes::{Refused as No, Unreadable};
use Resend::{AfterFix, SafeAfter, Uncertain};

fn reply(status: i64, headers: &ReplyHeaders, body: &str) -> Becomes {
    let sent = Sent::default();
    let read = |body: &[u8]| Answer::read(body, SentRef(&sent));
    match decide(&Received { status, headers, body: body.as_bytes() }, 100, MANNER, read) {
        Ok(answer) => {
            assert_eq!(answer.0, body);
            Becomes::Answer
        }
        Err(error) => {
            assert_eq!((error.status(), error.raw_body()), (status, body.as_bytes()));
            let outcome = error.outcome();
            match error {
                ReplyError::Refused(error) => {
                    let is_open = error.resend == Uncertain;
                    assert_eq!(outcome.state, if is_open { State::Unknown } else { State::Rejected });
                    assert_eq!((outcome.is_final, outcome.resend), (!is_open, error.resend));
                    assert_eq!(outcome.resend_after, error.resend_after);
                    let word = error.gateway_code.or(error.gateway_text);
                    No(
                        error.resend,
                        error.resend_after,
                        ["C", "T"].into_iter().find(|text| Some(*text) == word.as_deref()),
                    )
                }
                ReplyError::Unreadable(error) => {
                    assert_eq!(outcome, Outcome::unknown());
                    Unreadable(error.code)
                }
            }
        }
    }
}

/// What each reading becomes under a status, in the order of [`READINGS`], `Retry-After` being 7 or not there.
fn expected(status: i64, after: Option<ResendAfter>) -> [Becomes; 9] {
    use ReplyCode::{BadStatus, EmptyBody, NoKnownMessage, Redirected, UnexpectedJson};
    let rest = |becomes: fn() -> Becomes| {
        let mut all = [(); 9].map(|()| becomes());
        all[0] = Becomes::Answer;
        all
    };
    let documented = after.or(AFTER_300);
    match status {
        200..=299 => [
            Becomes::Answer,
            Becomes::Answer,
            No(AfterFix, None, Some("C")),
            No(SafeAfter, after, Some("C")),
            No(SafeAfter, documented, Some("C")),
            No(Uncertain, None, Some("C")),
            Unreadable(NoKnownMessage),
            Unreadable(NoKnownMessage),
            Unreadable(EmptyBody),
        ],
        300..=399 => rest(|| Unreadable(Redirected)),
        408 | 500..=599 => [
            Becomes::Answer,
            Unreadable(UnexpectedJson),
            No(Uncertain, None, Some("C")),
            No(Uncertain, None, Some("C")),
            No(SafeAfter, documented, Some("C")),
            No(Uncertain, None, Some("C")),
            Unreadable(NoKnownMessage),
            Unreadable(NoKnownMessage),
            Unreadable(EmptyBody),
        ],
        425 | 429 => [
            Becomes::Answer,
            No(SafeAfter, after, None),
            No(SafeAfter, after, Some("C")),
            No(SafeAfter, after, Some("C")),
            No(SafeAfter, documented, Some("C")),
            No(SafeAfter, after, Some("C")),
            No(SafeAfter, after, Some("T")),
            No(SafeAfter, after, None),
            No(SafeAfter, after, None),
        ],
        400..=499 => [
            Becomes::Answer,
            No(AfterFix, None, None),
            No(AfterFix, None, Some("C")),
            No(AfterFix, None, Some("C")),
            No(AfterFix, None, Some("C")),
            No(AfterFix, None, Some("C")),
            No(AfterFix, None, Some("T")),
            No(AfterFix, None, None),
            No(AfterFix, None, None),
        ],
        _ => rest(|| Unreadable(BadStatus)),
    }
}

#[test]
fn every_status_with_every_reading() {
    let (none, seven) = (ReplyHeaders::default(), ReplyHeaders::from_pairs([("Retry-After", "7")]));
    for status in (-1..=700).chain([i64::MIN, i64::MAX]) {
        for (headers, after) in [(&none, None), (&seven, AFTER_7)] {
            for (reading, expected) in READINGS.iter().zip(expected(status, after)) {
                assert_eq!(reply(status, headers, reading), expected, "{status} {reading} {after:?}");
            }
        }
    }
}

#[test]
fn blank_and_too_large_bodies_are_not_read() {
    let headers = ReplyHeaders::default();
    assert_eq!(reply(200, &headers, " \r\n\t"), Unreadable(ReplyCode::EmptyBody));
    let large = "x".repeat(101);
    assert_eq!(reply(200, &headers, &large), Unreadable(ReplyCode::ReplyTooLarge));
    assert_eq!(reply(503, &headers, &large), Unreadable(ReplyCode::ReplyTooLarge));
    assert_eq!(reply(401, &headers, &large), No(AfterFix, None, None));
    assert_eq!(reply(429, &headers, &large), No(SafeAfter, None, None));
    assert_eq!(reply(302, &headers, &large), Unreadable(ReplyCode::Redirected));
}

#[test]
fn a_redirect_says_where_to() {
    let headers = ReplyHeaders::from_pairs([("Location", "https://user:p@SECRET@example.com/x?SECRET")]);
    let error = decide(&Received { status: 302, headers: &headers, body: b"" }, 100, MANNER, |_| {
        Reading::<Answer>::Success(Answer(""))
    })
    .unwrap_err();
    let ReplyError::Unreadable(error) = error else { panic!("{error}") };
    assert_eq!(error.location.as_deref(), Some("https://example.com/x"));
    // Other statuses have nowhere to lead.
    let error = decide(&Received { status: 200, headers: &headers, body: b"" }, 100, MANNER, |_| {
        Reading::<Answer>::Success(Answer(""))
    })
    .unwrap_err();
    assert!(matches!(error, ReplyError::Unreadable(error) if error.location.is_none()));
}

#[test]
fn the_gateways_words_are_printed_in_one_line_and_masked() {
    let refusal = || Refusal {
        code: Some("C\n41793026727".to_owned()),
        text: Some(format!("to 41793026834\r{}", "x".repeat(1_000))),
        errors: {
            let mut errors = FieldErrors::default();
            errors.single(Some("mobile\t254712345678"), "\u{1b}[2J".into());
            errors.finish()
        },
        ..Refusal::default()
    };
    let read = |_: &[u8]| Reading::<Answer>::Refusal(refusal());
    let error = decide(&Received { status: 400, headers: &ReplyHeaders::default(), body: b"{}" }, 100, MANNER, read)
        .unwrap_err();
    let printed =
        [error.to_string(), format!("{error:?}"), format!("{:?}", error.outcome()), format!("{:?}", refusal())];
    for text in &printed {
        assert!(text.contains("C\\n4179.....727") && text.len() < 600, "{text}");
        assert!(!text.contains(char::is_control) && !text.contains("41793026834"), "{text}");
    }
    assert!(printed[0].contains("; mobile\\t2547.....678: \\u{1b}[2J; "), "{}", printed[0]);
    // What programs read is plain.
    let ReplyError::Refused(refused) = error else { panic!("{error}") };
    assert_eq!(refused.gateway_code.as_deref(), Some("C\n41793026727"));
    let headers = ReplyHeaders::from_pairs([("Location", "https://example.com/41793026727")]);
    let error = decide(&Received { status: 302, headers: &headers, body: b"" }, 100, MANNER, read).unwrap_err();
    assert!(error.to_string().contains("(to https://example.com/4179.....727)"), "{error}");
}
