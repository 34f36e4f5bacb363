//! Against `serde_json`, over documents and near-documents of every kind.

use proptest::prelude::*;

use super::super::{MAX_DEPTH, Reader, Value, Writer, decode, parse};
use super::{copy, from_serde, to_serde};

/// Any text, rich in what JSON has to escape.
fn text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => any::<char>(),
        4 => (0..0x80_u8).prop_map(char::from),
        2 => (0..0x20_u8).prop_map(char::from),
        1 => Just('"'),
        1 => Just('\\'),
    ];
    proptest::collection::vec(character, 0..40).prop_map(String::from_iter)
}

/// Any value.
fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        text().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            proptest::collection::vec((text(), inner), 0..8)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A heap of pieces that are JSON more often than chance would have it.
fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        " ",
        "\n",
        "\t",
        "\"",
        "\"a\"",
        "\"a\":",
        "\"\\u0041\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\\u",
        "\\",
        "\\n",
        "null",
        "true",
        "false",
        "0",
        "-",
        "-0",
        "17",
        "1.5",
        ".",
        "e",
        "E+2",
        "1e400",
        "99999999999999999999",
        "é",
        "\u{b}",
        "\0",
        "x",
    ]);
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// A document with some characters lost, added or changed.
fn damaged() -> impl Strategy<Value = String> {
    let damage =
        (any::<proptest::sample::Index>(), 0..3_u8, proptest::sample::select(br#"[]{},:"\ 0-1.eEutnf"#.to_vec()));
    (value(), any::<bool>(), proptest::collection::vec(damage, 0..3)).prop_map(|(value, pretty, damages)| {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) };
        let mut characters: Vec<char> = text.unwrap().chars().collect();
        for (at, how, byte) in damages {
            let at = at.index(characters.len() + 1);
            if how > 0 && at < characters.len() {
                characters.remove(at);
            }
            if how < 2 {
                characters.insert(at.min(characters.len()), byte.into());
            }
        }
        characters.into_iter().collect()
    })
}

/// Our reader and that of `serde_json` agree on a text, apart from what is documented.
fn agree(text: &str) {
    let ours = parse(text, MAX_DEPTH);
    match (&ours, serde_json::from_str::<serde_json::Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert_eq!(to_serde(ours), theirs),
        (Ok(_), Err(error)) => {
            // Ours keeps numbers beyond the range of floats as text, and replaces half surrogates.
            let error = error.to_string();
            let surrogate = error.contains("surrogate") || error.contains("unexpected end of hex escape");
            assert!(
                error.contains("number out of range") || surrogate && text.to_lowercase().contains("\\ud"),
                "only ours accepts {text:?}: {error}"
            );
        }
        (Err(error), Ok(_)) => panic!("only ours refuses {text:?}: {error}"),
        (Err(_), Err(_)) => {}
    }

    // The three ways through a text give the same.
    let mut reader = Reader::new(text);
    let skipped = reader.skip().and_then(|()| reader.end());
    assert_eq!(skipped, ours.clone().map(drop));
    let mut reader = Reader::new(text);
    let mut copied = Writer::with_capacity(0);
    let pulled = copy(&mut reader, &mut copied).and_then(|()| reader.end());
    assert_eq!(pulled, skipped);
    if let Ok(tree) = ours {
        let mut writer = Writer::with_capacity(0);
        writer.value(&tree);
        assert_eq!(writer.into_bytes(), copied.into_bytes());
        assert_eq!(tree.clone().into_owned(), tree);
    }
    // Nor does leniency refuse anything more.
    let mut reader = Reader::lenient(text);
    assert!(skipped.is_err() || reader.skip().is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_serde_json_writes_is_read(value in value(), pretty: bool) {
        let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let tree = parse(&text, 64).unwrap();
        prop_assert_eq!(tree, from_serde(&value));
        agree(&text);
    }

    #[test]
    fn what_is_written_is_what_serde_json_writes(value in value()) {
        let mut writer = Writer::with_capacity(0);
        writer.value(&from_serde(&value));
        prop_assert_eq!(String::from_utf8(writer.into_bytes()).unwrap(), serde_json::to_string(&value).unwrap());
    }

    #[test]
    fn both_readers_agree_on_pieces(text in pieces()) {
        agree(&text);
    }

    #[test]
    fn both_readers_agree_on_damaged_documents(text in damaged()) {
        agree(&text);
    }

    #[test]
    fn lenient_strings_hold_any_text(text in text()) {
        let json = format!("\"{}\"", text.replace(['"', '\\'], "?"));
        let read = Reader::lenient(&json).string().unwrap().into_owned();
        prop_assert_eq!(format!("\"{read}\""), json);
    }

    #[test]
    fn no_bytes_break_anything(mut bytes: Vec<u8>, start in proptest::option::of(proptest::sample::select(br#"[{"-1"#.to_vec()))) {
        bytes.splice(0..0, start);
        let (text, skipped) = decode::text(&bytes);
        prop_assert!(skipped == 0 || bytes.starts_with(b"\xEF\xBB\xBF"));
        prop_assert_eq!(&*text, &*String::from_utf8_lossy(&bytes[skipped..]));
        agree(&text);
        prop_assert!(matches!(parse(&text, 0), Err(_) | Ok(Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Number(_) | Value::String(_))));
    }
}
