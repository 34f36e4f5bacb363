//! From "sent" to "delivered": a thousand rows on each dialect, and in the end every row's outcome is what the sandbox
//! recorded.
//!
//! The story is the same in every language, and for every dialect:
//!
//! 1. A plan of [`ROWS`](story::ROWS) rows, each with an id of ours and a number of its own, sets aside the bad ones and cuts
//!    the others into ten calls. Each call meets the mischief that [`CALLS`](story::CALLS) has for it; during one of them the
//!    account runs out of money.
//! 2. Every reader is saved before its request goes out, and the reply is read by the restored one. A reply that never
//!    comes leaves the outcome of [`no_reply`](smskernel::ReplyReader::no_reply), an error its own.
//! 3. The clock goes through [`STEPS`](story::STEPS), 47 hours in all. After each step the test reads what was pushed to its
//!    listener, which refuses every tenth request, and asks for the rest.
//! 4. A [`Ledger`](ledger::Ledger) keeps the best outcome of each row.
//! 5. In the end every row is held to what the sandbox says became of it, and nothing that was printed holds a credential.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod blackkonnect;
mod infobip;
mod ledger;
#[path = "../../../sandbox/tests/support/listener.rs"]
mod listener;
mod smslist;
mod story;
