//! What the operations that send no message have in common: their way out, and how their replies are read.

use crate::fields::{Out, Record, write_object_but};
use crate::form::Pairs;
use crate::infobip::gateway::Gateway;
use crate::infobip::reply::said::Said;
use crate::json::{Error, Reader};
use crate::reply::{Fault, Reading, Refusal};
use crate::reply_json::{Envelope, members, open, text};
use crate::reply_object::Kept;
use crate::sent::Sent;
use crate::values::Id;

/// Declares an operation that sends no message: its name, its request and answer, and what finishes it. With `without auth`
/// its request holds the credentials, and the gateway needs none.
macro_rules! asks {
    ($operation:ident, $name:literal, $request:ty => $answer:ty, $finish:path $(, without $auth:ident)?) => {
        /// The operation.
        pub(crate) struct $operation;

        impl $crate::operation::Operation for $operation {
            const NAME: &'static str = $name;
            const IS_SECRET: bool = $crate::infobip::asking::asks!(@is_secret $($auth)?);
            type Gateway = $crate::infobip::Gateway;
            type Request = $request;
            type Answer = $answer;

            fn policy(gateway: &$crate::infobip::Gateway) -> &$crate::judge::Policy {
                gateway.policy()
            }

            fn judge(gateway: Option<&$crate::infobip::Gateway>, request: &$request, judge: &mut $crate::judge::Judge) {
                if !Self::IS_SECRET {
                    $crate::infobip::gateway::need_auth(gateway, judge);
                }
                request.judge(&$crate::path::Path::Root, judge);
            }

            fn finish(
                gateway: &$crate::infobip::Gateway,
                request: &$request,
                sent: &$crate::sent::Sent,
            ) -> $crate::call::Parts {
                $finish(gateway, request, sent)
            }
        }
    };
    (@is_secret $auth:ident) => { true };
    (@is_secret) => { false };
}
pub(crate) use asks;

/// A call that puts something to a bulk: its id stands in the query, all else in the body.
pub(crate) fn put_to_bulk(
    gateway: &Gateway,
    path: &str,
    bulk_id: Option<&Id>,
    request: &dyn Record,
    sent: &Sent,
) -> crate::call::Parts {
    let mut out = Out::new(64, sent);
    write_object_but(request, "bulkId", &mut out);
    let mut query = Pairs::default();
    query.push_some("bulkId", bulk_id.map(Id::as_str));
    gateway.send("PUT", &query.behind(path), out.json.into_bytes())
}

/// What a reader of members makes of one.
pub(crate) enum Member {
    /// It does not know it, and has not read it.
    Unknown,
    /// It is of a kind that says nothing.
    Empty,
    /// It says something.
    Found,
}

/// Why a body is no answer.
pub(crate) enum NoAnswer {
    Refusal(Refusal),
    Other(Fault),
}

impl NoAnswer {
    pub(crate) fn into_reading<A>(self) -> Reading<A> {
        match self {
            NoAnswer::Refusal(refusal) => Reading::Refusal(refusal),
            NoAnswer::Other(fault) => Reading::Other(fault),
        }
    }
}

/// Reads the reply to a question: an object, whose members `member` reads. It is an answer if none of them tells of an error,
/// and at least one says something, `expected` being the first of those; with no such name any object is one.
pub(crate) fn read_answer(
    body: &[u8],
    expected: &str,
    member: &mut dyn FnMut(&str, &mut Reader<'_>) -> Result<Member, Error>,
) -> Result<(), NoAnswer> {
    let opened = open(body);
    let (mut said, mut found) = (Said::default(), expected.is_empty());
    let read = opened.read(|reader| {
        let is_object = members(reader, &mut [], &mut |key, reader| {
            match member(key, reader)? {
                Member::Unknown => return said.read_member(key, reader),
                Member::Empty => {}
                Member::Found => found = true,
            }
            Ok(true)
        })?;
        if is_object {
            reader.end()?;
        }
        Ok(is_object)
    });
    let fault = match read {
        Envelope::Fault(fault) => return Err(NoAnswer::Other(fault)),
        Envelope::Read(true) => Fault::shape("expected an answer or an error", Some(expected)),
        Envelope::Read(false) => {
            found = false;
            Fault::shape("its JSON is no object", None)
        }
    };
    match said.into_refusal() {
        (true, refusal) => Err(NoAnswer::Refusal(refusal)),
        (false, _) if found => Ok(()),
        (false, said) => Err(NoAnswer::Other(fault.saying(said))),
    }
}

/// The same of an object that is kept.
pub(crate) fn read_kept(body: &[u8], expected: &str, object: &mut dyn Kept) -> Result<(), NoAnswer> {
    read_answer(body, expected, &mut |key, reader| {
        let Some(slot) = object.slot(key) else { return Ok(Member::Unknown) };
        Ok(if slot.put(text(reader)?) { Member::Found } else { Member::Empty })
    })
}

/// Declares an answer that is an object of a few members: the struct, and how it is read.
macro_rules! object_answer {
    (
        $(#[$outer:meta])*
        pub struct $name:ident of [$($operation:literal),+], expected $expected:literal { $($members:tt)* }
    ) => {
        $crate::reply_object::reply_object! {
            $(#[$outer])*
            pub struct $name, whole raw_body { $($members)* }
        }

        impl $crate::reply::sealed::Sealed for $name {}

        impl $crate::reply::ReadReply for $name {
            const OPERATIONS: &'static [&'static str] = &[$($operation),+];
            const SENDS: bool = false;

            fn read(body: &[u8], _: $crate::reply::SentRef<'_>) -> $crate::reply::Reading<$name> {
                let mut answer = $name { raw_body: body.to_vec(), ..$name::default() };
                match $crate::infobip::asking::read_kept(body, $expected, &mut answer) {
                    Ok(()) => $crate::reply::Reading::Success(answer),
                    Err(no_answer) => no_answer.into_reading(),
                }
            }
        }
    };
}
pub(crate) use object_answer;
