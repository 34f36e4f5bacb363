//! Prints a page of `docs/` from the crate's own tables: `cargo run -p smskernel --example pages -- codes` or `outcomes`.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::fmt::Write as _;
use std::process::ExitCode;

use smskernel::blackkonnect::DELIVERY_STATUSES;
use smskernel::infobip::{DELIVERY_ERRORS, DELIVERY_ERRORS_SOURCE, ERROR_CODES, STATUSES, Status};
use smskernel::smslist::CODES;
use smskernel::webhook::{self, WebhookCode};
use smskernel::{
    Code, DIALECTS, HttpStatusRow, Limits, ReplyCode, ReplyError, ReplyHeaders, Resend, Rule, blackkonnect, infobip,
    smslist,
};

fn main() -> ExitCode {
    let page = match std::env::args().nth(1).as_deref() {
        Some("codes") => codes(),
        Some("outcomes") => outcomes(),
        _ => {
            println!("say which page: codes or outcomes");
            return ExitCode::FAILURE;
        }
    };
    print!("{page}");
    ExitCode::SUCCESS
}

const MADE: &str = "<!-- Made by `make docs` from the tables of the core. Change those, not this page. -->\n";

/// Text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace("{value}", "…").replace("{0}", "…").replace("{1}", "…").replace("{2}", "…")
}

fn line(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = page.write_fmt(text);
    page.push('\n');
}

fn codes() -> String {
    let mut page = String::from(MADE);
    page.push_str(
        "# Codes

A code is the stable name of what is wrong, the same in Rust, Python and JavaScript. Sentences may change, codes do not.

* [What is wrong with a request](#requests): the codes of a `Violation`.
* [Rules](#rules): each rule with its level, its grade and its source. One code may serve several rules.
* [Limits](#limits): the numbers that the rules use.
* [What is wrong with a reply](#replies): the codes of `Refused` and `UnreadableReply`.

## Requests

A violation of level *error* keeps the request from being built; *warnings* stand in `call.warnings`. A gateway's `allow`
turns the errors of a code into warnings, its `forbid` turns warnings into errors. Fixed codes stay what they are.

| code | level | fixed | meaning |
| --- | --- | --- | --- |
",
    );
    let of_dialects = DIALECTS.iter().map(|dialect| (format!("`{}`", dialect.name), dialect.rules));
    let groups: Vec<(String, &[&Rule])> =
        std::iter::once(("Every dialect".to_owned(), smskernel::RULES)).chain(of_dialects).collect();
    for code in Code::ALL {
        let mut levels: Vec<&str> = Vec::new();
        for rule in groups.iter().flat_map(|(_, rules)| rules.iter()).filter(|rule| rule.code == *code) {
            if !levels.contains(&rule.level.as_str()) {
                levels.push(rule.level.as_str());
            }
        }
        let fixed = if code.is_fixed() { "fixed" } else { "" };
        line(&mut page, format_args!("| `{code}` | {} | {fixed} | {} |", levels.join(", "), cell(code.meaning())));
    }
    page.push_str(
        "
## Rules

The grade says how well a rule is known: *documented* by the gateway or by a standard that it builds on, reported from
the *field* by people who use the gateway, or *inferred* from those. `…` stands for what was found.
",
    );
    for (title, rules) in groups {
        line(
            &mut page,
            format_args!("\n### {title}\n\n| code | level | grade | says | source |\n| --- | --- | --- | --- | --- |"),
        );
        for rule in rules {
            let (level, grade) = (rule.level.as_str(), rule.grade.as_str());
            let (says, source) = (cell(rule.sentence), cell(rule.source));
            line(&mut page, format_args!("| `{}` | {level} | {grade} | {says} | {source} |", rule.code));
        }
    }
    page.push_str(
        "
## Limits

Given as `limits` of a `Gateway` or of a check. Where each number comes from stands in the documentation of the Rust
type `Limits`.

| limit | default | used by |
| --- | --- | --- |
",
    );
    let mut limits = Limits::default();
    for name in Limits::NAMES {
        let default = limits.get_mut(name).copied().unwrap_or_default();
        let used: Vec<&str> =
            DIALECTS.iter().filter(|dialect| dialect.limits.contains(name)).map(|dialect| dialect.name).collect();
        line(&mut page, format_args!("| `{name}` | {default} | {} |", used.join(", ")));
    }
    page.push_str(
        "
## Replies

| code | meaning |
| --- | --- |
",
    );
    for code in ReplyCode::ALL {
        line(&mut page, format_args!("| `{code}` | {} |", cell(code.meaning())));
    }
    page.push_str(
        "
## Webhooks

Why a request that arrived became an `UnreadableWebhook`; see [Webhooks](webhooks.md).

| code | meaning |
| --- | --- |
",
    );
    for code in WebhookCode::ALL {
        line(&mut page, format_args!("| `{code}` | {} |", cell(code.meaning())));
    }
    page.push_str(
        "
| limit of a webhook | default |
| --- | --- |
",
    );
    let mut limits = webhook::Limits::default();
    for name in webhook::Limits::NAMES {
        line(&mut page, format_args!("| `{name}` | {} |", limits.get_mut(name).copied().unwrap_or_default()));
    }
    page
}

fn yes(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

#[expect(clippy::too_many_lines, reason = "one table after the other")]
fn outcomes() -> String {
    let mut page = String::from(MADE);
    page.push_str(
        "# Outcomes

Every message that was sent has an `Outcome`: where it stands (`state`), whether that is settled (`is_final`), the
gateway's own `code` and `text`, and whether it may be sent again (`resend`).

| `state` | meaning |
| --- | --- |
| `accepted` | the gateway has taken it |
| `pending` | it is on its way |
| `delivered` | it has arrived |
| `undeliverable` | it was sent and could not be delivered |
| `expired` | its time ran out |
| `rejected` | the gateway would not send it |
| `unknown` | nobody knows |

| `resend` | may it be sent again? |
| --- | --- |
| `never` | no: it is delivered, on its way, or refused for good |
| `safe` | yes: it was not delivered and will not be |
| `safe_after` | yes, after some time; `resend_after` says when, if the gateway does |
| `after_fix` | once the request, the account or the destination is mended; unchanged it fails again |
| `uncertain` | not yet: it may be on its way. Ask the gateway with its ids first |

A message that no entry of the reply is about, or whose reply never came, is `unknown` and `uncertain`.

## What becomes of a reply

The first row that fits decides, for every operation.

| HTTP status | body | becomes | `resend` |
| --- | --- | --- | --- |
| any | at least one entry is about a message of the call | the answer | each message its own |
| 2xx | a documented success without entries | the answer | |
| 2xx | a documented error about the whole request | `Refused` | by its code, else `uncertain` |
| 2xx | anything else, nothing included | `UnreadableReply` | `uncertain` |
| 3xx | | `UnreadableReply`, code `redirected` | `uncertain` |
| 1xx, or outside of 100 to 599 | | `UnreadableReply`, code `bad_status` | `uncertain` |
| 425, 429 | whatever it says | `Refused` | `safe_after` |
| other 4xx except 408 | whatever it says | `Refused` | `after_fix` |
| 408, 5xx | a documented error | `Refused` | `uncertain`, unless a source says otherwise of its code |
| 408, 5xx | anything else | `UnreadableReply` | `uncertain` |

The time of `safe_after` is the reply's `Retry-After`, else the one that is documented of its code, else not known.
An operation that sends nothing, such as one that asks for a status, is `safe` where a send is `uncertain`: asking again does
no harm.
An element of a list that is no object, or holds no known member, is no entry.

## Infobip: groups

What a status means that the table below lacks. The group counts by its number, else by its name.

| group | state | final | `resend` |
| --- | --- | --- | --- |
",
    );
    for group in 0..=5 {
        let mut status = Status::default();
        status.group_id = Some(group);
        let outcome = status.outcome();
        line(
            &mut page,
            format_args!("| {group} | {} | {} | `{}` |", outcome.state, yes(outcome.is_final), outcome.resend),
        );
    }
    page.push_str(
        "
## Infobip: statuses

Ids, names and groups are documented; the grade is that of `resend`, which mostly is inferred from names and notes.

| id | name | group | state | final | `resend` | grade | note | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
",
    );
    for row in STATUSES {
        let mut status = Status::default();
        status.id = Some(row.id);
        status.group_id = Some(row.group);
        let outcome = status.outcome();
        let old = row.name_2015.map(|name| format!(", in 2015 `{name}`")).unwrap_or_default();
        line(
            &mut page,
            format_args!(
                "| {} | `{}`{old} | {} | {} | {} | `{}` | {} | {} | {} |",
                row.id,
                row.name,
                row.group,
                outcome.state,
                yes(outcome.is_final),
                outcome.resend,
                row.grade.as_str(),
                cell(row.note),
                cell(row.source)
            ),
        );
    }
    delivery_errors(&mut page);
    page.push_str(
        "
## Infobip: codes of whole requests

What `messageId` of the old error body and `errorCode` of the new one mean where the HTTP status is a success; elsewhere the
status decides. Other codes are `uncertain`.

| code | `resend` | grade | source |
| --- | --- | --- | --- |
",
    );
    for row in ERROR_CODES {
        let (code, resend, grade, source) = (row.code, row.resend, row.grade.as_str(), row.source);
        line(&mut page, format_args!("| `{code}` | `{resend}` | {grade} | {source} |"));
    }
    http_statuses(&mut page, "Infobip", infobip::HTTP_STATUSES);
    page.push_str(
        "
## Blackkonnect: delivery statuses

The values of `deliveryStatus`, in whatever letter case. The documents show the first alone. Other values are `unknown` and
`uncertain`. A reply without one whose `isSuccessful` is true says `accepted`, `never`; one whose `isSuccessful` is false is
`Refused`, `uncertain`, for no document says what its `code` means.

| value | state | final | `resend` | grade | source |
| --- | --- | --- | --- | --- | --- |
",
    );
    for row in DELIVERY_STATUSES {
        let (state, settled, resend, grade) = (row.state, yes(row.is_final), row.resend, row.grade.as_str());
        let (name, source) = (row.name, row.source);
        line(&mut page, format_args!("| `{name}` | {state} | {settled} | `{resend}` | {grade} | {source} |"));
    }
    http_statuses(&mut page, "Blackkonnect", blackkonnect::HTTP_STATUSES);
    page.push_str(
        "
## smslist: codes

The codes of `response-code` (and of its old spelling `respose-code`). `resend` is documented for 4090 and inferred from
the words for the others.

| code | meaning | state | final | `resend` | grade | source |
| --- | --- | --- | --- | --- | --- | --- |
",
    );
    for row in CODES {
        let after = match (row.resend, row.after_seconds) {
            (Resend::SafeAfter, Some(seconds)) => format!(", {seconds} seconds"),
            _ => String::new(),
        };
        line(
            &mut page,
            format_args!(
                "| {} | {} | {} | {} | `{}`{after} | {} | {} |",
                row.code,
                cell(row.meaning),
                row.state,
                yes(row.state == smskernel::State::Rejected),
                row.resend,
                row.grade.as_str(),
                cell(row.source)
            ),
        );
    }
    page.push_str(
        "
## smslist: delivery statuses

What `delivery-description` of a report says, and `description` of a callback; the size of its letters and blanks between them do
not count. Where it is absent, its number is looked at. Other words are `unknown` and `uncertain`, and so is the answer
that there is no report: code 1008 by the table above, 1009 by the documents' example, which \"No dlr\" in its words tells apart.

| words | number | meaning | state | final | `resend` | grade | source |
| --- | --- | --- | --- | --- | --- | --- | --- |
",
    );
    for row in smslist::DELIVERY_STATUSES {
        let (state, settled, resend, grade) = (row.state, yes(row.is_final), row.resend, row.grade.as_str());
        let (name, number, meaning, source) = (row.name, row.number.unwrap_or_default(), row.meaning, row.source);
        line(
            &mut page,
            format_args!("| `{name}` | {number} | {meaning} | {state} | {settled} | `{resend}` | {grade} | {source} |"),
        );
    }
    http_statuses(&mut page, "smslist", smslist::HTTP_STATUSES);
    page
}

/// What the errors of Infobip's reports mean, behind what their statuses do.
fn delivery_errors(page: &mut String) {
    page.push_str(
        "
## Infobip: errors of reports

A report says beside its status why a message was not delivered, and whether that is permanent: whether the same message,
sent again unchanged, fails in the same way. Where it is, and the status says `safe` or `safe_after` of a message that failed, `resend`
is `after_fix`; all else is as the status says. The report's own `permanent` counts. This table does where a report has none; what is
not in it is not permanent.
",
    );
    line(page, format_args!("Source: {DELIVERY_ERRORS_SOURCE} (documented).\n"));
    for (permanent, title) in [(true, "permanent"), (false, "not permanent")] {
        for (group, name) in [(0, "none"), (1, "handset"), (2, "user"), (3, "operator")] {
            let rows = DELIVERY_ERRORS.iter().filter(|row| row.permanent == permanent && i64::from(row.group) == group);
            let errors: Vec<String> = rows.map(|row| format!("{} `{}`", row.id, row.name)).collect();
            if !errors.is_empty() {
                line(page, format_args!("* Group {group}, {name}, {title}: {}.", errors.join(", ")));
            }
        }
    }
}

/// The table of a dialect's HTTP statuses. What each becomes without a readable body is asked of the library itself.
fn http_statuses(page: &mut String, dialect: &str, rows: &[HttpStatusRow]) {
    line(
        page,
        format_args!(
            "\n## {dialect}: HTTP statuses\n\n\
             What a send becomes with a body that says nothing; one that says something decides with it, as above.\n\n\
             | status | meaning | becomes | state | final | `resend` | grade | source |\n\
             | --- | --- | --- | --- | --- | --- | --- | --- |"
        ),
    );
    for row in rows {
        let Err(error) = unreadable(row.status) else { continue };
        let becomes = match &error {
            ReplyError::Refused(_) => "Refused",
            ReplyError::Unreadable(_) => "UnreadableReply",
        };
        let outcome = error.outcome();
        let (state, settled, resend) = (outcome.state, yes(outcome.is_final), outcome.resend);
        let (status, meaning, grade, source) = (row.status, cell(row.meaning), row.grade.as_str(), row.source);
        line(
            page,
            format_args!(
                "| {status} | {meaning} | `{becomes}` | {state} | {settled} | `{resend}` | {grade} | {source} |"
            ),
        );
    }
}

/// What a reply to a send becomes that has this status and no body.
fn unreadable(status: u16) -> Result<(), ReplyError> {
    let gateway = infobip::Gateway::new("https://example.com", infobip::Auth::api_key("key"));
    let message = infobip::TextMessage::new("Hi").to("41793026727");
    let Ok(Ok(call)) = gateway.map(|gateway| gateway.send_text(&infobip::SendText::new([message]))) else {
        return Ok(());
    };
    call.parse(i64::from(status), &ReplyHeaders::default(), b"").map(|_| ())
}
