//! Saved readers: what was saved comes back, and nothing else makes trouble.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;
use smskernel::blackkonnect::{
    BulkSmsMessageResponse, DeliveryStatuses, GetBulkStatus, SimpleSmsMessageResponse, Token,
};
use smskernel::infobip::{Destination, SendText, SentMessages, TextMessage};
use smskernel::smslist::SentBulk;
use smskernel::{ReadReply, ReplyHeaders, ReplyReader, Saved};

use crate::{account, client};

fn reader() -> impl Strategy<Value = ReplyReader<SentMessages>> {
    (vec(("[1-9][0-9]{6,14}", prop::option::of("\\PC{1,12}")), 1..9), any::<u32>()).prop_filter_map(
        "ids are unique and clean",
        |(destinations, limit)| {
            let gateway = account(&json!({ "limits": { "reply_bytes": limit } }));
            let message = destinations.into_iter().fold(TextMessage::new("Hi"), |message, (number, id)| {
                let to = Destination::new(number);
                message.to(match id {
                    Some(id) => to.message_id(id),
                    None => to,
                })
            });
            Some(gateway.send_text(&SendText::new([message])).ok()?.into_parts().1)
        },
    )
}

/// A reader of what only asks: another page's, with any content.
fn asking() -> impl Strategy<Value = ReplyReader<DeliveryStatuses>> {
    let extra = vec(("\\PC{0,6}", "\\PC{0,6}"), 0..3);
    ("\\PC{1,12}", prop::option::of(any::<i64>()), prop::option::of(1..9_i64), "\\PC{0,6}", extra).prop_filter_map(
        "the parameters are new ones",
        |(id, page, size, seen, extra)| {
            let mut request = GetBulkStatus::new(id);
            (request.page, request.size, request.seen) = (page, size, Some(seen));
            request.extra =
                extra.into_iter().map(|(name, value)| (name, smskernel::Value::String(value.into()))).collect();
            Some(client(&json!({})).get_bulk_status(&request).ok()?.into_parts().1)
        },
    )
}

/// Whatever opens saves to what opens as itself, and reads any of these pages as its copy does.
fn saves_and_opens<A: ReadReply + PartialEq + std::fmt::Debug>(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(reader) = ReplyReader::<A>::from_bytes(bytes) else { return Ok(()) };
    let twice = ReplyReader::<A>::from_bytes(&reader.to_bytes()).unwrap();
    prop_assert_eq!(twice.to_bytes(), reader.to_bytes());
    prop_assert_eq!(twice.len(), reader.len());
    for body in
        [r#"[{"messageId":"A"},{"uuid":"1"}]"#, r#"{"messageId":"A"}"#, r#"{"token":"a"}"#, r#"{"isSuccessful":true}"#]
    {
        let headers = ReplyHeaders::default();
        prop_assert_eq!(
            reader.parse_parts(200, &headers, body.as_bytes()),
            twice.parse_parts(200, &headers, body.as_bytes())
        );
    }
    Ok(())
}

/// Nothing that can be done with a reader panics.
fn use_up(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(saved) = Saved::open(bytes) {
        prop_assert!(
            bytes.windows(saved.operation().len().max(1)).any(|window| window == saved.operation().as_bytes())
                || saved.operation().is_empty()
        );
    }
    if let Ok(reader) = ReplyReader::<SentMessages>::from_bytes(bytes) {
        let again = reader.to_bytes();
        let twice = ReplyReader::<SentMessages>::from_bytes(&again).unwrap();
        prop_assert_eq!(twice.to_bytes(), again);
        prop_assert_eq!(reader.len(), twice.len());
        prop_assert_eq!(reader.no_reply(), twice.no_reply());
        prop_assert_eq!(reader.no_reply().messages.len(), reader.len());
        let body = br#"{"messages":[{"to":"41793026727","messageId":"1"}]}"#;
        let headers = ReplyHeaders::default();
        prop_assert_eq!(reader.parse_parts(200, &headers, body), twice.parse_parts(200, &headers, body));
    }
    prop_assert!(ReplyReader::<SentBulk>::from_bytes(bytes).is_err() || !bytes.is_empty());
    saves_and_opens::<DeliveryStatuses>(bytes)?;
    saves_and_opens::<Token>(bytes)?;
    saves_and_opens::<SimpleSmsMessageResponse>(bytes)?;
    saves_and_opens::<BulkSmsMessageResponse>(bytes)
}

proptest! {
    #[test]
    fn what_was_saved_comes_back(reader in reader()) {
        let bytes = reader.to_bytes();
        let saved = Saved::open(&bytes).unwrap();
        prop_assert_eq!(saved.operation(), "infobip.send_text");
        let back: ReplyReader<SentMessages> = saved.reader().unwrap();
        prop_assert_eq!(back.to_bytes(), bytes);
        prop_assert_eq!(back.no_reply(), reader.no_reply());
        prop_assert_eq!(back.len(), reader.len());
    }

    #[test]
    fn bytes_of_another_operation_are_refused_by_name(reader in reader()) {
        let error = ReplyReader::<SentBulk>::from_bytes(&reader.to_bytes()).unwrap_err().to_string();
        prop_assert!(error.contains("infobip.send_text") && error.contains("smslist.send_bulk"), "{error}");
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..100)) {
        use_up(&bytes)?;
        for operation in [
            "infobip.send_text", "infobip.send_binary", "blackkonnect.get_token", "blackkonnect.send_message",
            "blackkonnect.send_bulk", "blackkonnect.get_bulk_status", "blackkonnect.get_message_status",
        ] {
            let length = u8::try_from(operation.len()).unwrap();
            use_up(&[b"smskernel reader\x01", &[length][..], operation.as_bytes(), &bytes].concat())?;
        }
    }

    #[test]
    fn a_saved_question_goes_on_as_it_was(reader in asking(), other in asking()) {
        prop_assert!(reader.is_empty());
        let bytes = reader.to_bytes();
        let back: ReplyReader<DeliveryStatuses> = Saved::open(&bytes).unwrap().reader().unwrap();
        prop_assert_eq!((back.to_bytes(), back.operation()), (bytes, "blackkonnect.get_bulk_status"));
        let page = br#"[{"messageId":"A"},{"messageId":"B"},{"messageId":"C"}]"#;
        let read = |reader: &ReplyReader<DeliveryStatuses>| reader.parse_parts(200, &ReplyHeaders::default(), page).unwrap();
        prop_assert_eq!(read(&back).next, read(&reader).next);
        // Two readers that are not the same ask for different pages, or for none.
        if let (Some(one), Some(other)) = (read(&reader).next, read(&other).next) {
            let questions = (serde_json::to_value(&one).unwrap(), serde_json::to_value(&other).unwrap());
            prop_assert_eq!(one == other, questions.0 == questions.1);
        }
    }

    #[test]
    fn damaged_questions(reader in asking(), changes in vec((any::<Index>(), any::<u8>()), 1..4), cut in any::<Index>()) {
        let mut bytes = reader.to_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        use_up(&bytes)?;
        bytes.truncate(cut.index(bytes.len()));
        use_up(&bytes)?;
    }

    #[test]
    fn damaged_bytes(reader in reader(), changes in vec((any::<Index>(), any::<u8>()), 1..4), cut in any::<Index>()) {
        let mut bytes = reader.to_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        use_up(&bytes)?;
        bytes.truncate(cut.index(bytes.len()));
        use_up(&bytes)?;
    }
}
