//! `DELETE {base}/auth/1/session`
//!
//! Documented: the vendor's older pages and its OpenAPI file. Ends the session whose token the gateway has: make it with
//! `with_auth` of the [`Session`](crate::infobip::Session). The older page promises status 204 without a body, and shows `{}`.
//!
//! After a lost reply it can be asked again; a session that has ended is then refused with HTTP 401.

use std::fmt;

use crate::call::Parts;
use crate::fields::wire;
use crate::form::{judge_scalars, query};
use crate::infobip::asking::{Member, asks, read_answer};
use crate::infobip::gateway::Gateway;
use crate::judge::Judge;
use crate::path::Path;
use crate::reply::{ReadReply, Reading, SentRef, sealed};
use crate::sent::Sent;
use crate::tell::answer;

wire! {
    /// The request of [`Gateway::end_session`](crate::infobip::Gateway::end_session), which has no fields.
    pub struct EndSession, "an end of a session", judged by whole_request {}
}

fn whole_request(request: &EndSession, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &EndSession, sent: &Sent) -> Parts {
    gateway.ask("DELETE", &query("/auth/1/session", request, sent))
}

asks! { EndSessionOperation, "infobip.end_session", EndSession => SessionEnded, finish }

crate::operation::entries! {
    /// Ends the session whose token the gateway has. See [`end_session`](mod@crate::infobip::end_session).
    Gateway: EndSessionOperation, EndSession, SessionEnded, end_session, end_session_json, end_session_value
}

answer! {
    /// The answer to [`Gateway::end_session`](crate::infobip::Gateway::end_session), which says nothing but that it is so.
    #[derive(Clone, PartialEq, Eq)]
    pub struct SessionEnded {
        /// The body as it came, mostly empty. Never printed, never serialised.
        pub raw_body: Vec<u8>,
    }
}

impl fmt::Debug for SessionEnded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SessionEnded({} bytes)", self.raw_body.len())
    }
}

impl sealed::Sealed for SessionEnded {}

impl ReadReply for SessionEnded {
    const OPERATIONS: &'static [&'static str] = &["infobip.end_session"];
    const SENDS: bool = false;
    const MAY_BE_EMPTY: bool = true;

    fn read(body: &[u8], _: SentRef<'_>) -> Reading<SessionEnded> {
        let is_empty = body.iter().all(u8::is_ascii_whitespace);
        let read = if is_empty { Ok(()) } else { read_answer(body, "", &mut |_, _| Ok(Member::Unknown)) };
        match read {
            Ok(()) => Reading::Success(SessionEnded { raw_body: body.to_vec() }),
            Err(no_answer) => no_answer.into_reading(),
        }
    }
}
