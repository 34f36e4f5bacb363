//! The writer: commas, escapes, numbers.

use super::super::{Value, Writer};

fn written(write: impl FnOnce(&mut Writer)) -> String {
    let mut writer = Writer::with_capacity(0);
    write(&mut writer);
    String::from_utf8(writer.into_bytes()).unwrap()
}

#[test]
fn commas_stand_between_and_nowhere_else() {
    let text = written(|writer| {
        writer.begin_object();
        writer.known_key("\"messages\":");
        writer.begin_list();
        for _ in 0..2 {
            writer.begin_object();
            writer.known_key("\"to\":");
            writer.string("1");
            writer.key("empty \"");
            writer.begin_list();
            writer.end_list();
            writer.known_key("\"none\":");
            writer.begin_object();
            writer.end_object();
            writer.end_object();
        }
        writer.null();
        writer.boolean(true);
        writer.boolean(false);
        writer.integer(5);
        writer.raw("0.10");
        writer.begin_list();
        writer.begin_list();
        writer.end_list();
        writer.end_list();
        writer.end_list();
        writer.known_key("\"last\":");
        writer.null();
        writer.end_object();
    });
    let message = r#"{"to":"1","empty \"":[],"none":{}}"#;
    let expected = format!(r#"{{"messages":[{message},{message},null,true,false,5,0.10,[[]]],"last":null}}"#);
    assert_eq!(text, expected);
}

#[test]
fn integers_are_written_whole() {
    for value in [0, 1, -1, 9, 10, -10, 99, 100, 12_345_678_901, i64::MAX, i64::MIN, i64::MIN + 1] {
        assert_eq!(written(|writer| writer.integer(value)), value.to_string());
    }
}

#[test]
fn every_character_of_ascii_is_written_as_serde_json_writes_it() {
    for byte in 0..0x80 {
        let text = char::from(byte).to_string();
        assert_eq!(written(|writer| writer.string(&text)), serde_json::to_string(&text).unwrap());
    }
    let text = "\0\u{1}\u{8}\t\n\u{b}\u{c}\r\u{1f}\"\\/\u{7f}é\u{2028}😀";
    assert_eq!(
        written(|writer| writer.string(text)),
        "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u{7f}é\u{2028}😀\""
    );
}

#[test]
fn what_json_cannot_say_is_null() {
    let tree = Value::List(vec![Value::Bytes(b"a"[..].into()), Value::Foreign("Date".into()), Value::Integer(1)]);
    assert_eq!(written(|writer| writer.value(&tree)), "[null,null,1]");
}

#[test]
fn a_writer_shows_its_size_only() {
    let mut writer = Writer::with_capacity(0);
    writer.string("secret");
    assert_eq!(format!("{writer:?}"), "Writer(8 bytes)");
}
