//! What the endpoints `…/single` and `…/multi` have in common: messages of a sender, numbers and a content, without ids and
//! options.

use std::marker::PhantomData;

use crate::call::Parts;
use crate::fields::{Field, Out};
use crate::infobip::gateway::{Gateway, need_auth};
use crate::infobip::recipients::Recipients;
use crate::infobip::reply::SentMessages;
use crate::judge::{Judge, Policy};
use crate::message_list::{judge_count, judge_messages};
use crate::operation::Operation;
use crate::path::Path;
use crate::sent::Sent;
use crate::shared_rules as shared;

/// A message of these endpoints.
pub(crate) trait SimpleMessage: Field {
    /// Where it goes.
    fn recipients(&self) -> Option<&Recipients>;
    /// Every rule on it; enters its numbers into the roll.
    fn judge_whole(&self, at: &Path, judge: &mut Judge);

    /// To how many numbers it goes.
    fn count(&self) -> usize {
        self.recipients().map_or(0, |to| to.numbers().len())
    }
}

/// Every rule on a message that is the request.
pub(crate) fn judge_single<M: SimpleMessage>(message: &M, judge: &mut Judge) {
    judge_count(1, message.count(), &shared::TOO_MANY_MESSAGES, &Path::Root.key("to"), judge);
    message.judge_whole(&Path::Root, judge);
}

/// Every rule on a list of messages.
pub(crate) fn messages<M: SimpleMessage>(messages: &[M], at: &Path, judge: &mut Judge) {
    judge_messages(messages, M::count, &shared::TOO_MANY_MESSAGES, M::judge_whole, at, judge);
}

/// One of the four endpoints.
pub(crate) trait Endpoint {
    /// The operation's name.
    const NAME: &'static str;
    /// The path for version 1 and that for version 2.
    const PATHS: [&'static str; 2];
    /// The request.
    type Request: Field;

    /// Every rule on values.
    fn judge(request: &Self::Request, judge: &mut Judge);
}

/// The operation of one of the four endpoints.
pub(crate) struct Simple<E>(PhantomData<E>);

impl<E: Endpoint> Operation for Simple<E> {
    const NAME: &'static str = E::NAME;
    type Gateway = Gateway;
    type Request = E::Request;
    type Answer = SentMessages;

    fn policy(gateway: &Gateway) -> &Policy {
        gateway.policy()
    }

    fn judge(gateway: Option<&Gateway>, request: &E::Request, judge: &mut Judge) {
        need_auth(gateway, judge);
        E::judge(request, judge);
    }

    fn finish(gateway: &Gateway, request: &E::Request, sent: &Sent) -> Parts {
        let mut out = Out::new(256 + sent.len() * 32, sent);
        request.write(&mut out);
        gateway.post(gateway.path_of(E::PATHS), out.json.into_bytes())
    }
}

/// Declares the content of a message of these endpoints, and how it is made.
macro_rules! simple_message {
    (
        $(#[$outer:meta])*
        $name:ident, $called:literal, judged by $whole:path, elsewhere $elsewhere:ident,
        { $($content:tt)* }
    ) => {
        $crate::fields::wire! {
            $(#[$outer])*
            pub struct $name, $called, judged by $whole, elsewhere $elsewhere {
                /// The sender: 3 to 11 letters and digits, or 3 to 14 digits. `from` on the wire.
                pub sender = "from": Option<$crate::values::Sender>, $crate::infobip::value_rules::sender;
                /// Where it goes: a number, or a list of them.
                @required pub to = "to": Option<$crate::infobip::Recipients>, $crate::infobip::Recipients::judge;
                $($content)*
            }
        }

        impl $name {
            /// Adds a number.
            pub fn to(mut self, number: impl Into<$crate::values::Number>) -> $name {
                self.to = Some(match self.to {
                    Some(to) => to.and(number.into()),
                    None => $crate::infobip::Recipients::One(number.into()),
                });
                self
            }
        }

        impl $crate::infobip::simple::SimpleMessage for $name {
            fn recipients(&self) -> Option<&$crate::infobip::Recipients> {
                self.to.as_ref()
            }
            fn judge_whole(&self, at: &$crate::path::Path, judge: &mut $crate::judge::Judge) {
                self.judge(at, judge);
            }
        }
    };
}
pub(crate) use simple_message;

/// Names the members of a message that belong to the endpoint `…/advanced` of its kind.
macro_rules! of_advanced {
    ($where_to:literal: $($member:literal)*; $($other:literal => $hint:literal;)*) => {
        &[ $( ($other, $hint), )* $( ($member, $where_to), )* ]
    };
}
pub(crate) use of_advanced;
