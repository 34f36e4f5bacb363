//! The body of errors.

use crate::json::Reader;
use crate::reply_json::{Envelope, open};
use crate::reply_object::reply_object;

reply_object! {
    /// The body of an error, which the documents name and do not show. Its members are those of RFC 9457, which defines an object of
    /// this name: inferred.
    pub struct ProblemDetail, open extra {
        /// A URI for the kind of problem.
        kind = "type": text;
        /// The problem in a few words, the same for all of its kind.
        title = "title": text;
        /// The HTTP status again.
        status = "status": integer;
        /// What is wrong this time.
        detail = "detail": text;
        /// A URI for this one occurrence.
        instance = "instance": text;
    }
}

impl ProblemDetail {
    /// The body of a refusal as a problem; `None` where it is not one. What of it matters stands in the refusal as
    /// well.
    #[must_use]
    pub fn from_body(body: &[u8]) -> Option<ProblemDetail> {
        let opened = open(body);
        match opened.read(|reader: &mut Reader| ProblemDetail::read(reader)) {
            Envelope::Read(problem) => {
                problem.filter(|problem| problem.kind.is_some() || problem.title.is_some() || problem.detail.is_some())
            }
            Envelope::Fault(_) => None,
        }
    }

    /// Whether its `status` is one of an error.
    pub(crate) fn is_of_an_error(&self) -> bool {
        self.status.is_some_and(|status| status >= 400)
    }

    /// Whether it is a problem, and not an object that has a member of one of these common names.
    pub(crate) fn tells_of_an_error(&self) -> bool {
        self.detail.is_some() || ((self.kind.is_some() || self.title.is_some()) && self.is_of_an_error())
    }

    /// What programs tell problems apart by: the kind, unless it is the one that says nothing, else the title.
    pub(crate) fn code(&self) -> Option<String> {
        self.kind.clone().filter(|kind| kind != "about:blank").or_else(|| self.title.clone())
    }
}
