//! What is built can be read back, through whichever door it came; `allow` and `forbid` move levels and nothing else.

use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Value as Json, json};
use smskernel::infobip::{check_text, check_text_value};
use smskernel::smslist::{check_bulk, check_bulk_value};
use smskernel::{CheckOptions, Code, InvalidRequest, Level, Violation};

use crate::models::{harmed, harms, send_bulk, send_text};
use crate::support::{infobip, smslist, tree};
use crate::{account, partner};

/// Body and warnings, or violations.
pub type Built = Result<(Vec<u8>, Vec<Violation>), Vec<Violation>>;

fn text_built(gateway: &smskernel::infobip::Gateway, request: &Json) -> Built {
    plain(gateway.send_text_json(request.to_string().as_bytes(), None))
}

fn bulk_built(gateway: &smskernel::smslist::Gateway, request: &Json) -> Built {
    plain(gateway.send_bulk_json(request.to_string().as_bytes(), None))
}

pub fn plain<A>(result: Result<smskernel::Call<A>, InvalidRequest>) -> Built {
    match result {
        Ok(call) => Ok((call.body().to_vec(), call.warnings().to_vec())),
        Err(error) => Err(error.violations),
    }
}

/// One account's data in every item, as the gateway writes it.
fn with_account(request: &Json) -> Json {
    let items: Vec<Json> = request["smslist"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let mut item = item.clone();
            item["partnerID"] = json!("12345");
            item["apikey"] = json!("key");
            item["shortcode"] = json!("SENDER");
            if item.get("pass_type").is_none() {
                item["pass_type"] = json!("plain");
            }
            // A moment with its offset goes out as Unix seconds, which is another property's matter.
            if item.get("timeToSend").is_some_and(|time| time.as_str().is_some_and(|time| time.contains('T'))) {
                item["timeToSend"] = json!("(a moment)");
            }
            item
        })
        .collect();
    json!({ "count": items.len(), "smslist": items })
}

fn without_moments(mut body: Json, request: &Json) -> Json {
    for (item, given) in body["smslist"].as_array_mut().unwrap().iter_mut().zip(request["smslist"].as_array().unwrap())
    {
        if given.get("timeToSend").is_some_and(|time| time.as_str().is_some_and(|time| time.contains('T'))) {
            assert!(item["timeToSend"].is_i64());
            item["timeToSend"] = json!("(a moment)");
        }
    }
    body
}

pub fn errors(violations: &[Violation]) -> Vec<&Violation> {
    violations.iter().filter(|violation| violation.level() == Level::Error).collect()
}

pub fn codes() -> impl Strategy<Value = Vec<&'static str>> {
    let movable: Vec<&'static str> =
        Code::ALL.iter().filter(|code| !code.is_fixed()).map(|code| code.as_str()).collect();
    let most = movable.len();
    subsequence(movable, 0..=most)
}

/// What a violation says, whatever its level.
fn face(violation: &Violation) -> (&str, Code, &str) {
    (violation.path(), violation.code(), violation.message())
}

/// For each violation of the first list the one of the second that says the same, in order. A number that is allowed is a
/// recipient, so whether it is one twice can change.
fn pairs<'v>(one: &'v [Violation], other: &'v [Violation]) -> Option<Vec<(&'v Violation, &'v Violation)>> {
    let mut rest = other.iter();
    one.iter()
        .filter(|violation| violation.code() != Code::DuplicateRecipient)
        .map(|violation| rest.find(|found| face(found) == face(violation)).map(|found| (violation, found)))
        .collect()
}

/// That allowing and forbidding those codes moved exactly their levels: nothing is lost, and more is said only where a shape
/// is tolerated, for then its value is judged on.
pub fn levels_alone_are_moved(base: &[Violation], moved: &[Violation], allow: &[&str], forbid: &[&str]) -> bool {
    let Some(pairs) = pairs(base, moved) else { return false };
    let counted = |list: &[Violation]| list.iter().filter(|found| found.code() != Code::DuplicateRecipient).count();
    let tolerated = base.iter().any(|found| {
        matches!(found.code(), Code::DuplicateKey | Code::MixedNames | Code::NullField | Code::UnknownKey)
    });
    let all_pair = counted(base) == counted(moved) || tolerated;
    all_pair
        && pairs.into_iter().all(|(before, after)| {
            let code = before.code().as_str();
            let expected = match before.level() {
                Level::Error if allow.contains(&code) && !before.rule().is_fixed => Level::Warning,
                Level::Warning if forbid.contains(&code) => Level::Error,
                level => level,
            };
            after.level() == expected
        })
}

proptest! {
    #[test]
    fn a_text_request_is_read_back_as_it_was_given(request in send_text(), version in 1..=2_u8) {
        let gateway = account(&json!({ "api_version": version }));
        let (body, warnings) = text_built(&gateway, &request).map_err(|found| TestCaseError::fail(format!("{found:?}")))?;
        prop_assert_eq!(&serde_json::from_slice::<Json>(&body).unwrap(), &request);
        // The typed door, and a tree.
        let typed = gateway.send_text(&infobip::send_text(&request).unwrap());
        prop_assert_eq!(plain(typed), Ok((body.clone(), warnings.clone())));
        prop_assert_eq!(plain(gateway.send_text_value(tree(&request), None)), Ok((body.clone(), warnings.clone())));
        // A finished payload of ours is fine, and says the same when it is sent again.
        let options = CheckOptions::new().api_version(version);
        let checked = check_text(&body, &options).unwrap();
        prop_assert_eq!(errors(&checked), Vec::<&Violation>::new());
        prop_assert_eq!(&checked, &warnings);
        prop_assert_eq!(plain(gateway.send_text_json(&body, None)), Ok((body, warnings)));
    }

    #[test]
    fn a_list_is_read_back_as_it_was_given(request in send_bulk()) {
        let gateway = partner(&json!({}));
        let (body, warnings) = bulk_built(&gateway, &request).map_err(|found| TestCaseError::fail(format!("{found:?}")))?;
        let parsed = serde_json::from_slice::<Json>(&body).unwrap();
        prop_assert_eq!(without_moments(parsed, &request), with_account(&request));
        let typed = gateway.send_bulk(&smslist::send_bulk(&request).unwrap());
        prop_assert_eq!(plain(typed), Ok((body.clone(), warnings.clone())));
        prop_assert_eq!(plain(gateway.send_bulk_value(tree(&request), None)), Ok((body.clone(), warnings)));
        let checked = check_bulk(&body, &CheckOptions::new()).unwrap();
        prop_assert_eq!(errors(&checked), Vec::<&Violation>::new());
        prop_assert_eq!(plain(gateway.send_bulk_json(&body, None)).map(|built| built.0), Ok(body));
    }

    #[test]
    fn a_changed_number_is_its_digits(parts in prop::collection::vec("[0-9]{1,4}", 3..5), signs in "[ .\u{a0}-]{0,3}", plus in "(\\+|00)?") {
        let digits: String = parts.concat();
        prop_assume!((7..=15).contains(&digits.len()) && !digits.starts_with('0'));
        let given = format!("{plus}{}", parts.join(&signs));
        let request = json!({ "messages": [{ "to": given.clone(), "text": "Hi" }] });
        let (body, warnings) = text_built(&account(&json!({})), &request).unwrap();
        let body: Json = serde_json::from_slice(&body).unwrap();
        prop_assert_eq!(&body["messages"][0]["destinations"][0]["to"], &json!(digits));
        let codes: Vec<Code> = warnings.iter().map(Violation::code).collect();
        prop_assert_eq!(codes, if given == digits { vec![] } else { vec![Code::NumberChanged] });
    }

    #[test]
    fn levels_alone_are_moved_in_texts(request in send_text(), harms in harms(4), allow in codes(), forbid in codes()) {
        let request = harmed(request, &harms);
        let base = text_built(&account(&json!({})), &request);
        let moved = text_built(&account(&json!({ "allow": allow, "forbid": forbid })), &request);
        let (found, after) = (violations(&base), violations(&moved));
        prop_assert!(levels_alone_are_moved(found, after, &allow, &forbid), "{found:?}\n{after:?}");
        prop_assert_eq!(moved.is_err(), !errors(after).is_empty());
        if let (Ok((before, _)), Ok((after, _))) = (base, moved) {
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn levels_alone_are_moved_in_lists(request in send_bulk(), harms in harms(4), allow in codes(), forbid in codes()) {
        let request = harmed(request, &harms);
        let base = bulk_built(&partner(&json!({})), &request);
        let moved = bulk_built(&partner(&json!({ "allow": allow, "forbid": forbid })), &request);
        let (found, after) = (violations(&base), violations(&moved));
        prop_assert!(levels_alone_are_moved(found, after, &allow, &forbid), "{found:?}\n{after:?}");
        prop_assert_eq!(moved.is_err(), !errors(after).is_empty());
        if let (Ok((before, _)), Ok((after, _))) = (base, moved) {
            prop_assert_eq!(before, after);
        }
    }

    #[test]
    fn a_harmed_text_request_is_built_or_refused_and_both_doors_agree(request in send_text(), harms in harms(6)) {
        let request = harmed(request, &harms);
        let gateway = account(&json!({}));
        let by_text = text_built(&gateway, &request);
        prop_assert_eq!(&plain(gateway.send_text_value(tree(&request), None)), &by_text);
        if let Ok(typed) = infobip::send_text(&request) {
            prop_assert_eq!(&plain(gateway.send_text(&typed)), &by_text);
        }
        agrees(&by_text)?;
        let options = CheckOptions::new();
        let checked = check_text(request.to_string().as_bytes(), &options).unwrap();
        prop_assert_eq!(&checked, &check_text_value(tree(&request), &options).unwrap());
        in_order(&checked)?;
    }

    #[test]
    fn a_harmed_list_is_built_or_refused_and_both_doors_agree(request in send_bulk(), harms in harms(6)) {
        let request = harmed(request, &harms);
        let gateway = partner(&json!({}));
        let by_text = bulk_built(&gateway, &request);
        prop_assert_eq!(&plain(gateway.send_bulk_value(tree(&request), None)), &by_text);
        if let Ok(typed) = smslist::send_bulk(&request) {
            prop_assert_eq!(&plain(gateway.send_bulk(&typed)), &by_text);
        }
        agrees(&by_text)?;
        let options = CheckOptions::new();
        let checked = check_bulk(request.to_string().as_bytes(), &options).unwrap();
        prop_assert_eq!(&checked, &check_bulk_value(tree(&request), &options).unwrap());
        in_order(&checked)?;
    }
}

pub fn violations(built: &Built) -> &[Violation] {
    match built {
        Ok((_, warnings)) => warnings,
        Err(violations) => violations,
    }
}

/// A refusal has an error; what is built has none, and its body is JSON.
pub fn agrees(built: &Built) -> Result<(), TestCaseError> {
    match built {
        Ok((body, warnings)) => {
            prop_assert_eq!(errors(warnings), Vec::<&Violation>::new());
            prop_assert!(serde_json::from_slice::<Json>(body).is_ok());
            in_order(warnings)
        }
        Err(violations) => {
            prop_assert!(!errors(violations).is_empty());
            in_order(violations)
        }
    }
}

/// Violations come message by message.
pub fn in_order(violations: &[Violation]) -> Result<(), TestCaseError> {
    let messages: Vec<usize> = violations
        .iter()
        .filter_map(|violation| violation.path().split_once('['))
        .filter(|(list, _)| ["messages", "smslist"].contains(list))
        .map(|(_, rest)| rest.split_once(']').unwrap().0.parse().unwrap())
        .collect();
    prop_assert!(messages.is_sorted(), "{violations:?}");
    Ok(())
}
