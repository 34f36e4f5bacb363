//! The XML shapes of pushed reports and inbound messages (Infobip reference, section 7.1).

use std::fmt::Write as _;

use crate::json::Json;
use crate::mischief::Modes;
use crate::modes::Mode;

/// How a list is written: its root, what stands around it, and each of its elements.
struct Shape {
    declaration: &'static str,
    root: &'static str,
    around: Option<&'static str>,
    each: &'static str,
}

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// Reports: `<reportResponse><results><result>`; in 2015 `<SMSReportResponse>` with `<results>` again and again, or in
/// two levels of one name, as logs and inboxes were.
pub(super) fn reports(results: &[Json], modes: &Modes) -> String {
    let shape = if modes.has(&Mode::NestedXml) {
        Shape { declaration: DECLARATION, root: "SMSReportResponse", around: Some("results"), each: "results" }
    } else if modes.has(&Mode::Old) {
        Shape { declaration: DECLARATION, root: "SMSReportResponse", around: None, each: "results" }
    } else {
        Shape { declaration: "", root: "reportResponse", around: Some("results"), each: "result" }
    };
    write(&shape, results, &[])
}

/// Inbound messages: `<reportResponse>` with both counts, in 2015 `<MOReportResponse>` with two levels of one name.
pub(crate) fn inbox(results: &[Json], pending: usize, modes: &Modes) -> String {
    let counts = [("messageCount", Json::number(results.len())), ("pendingMessageCount", Json::number(pending))];
    let shape = if modes.has(&Mode::Old) || modes.has(&Mode::NestedXml) {
        Shape { declaration: DECLARATION, root: "MOReportResponse", around: Some("results"), each: "results" }
    } else {
        Shape { declaration: "", root: "reportResponse", around: Some("results"), each: "result" }
    };
    write(&shape, results, &counts)
}

fn write(shape: &Shape, results: &[Json], counts: &[(&str, Json)]) -> String {
    let mut text = format!("{}<{}>", shape.declaration, shape.root);
    for (name, count) in counts {
        element(&mut text, name, count);
    }
    if let Some(around) = shape.around {
        let _ = write!(text, "<{around}>");
    }
    for result in results {
        element(&mut text, shape.each, result);
    }
    if let Some(around) = shape.around {
        let _ = write!(text, "</{around}>");
    }
    let _ = write!(text, "</{}>", shape.root);
    text
}

/// Writing to a String does not fail.
fn element(text: &mut String, name: &str, value: &Json) {
    let _ = write!(text, "<{name}>");
    match value {
        Json::Object(entries) => entries.iter().for_each(|(name, value)| element(text, name, value)),
        Json::List(items) => items.iter().for_each(|item| element(text, name, item)),
        Json::Text(value) => text.push_str(&escaped(value)),
        Json::Null => {}
        other => text.push_str(&other.to_string()),
    }
    let _ = write!(text, "</{name}>");
}

/// A text for the inside of an element. What XML 1.0 cannot hold becomes U+FFFD; a carriage return is written as a
/// reference, since a parser turns a bare one into a line feed.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' | '\n' => escaped.push(character),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn three_generations() {
        let results = [Json::object([("to", Json::text("1<2&\u{1}")), ("smsCount", Json::number(1))])];
        let of = |modes: &str| {
            let mut read = Modes::default();
            read.add(modes).unwrap();
            (reports(&results, &read), inbox(&results, 3, &read))
        };
        let inner = "<to>1&lt;2&amp;\u{fffd}</to><smsCount>1</smsCount>";
        let counts = "<messageCount>1</messageCount><pendingMessageCount>3</pendingMessageCount>";
        let (report, inbox) = of("new");
        assert_eq!(report, format!("<reportResponse><results><result>{inner}</result></results></reportResponse>"));
        assert_eq!(
            inbox,
            format!("<reportResponse>{counts}<results><result>{inner}</result></results></reportResponse>")
        );
        let (report, inbox) = of("old");
        let head = DECLARATION;
        assert_eq!(report, format!("{head}<SMSReportResponse><results>{inner}</results></SMSReportResponse>"));
        let nested = format!("<results><results>{inner}</results></results>");
        assert_eq!(inbox, format!("{head}<MOReportResponse>{counts}{nested}</MOReportResponse>"));
        assert_eq!(of("nested-xml").0, format!("{head}<SMSReportResponse>{nested}</SMSReportResponse>"));
    }
}
