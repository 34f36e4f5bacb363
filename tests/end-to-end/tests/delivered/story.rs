//! What all dialects share of the story: the rows, the mischief, the clock, and a client that meets the sandbox.

use std::collections::{BTreeMap, HashMap};
use std::fmt::{Debug, Write as _};

use serde_json::{Value, json};
use smskernel::webhook::{Headers, Request};
use smskernel::{Call, CallResult, ReadReply, ReplyError, ReplyReader};
use smskernel_end_to_end::{client, exchange};
use smskernel_sandbox::{API_KEY, AUTHORIZATIONS, Fate, PARTNER_ID, PASSWORD, Server, TOKEN, start};

use crate::listener::{Listener, Push};

pub(crate) const ROWS: usize = 1_000;

/// How many rows a call has at most: `limits.messages_per_call`.
pub(crate) const PER_CALL: i64 = 100;

/// Twenty rows, whose number is none.
pub(crate) fn is_bad(row: usize) -> bool {
    row % 50 == 7
}

/// Our id of a row, where ids may be words.
pub(crate) fn id_of(row: usize) -> String {
    format!("row-{row:03}")
}

/// The number of a row: it ends in the row's own digits, so that every fate occurs.
pub(crate) fn number_of(prefix: &str, row: usize) -> String {
    if is_bad(row) { "no number".to_owned() } else { format!("{prefix}{row:07}") }
}

/// What each of the ten calls meets. The 980 good rows fill nine calls, and the tenth has 80.
pub(crate) const CALLS: [&str; 10] = [
    "",
    "reordered+string-codes",
    // The gateway takes the messages, and its reply is lost.
    "close",
    // It takes them, and half of its reply arrives.
    "truncated",
    // It takes none of them, and only says that something went wrong.
    "status-500-html",
    // It refuses every tenth number, and repeats what it refuses, key and all, where the dialect allows it.
    "refuse-5+echo",
    "doubled",
    // The account runs out of money.
    "",
    // The reply lacks the last message.
    "missing+reordered",
    // It names messages by their numbers alone, and says which are refused.
    "no-ids+reordered+refuse-3",
];

/// Which call a good row is in.
pub(crate) fn call_of(row: usize) -> usize {
    (0..row).filter(|row| !is_bad(*row)).count() / 100
}

/// What the call of a row meets.
pub(crate) fn mischief_of(row: usize) -> &'static str {
    CALLS[call_of(row)]
}

/// Whether the reply to the send, as far as it arrived, lacks a row.
pub(crate) fn is_lost(row: usize) -> bool {
    let is_last = call_of(row) != call_of(row + 1);
    match mischief_of(row) {
        "close" | "truncated" => true,
        "missing+reordered" => is_last,
        _ => false,
    }
}

/// How many messages are refused: those that [`PAID`] leaves unpaid, and those of two calls by their last digit.
pub(crate) const REFUSED: usize = 100 - PAID + 10 + 8;

/// The call in which the balance runs out; before it the account has what pays for this many messages.
pub(crate) const POOR: usize = 7;
pub(crate) const PAID: usize = 50;

/// The call before which the account is topped up.
pub(crate) const RICH: usize = 8;

/// By how many seconds the clock moves in each step. Messages are with the operator after 10 seconds; the first are rejected
/// after 15, delivered after 20, undeliverable after 60, and expired after a day. 47 hours in all, for Infobip's log reaches
/// back 48.
pub(crate) const STEPS: [u32; 7] = [5, 10, 10, 60, 3_600, 86_400, 79_115];

/// One dialect's run: the sandbox, the listener that is pushed to, and all that was printed.
pub(crate) struct Story {
    server: Server,
    pub(crate) listener: Listener,
    client: ureq::Agent,
    run: &'static str,
    printed: String,
}

impl Story {
    pub(crate) fn begin(run: &'static str) -> Story {
        let listener = Listener::answering(|index| if index % 10 == 9 { 503 } else { 200 });
        Story { server: start().unwrap(), listener, client: client(), run, printed: String::new() }
    }

    pub(crate) fn base_url(&self) -> String {
        self.server.url_for(self.run, "")
    }

    /// Sends a call to the gateway, which is to misbehave so, and reads the reply by a reader that was saved before.
    pub(crate) fn send<A>(&mut self, call: Call<A>, modes: &str) -> CallResult<A>
    where
        A: ReadReply + Debug,
    {
        self.print(&call);
        let (mut request, reader) = call.into_parts();
        if !modes.is_empty() {
            let (plain, misbehaving) = (self.base_url(), self.server.url_for(self.run, modes));
            *request.uri_mut() = request.uri().to_string().replacen(&plain, &misbehaving, 1).parse().unwrap();
        }
        self.print(request.headers());
        let saved = reader.to_bytes();
        self.printed.push_str(&String::from_utf8_lossy(&saved));
        let reply = exchange(&self.client, request);
        let reader = ReplyReader::<A>::from_bytes(&saved).unwrap();
        let outcome = reply.map(|reply| reader.parse(&reply));
        self.print(&outcome);
        if let Some(Err(error)) = &outcome {
            self.print(&error.to_string());
        }
        (reader, outcome)
    }

    /// The answer to a question, which is to be answered.
    pub(crate) fn ask<A: ReadReply + Debug>(&mut self, call: Call<A>, modes: &str) -> A {
        self.send(call, modes).1.expect("a reply").expect("an answer")
    }

    /// Sends the ten calls of a plan, each with its mischief.
    pub(crate) fn send_all<A>(&mut self, calls: impl Iterator<Item = Call<A>>, poor_balance: f64) -> Vec<CallResult<A>>
    where
        A: ReadReply + Debug,
    {
        let calls: Vec<Call<A>> = calls.collect();
        assert_eq!(calls.len(), CALLS.len());
        let mut results = Vec::new();
        for (index, (call, modes)) in calls.into_iter().zip(CALLS).enumerate() {
            match index {
                POOR => self.set_balance(poor_balance),
                RICH => self.set_balance(1_000.0),
                _ => {}
            }
            results.push(self.send(call, modes));
        }
        for (index, (_, outcome)) in results.iter().enumerate() {
            let expected = match CALLS[index] {
                "close" => outcome.is_none(),
                "truncated" | "status-500-html" => matches!(outcome, Some(Err(ReplyError::Unreadable(_)))),
                _ => matches!(outcome, Some(Ok(_))),
            };
            assert!(expected, "call {index}: {outcome:?}");
        }
        results
    }

    /// Moves the clock; what the listener took of the pushes that were due, and whether any is still to come.
    pub(crate) fn advance(&mut self, seconds: u32, modes: &str) -> (Vec<Push>, bool) {
        let made = self.control(modes, "clock", &json!({"advance": seconds}));
        let taken: Vec<Push> = self.listener.take().into_iter().filter(|push| push.status == 200).collect();
        (taken, made["left"] != 0)
    }

    fn set_balance(&self, balance: f64) {
        self.control("", "balance", &json!({self.run: balance}));
    }

    /// What the sandbox says is left.
    pub(crate) fn balance(&self) -> f64 {
        let reply = self.client.get(format!("{}/control/balance", self.base_url())).call().unwrap();
        let body: Value = serde_json::from_reader(reply.into_body().into_reader()).unwrap();
        body[self.run].as_f64().unwrap()
    }

    /// Where the account's reports go from now on, and how they look.
    pub(crate) fn set_callback(&self, format: &str, shape: &str) {
        let url = self.listener.url("/");
        let callback = json!({"dialect": self.run, "url": url, "format": format, "shape": shape});
        self.control("", "callback", &callback);
    }

    fn control(&self, modes: &str, what: &str, body: &Value) -> Value {
        let url = format!("{}/control/{what}", self.server.url_for(self.run, modes));
        let reply = self.client.post(url).send(body.to_string()).unwrap();
        let status = reply.status();
        let told: Value = serde_json::from_reader(reply.into_body().into_reader()).unwrap();
        assert_eq!(status, 200, "{told}");
        told
    }

    /// What the sandbox recorded, by number.
    pub(crate) fn fates(&self) -> HashMap<String, Fate> {
        let fates = self.server.fates(Some(self.run));
        let count = fates.len();
        let by_number: HashMap<String, Fate> = fates.into_iter().map(|fate| (fate.to.clone(), fate)).collect();
        assert_eq!(by_number.len(), count, "no number was sent to twice");
        by_number
    }

    pub(crate) fn print(&mut self, what: &dyn Debug) {
        writeln!(self.printed, "{what:?}").unwrap();
    }

    /// Nothing that was printed, and no saved reader, holds a credential. The sandbox found no fault in any request but those
    /// that are allowed, and made pushes again that were refused.
    pub(crate) fn end(&self, allowed: &[&str]) {
        let pushes = self.server.pushes(Some(self.run));
        assert!(pushes.iter().any(|push| push.retry > 0 && push.status == Some(200)), "no push came again");
        let authorization = AUTHORIZATIONS.map(|value| value.split(' ').next_back().unwrap());
        for secret in authorization.into_iter().chain([API_KEY, PARTNER_ID, PASSWORD, TOKEN]) {
            assert!(!self.printed.contains(secret), "{secret} was printed");
        }
        for request in self.server.received(Some(self.run)) {
            for problem in request.problems {
                assert!(allowed.contains(&problem.path.as_str()), "{} {}: {problem:?}", request.method, request.path);
            }
        }
    }
}

/// The request in which something was pushed, as `parse_webhook` takes it.
pub(crate) fn arrived(push: &Push) -> Request<'_> {
    Request::new("POST", Headers::from_pairs([("content-type", &push.content_type)]), "", push.body.as_bytes())
}

/// How many there are of each.
pub(crate) fn counts<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}
