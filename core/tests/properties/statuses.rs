//! The walk over a bulk's statuses: it ends whatever the gateway does, and one that keeps to its documents tells every status once.

use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};
use smskernel::blackkonnect::{DeliveryStatuses, GetBulkStatus};
use smskernel::{Call, ReplyHeaders, ReplyReader};

use crate::client;
use crate::support::form::pairs;

/// What a gateway says of its pages.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pagination {
    Nothing,
    /// The truth, the first page being that one.
    CountingFrom(usize),
    /// The same numbers on every page.
    Always(i64, i64),
}

/// A gateway that holds the statuses of one bulk.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each can be so or not")]
struct Bulk {
    statuses: usize,
    /// How many a page has where nobody asks.
    page_size: usize,
    looks_at_page: bool,
    looks_at_size: bool,
    /// What it takes for its first page.
    first_page: usize,
    /// Behind the last page it gives the last once more.
    stays_on_the_last: bool,
    pagination: Pagination,
    /// Whether it answers with an envelope.
    wraps: bool,
    /// Whether a page of one status is that status alone.
    is_bare: bool,
    /// Whether a message's status is another at each look.
    changes: bool,
}

impl Bulk {
    fn answer(self, call: &Call<DeliveryStatuses>, look: usize) -> Json {
        let query = pairs(call.url().split_once('?').map_or("", |(_, query)| query)).unwrap();
        let asked =
            |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.parse::<usize>().unwrap());
        let size = asked("size").filter(|size| self.looks_at_size && *size > 0).unwrap_or(self.page_size);
        let pages = self.statuses.div_ceil(size).max(1);
        let page = asked("page").filter(|_| self.looks_at_page).unwrap_or(self.first_page);
        let mut page = page.saturating_sub(self.first_page);
        if self.stays_on_the_last {
            page = page.min(pages - 1);
        }
        let shown: Vec<usize> = (0..self.statuses).skip(page * size).take(size).collect();
        let status = if self.changes && look % 2 == 1 { "DELIVERED" } else { "QUEUED" };
        let entry = |index: &usize| json!({ "uuid": format!("u{index}"), "messageId": format!("m{}", index / 2), "deliveryStatus": status });
        let entries: Vec<Json> = shown.iter().map(entry).collect();
        let pagination = match self.pagination {
            Pagination::Nothing => None,
            Pagination::CountingFrom(first) => {
                Some((page + first, pages)).map(|(page, pages)| json!({ "pageNumber": page, "totalPages": pages }))
            }
            Pagination::Always(page, pages) => Some(json!({ "pageNumber": page, "totalPages": pages })),
        };
        match (entries.as_slice(), self.wraps) {
            ([one], false) if self.is_bare => one.clone(),
            (_, false) => entries.into(),
            (_, true) => json!({ "items": entries, "itemPagination": pagination, "isSuccessful": true }),
        }
    }
}

fn any_bulk() -> impl Strategy<Value = Bulk> {
    let pagination = prop_oneof![
        Just(Pagination::Nothing),
        (0..2_usize).prop_map(Pagination::CountingFrom),
        (-2..30_i64, -2..30_i64).prop_map(|(page, pages)| Pagination::Always(page, pages)),
        Just(Pagination::Always(i64::MAX, i64::MAX)),
        Just(Pagination::Always(i64::MIN, i64::MAX)),
    ];
    let flags = any::<[bool; 6]>();
    (0..30_usize, 1..8_usize, 0..2_usize, pagination, flags).prop_map(
        |(statuses, page_size, first_page, pagination, [by_page, by_size, stays, wraps, is_bare, changes])| Bulk {
            statuses,
            page_size,
            looks_at_page: by_page,
            looks_at_size: by_size,
            first_page,
            stays_on_the_last: stays,
            pagination,
            wraps,
            is_bare,
            changes,
        },
    )
}

/// The statuses' ids that a walk brought, page by page.
fn walked(bulk: Bulk, first: GetBulkStatus) -> Result<Vec<String>, TestCaseError> {
    let gateway = client(&json!({}));
    let (mut question, mut seen) = (first, Vec::new());
    // As many pages as statuses, one that is empty, and twice one that was there before.
    for look in 0..bulk.statuses + 4 {
        let call = gateway.get_bulk_status(&question).unwrap();
        let body = bulk.answer(&call, look).to_string();
        let answer = call.parse(200, &ReplyHeaders::default(), body.as_bytes()).unwrap();
        // Another process goes on as this one would.
        let reader = ReplyReader::<DeliveryStatuses>::from_bytes(&call.reader().to_bytes()).unwrap();
        prop_assert_eq!(&reader.parse_parts(200, &ReplyHeaders::default(), body.as_bytes()).unwrap(), &answer);
        prop_assert!(!answer.is_repeated || answer.statuses.is_empty());
        seen.extend(answer.statuses.iter().map(|status| status.uuid.clone().unwrap()));
        let Some(next) = answer.next else { return Ok(seen) };
        prop_assert!(answer.is_repeated || !answer.statuses.is_empty());
        prop_assert_eq!((next.size, &next.sort), (question.size, &question.sort));
        prop_assert_eq!(next.page, Some(question.page.unwrap_or(0) + 1));
        let kept = serde_json::to_string(&next).unwrap();
        let again = gateway.get_bulk_status_json(kept.as_bytes(), None).unwrap();
        let call = gateway.get_bulk_status(&next).unwrap();
        prop_assert_eq!((again.url(), again.reader().to_bytes()), (call.url(), call.reader().to_bytes()));
        question = next;
    }
    Err(TestCaseError::fail("the walk goes on and on"))
}

fn from_the_start(size: Option<i64>) -> GetBulkStatus {
    let mut question = GetBulkStatus::new("bulk/1").sort("uuid,asc");
    question.size = size;
    question
}

fn all(bulk: Bulk) -> Vec<String> {
    (0..bulk.statuses).map(|index| format!("u{index}")).collect()
}

/// What a gateway may truly say of its pages.
fn truth() -> impl Strategy<Value = Pagination> {
    select(vec![Pagination::Nothing, Pagination::CountingFrom(0), Pagination::CountingFrom(1)])
}

proptest! {
    #[test]
    fn a_walk_ends_and_tells_no_status_twice(bulk in any_bulk(), size in of(0..8_i64), page in of(0..4_i64)) {
        let mut first = from_the_start(size);
        first.page = page;
        let mut seen = walked(bulk, first)?;
        let count = seen.len();
        seen.sort();
        seen.dedup();
        prop_assert_eq!(seen.len(), count);
    }

    #[test]
    fn an_honest_gateway_tells_every_status(
        bulk in any_bulk(), size in of(1..8_i64), pagination in truth(), first_page in 0..2_usize, longest in 1..8_usize,
    ) {
        // Whatever it takes for its first page, and though it may have a longest page of its own.
        let bulk = Bulk { pagination, looks_at_page: true, is_bare: false, first_page, page_size: longest, ..bulk };
        prop_assert_eq!(walked(bulk, from_the_start(size))?, all(bulk));
        let numbered = from_the_start(size).page(i64::try_from(first_page).unwrap());
        prop_assert_eq!(walked(bulk, numbered)?, all(bulk));
    }

    #[test]
    fn a_gateway_without_pages_tells_every_status(bulk in any_bulk(), size in of(1..8_i64)) {
        let bulk = Bulk { looks_at_page: false, looks_at_size: false, page_size: bulk.statuses.max(1), is_bare: false, ..bulk };
        prop_assert_eq!(walked(bulk, from_the_start(size))?, all(bulk));
    }

    #[test]
    fn pages_that_come_in_turns_end_the_walk(period in 1..6_usize, size in of(1..4_i64)) {
        let gateway = client(&json!({}));
        let (mut question, mut pages) = (Some(from_the_start(size).page(5)), 0);
        while let Some(asked) = question {
            let call = gateway.get_bulk_status(&asked).unwrap();
            let body = json!([{ "uuid": format!("u{}", pages % period) }, { "uuid": format!("v{}", pages % period) }]);
            let answer = call.parse(200, &ReplyHeaders::default(), body.to_string().as_bytes()).unwrap();
            prop_assert_eq!(answer.is_repeated, pages == period);
            pages += 1;
            question = answer.next;
        }
        prop_assert_eq!(pages, period + 1);
    }

    #[test]
    fn a_status_is_read_the_same_in_every_form(index in any::<u8>(), status in select(vec!["QUEUED", "DELIVERED", "odd"])) {
        let entry = json!({
            "uuid": format!("u{index}"), "messageId": "m", "bulkReferenceId": "b", "partReferenceId": "p",
            "destination": "254712345678", "sourceAddress": "SENDER", "deliveryStatus": status,
            "deliveryTimestamp": "2025-05-05T10:00:00Z",
        });
        let gateway = client(&json!({}));
        let bulk = gateway.get_bulk_status(&GetBulkStatus::new("b")).unwrap();
        let message = gateway.get_message_status(&smskernel::blackkonnect::GetMessageStatus::new("m")).unwrap();
        let read = |call: &Call<DeliveryStatuses>, body: &Json| {
            call.parse(200, &ReplyHeaders::default(), body.to_string().as_bytes()).unwrap()
        };
        let plain = read(&bulk, &json!([&entry])).statuses;
        for body in [json!([null, &entry, null]), entry.clone(), json!({ "data": &entry }), json!({ "items": [&entry] })] {
            prop_assert_eq!(&read(&bulk, &body).statuses, &plain);
            let answer = read(&message, &body);
            prop_assert_eq!((&answer.statuses, answer.next), (&plain, None));
        }
    }
}
