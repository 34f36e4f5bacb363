//! The pull reader: what it says comes next, how containers go, and what it says of faults.

use super::super::{Error, ErrorKind, Kind, Reader};
use super::{copy, end, expected};

#[test]
fn the_next_value_is_known_by_its_first_byte() {
    for (text, kind) in [
        ("null", Kind::Null),
        ("\t\r\n true", Kind::Bool),
        ("false", Kind::Bool),
        ("-1", Kind::Number),
        ("9", Kind::Number),
        ("\"\"", Kind::String),
        ("[", Kind::Array),
        ("{", Kind::Object),
    ] {
        let mut reader = Reader::new(text);
        assert_eq!(reader.peek(), Ok(kind));
        assert_eq!(reader.peek(), Ok(kind));
    }
    assert_eq!(Reader::new("  ").peek(), Err(end(2)));
    for text in ["]", ",", "}", ":", "<html>", "\u{b}1", "\u{a0}1", "\u{feff}1"] {
        assert_eq!(Reader::new(text).peek(), Err(expected(0, "a value")));
    }
}

#[test]
fn words_are_read_whole() {
    assert_eq!(Reader::new(" null").null(), Ok(()));
    assert_eq!(Reader::new("\ttrue").boolean(), Ok(true));
    assert_eq!(Reader::new("\nfalse").boolean(), Ok(false));
    assert_eq!(Reader::new("nul").null(), Err(expected(0, "null")));
    assert_eq!(Reader::new("True").boolean(), Err(expected(0, "true or false")));
    assert_eq!(Reader::new("fals").boolean(), Err(expected(0, "true or false")));
    assert_eq!(Reader::new("").boolean(), Err(end(0)));
}

#[test]
fn a_reply_is_read_field_by_field() -> Result<(), Error> {
    let text = r#" { "messages" : [ {"to":"41793026727","status":{"id":26,"x":[{}]}} , {"to":"\u0034","status":{}} ] ,
        "price": 0.0250, "bulkId":"1", "last": null } "#;
    let mut reader = Reader::new(text);
    let mut seen = Vec::new();
    let mut price = "";
    let mut object = reader.object()?;
    while let Some(key) = object.next(&mut reader)? {
        match &*key {
            "messages" => {
                let mut list = reader.array()?;
                while list.next(&mut reader)? {
                    let mut message = reader.object()?;
                    while let Some(key) = message.next(&mut reader)? {
                        match &*key {
                            "to" => seen.push(reader.string()?.into_owned()),
                            _ => reader.skip()?,
                        }
                    }
                }
            }
            "price" => price = reader.raw()?,
            "last" => reader.null()?,
            _ => reader.skip()?,
        }
    }
    reader.end()?;
    assert_eq!(seen, ["41793026727", "4"]);
    assert_eq!(price, "0.0250");
    assert_eq!(reader.offset(), text.len());
    Ok(())
}

#[test]
fn faults_are_found_where_they_are() {
    let bracket = "a comma or a closing bracket";
    let key = "a key in double quotes";
    for (text, error) in [
        ("", end(0)),
        ("[", end(1)),
        ("[1", end(2)),
        ("[1,", end(3)),
        ("[1,]", expected(3, "a value")),
        ("[,1]", expected(1, "a value")),
        ("[1 2]", expected(3, bracket)),
        ("[1}", expected(2, bracket)),
        ("[1;2]", expected(2, bracket)),
        ("[01]", expected(2, bracket)),
        ("[nullnull]", expected(5, bracket)),
        ("{", end(1)),
        ("{]", expected(1, key)),
        ("{1:2}", expected(1, key)),
        ("{'a':2}", expected(1, key)),
        ("{a:2}", expected(1, key)),
        ("{,}", expected(1, key)),
        ("{\"a\"", end(4)),
        ("{\"a\"}", expected(4, "a colon")),
        ("{\"a\":", end(5)),
        ("{\"a\":}", expected(5, "a value")),
        ("{\"a\":1", end(6)),
        ("{\"a\":1]", expected(6, bracket)),
        ("{\"a\":1,}", expected(7, key)),
        ("{\"a\":1 \"b\":2}", expected(7, bracket)),
        ("[1, // no\n2]", expected(4, "a value")),
    ] {
        assert_eq!(copy(&mut Reader::new(text), &mut super::Writer::with_capacity(0)), Err(error), "{text}");
        assert_eq!(Reader::new(text).skip(), Err(error), "{text}");
        assert_eq!(super::super::parse(text, 9), Err(error), "{text}");
    }
}

#[test]
fn nothing_may_follow_the_document() {
    for (text, offset) in [("{}x", 2), ("[] \n[]", 4), ("null\0", 4), ("1 <br>", 2), ("\"a\"\u{a0}", 3)] {
        let error = Error { offset, kind: ErrorKind::TrailingData };
        let mut reader = Reader::new(text);
        assert_eq!(reader.skip(), Ok(()));
        assert_eq!(reader.end(), Err(error));
        assert_eq!(super::super::parse(text, 9), Err(error));
    }
}

#[test]
fn errors_speak() {
    assert_eq!(Reader::new("[1 2]").skip().unwrap_err().to_string(), "expected a comma or a closing bracket at byte 3");
    assert_eq!(end(7).to_string(), "the text ends inside the document at byte 7");
    assert_eq!(ErrorKind::TooDeep.to_string(), "nested too deeply");
    assert_eq!(ErrorKind::TrailingData.to_string(), "more text after the end of the document");
    let reader = Reader::new("\"secret\"");
    assert_eq!(format!("{reader:?}"), "Reader(0 of 8 bytes)");
}
