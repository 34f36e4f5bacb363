//! Trees: what they keep, how deep they go, and what they show of themselves.

use std::borrow::Cow;

use super::super::{Error, ErrorKind, MAX_DEPTH, Reader, Value, parse, read_tree};

#[test]
fn order_and_duplicates_are_kept() {
    let tree = parse(r#"{"b":1,"a":[true,null,"x"],"b":{},"":-0}"#, 2).unwrap();
    let expected = Value::Object(vec![
        ("b".into(), Value::Integer(1)),
        ("a".into(), Value::List(vec![Value::Bool(true), Value::Null, Value::String("x".into())])),
        ("b".into(), Value::Object(vec![])),
        ("".into(), Value::Number("-0".into())),
    ]);
    assert_eq!(tree, expected);
    let Value::Object(members) = tree else { panic!() };
    assert!(members.iter().all(|(key, _)| matches!(key, Cow::Borrowed(_))));
}

#[test]
fn siblings_keep_to_their_own_container() {
    let text = r#"[[1,[2,3],{"a":[4],"b":{"c":5},"d":6},7],[],{},{"e":[]},8]"#;
    let tree = parse(text, 4).unwrap();
    let mut writer = super::Writer::with_capacity(0);
    writer.value(&tree);
    assert_eq!(writer.into_bytes(), text.as_bytes());
}

#[test]
fn depth_counts_open_brackets() {
    let too_deep = |offset| Err(Error { offset, kind: ErrorKind::TooDeep });
    assert_eq!(parse("1", 0), Ok(Value::Integer(1)));
    assert_eq!(parse(" [1]", 0), too_deep(1));
    assert!(parse("[1]", 1).is_ok());
    assert!(parse("[[],[],{}]", 2).is_ok());
    assert_eq!(parse("[1, {}]", 1), too_deep(4));
    assert_eq!(parse(r#"{"a": {"b": [] } }"#, 2), too_deep(12));
}

#[test]
fn no_depth_endangers_the_stack() {
    let text = "[".repeat(1_000_000);
    let error = Error { offset: MAX_DEPTH, kind: ErrorKind::TooDeep };
    assert_eq!(parse(&text, usize::MAX), Err(error));
    let text = format!("{}{}", "{\"a\":[".repeat(MAX_DEPTH / 2), "]}".repeat(MAX_DEPTH / 2));
    let tree = parse(&text, usize::MAX).unwrap().into_owned();
    assert_eq!(tree.clone(), tree);
    assert!(format!("{tree:?}").starts_with("Object { a: List [Object { a: List ["));
}

#[test]
fn a_part_of_a_document_can_become_a_tree() {
    let mut reader = Reader::lenient("[1, [\"a\nb\"] , 3]");
    let mut list = reader.array().unwrap();
    assert_eq!(list.next(&mut reader), Ok(true));
    assert_eq!(reader.skip(), Ok(()));
    assert_eq!(list.next(&mut reader), Ok(true));
    assert_eq!(read_tree(&mut reader, 1), Ok(Value::List(vec![Value::String("a\nb".into())])));
    assert_eq!(list.next(&mut reader), Ok(true));
    assert_eq!(read_tree(&mut reader, 0), Ok(Value::Integer(3)));
    assert_eq!(list.next(&mut reader), Ok(false));
    assert_eq!(reader.end(), Ok(()));
}

#[test]
fn debug_shows_shape_and_sizes_only() {
    let tree = Value::Object(vec![
        ("to".into(), Value::String("41793026727".into())),
        ("n".into(), Value::Integer(4711)),
        ("text".into(), Value::String("Artık".into())),
        ("price".into(), Value::Number("0.0815".into())),
        ("flag".into(), Value::Bool(true)),
        ("none".into(), Value::Null),
        ("data".into(), Value::Bytes(b"\0secret"[..].into())),
        ("when".into(), Value::Foreign("Date".into())),
        ("list".into(), Value::List(vec![Value::Integer(1), Value::Object(vec![])])),
        ("line\nbreak".into(), Value::Null),
    ]);
    assert_eq!(
        format!("{tree:?}"),
        "Object { to: String(11), n: Integer, text: String(5), price: Number(6), flag: Bool, none: Null, \
         data: Bytes(7), when: Foreign(Date), list: List [Integer, Object], line\\nbreak: Null }"
    );
}

#[test]
fn values_have_names_and_can_own_what_they_hold() {
    let text = String::from(r#"[null,true,1,1.5,"a",[],{"k":"v"}]"#);
    let mut tree = parse(&text, 2).unwrap().into_owned();
    drop(text);
    let Value::List(items) = &mut tree else { panic!() };
    items.push(Value::Bytes(Cow::Borrowed(b"b")).into_owned());
    items.push(Value::Foreign(Cow::Borrowed("datetime")).into_owned());
    let names: Vec<_> = items.iter().map(Value::type_name).collect();
    let expected =
        ["null", "true or false", "an integer", "a number", "a string", "a list", "an object", "bytes", "datetime"];
    assert_eq!(names, expected);
    assert_eq!(items[6], Value::Object(vec![("k".into(), Value::String("v".into()))]));
}
