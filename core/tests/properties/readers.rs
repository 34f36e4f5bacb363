//! Saved readers: what was saved comes back, and nothing else makes trouble.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;
use smskernel::infobip::{Destination, SendText, SentMessages, TextMessage};
use smskernel::smslist::SentBulk;
use smskernel::{ReplyHeaders, ReplyReader, Saved};

use crate::account;

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
    Ok(())
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
        let mut bytes = bytes;
        bytes.splice(0..0, *b"smskernel reader\x01\x11infobip.send_text");
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
