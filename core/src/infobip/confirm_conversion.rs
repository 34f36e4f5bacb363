//! `POST {base}/ct/1/log/end/{messageId}`
//!
//! Documented: the vendor's OpenAPI file; the path without a body and the reply's member are those of the version 1 SDKs. Tells
//! the gateway that the receiver of a tracked message did what it was for, say gave back the PIN. The message must have been
//! sent with `tracking`.
//!
//! That confirming twice does no harm, so that it can be asked again after a lost reply, is inferred.

use crate::call::Parts;
use crate::fields::wire;
use crate::form::{Pairs, judge_path_part, judge_scalars, path_part};
use crate::infobip::asking::{asks, object_answer};
use crate::infobip::gateway::Gateway;
use crate::infobip::value_rules as check;
use crate::judge::Judge;
use crate::path::Path;
use crate::pieces::concat;
use crate::sent::Sent;
use crate::values::Id;

wire! {
    /// The request of [`Gateway::confirm_conversion`](crate::infobip::Gateway::confirm_conversion).
    pub struct ConfirmConversion, "a confirmation", judged by whole_request {
        /// The message's id, yours or that of the reply to the send. It stands in the URL.
        @required pub message_id = "messageId": Option<Id>, message_id;
    }
}

impl ConfirmConversion {
    /// The conversion by the message of that id.
    pub fn new(message_id: impl Into<Id>) -> ConfirmConversion {
        ConfirmConversion { message_id: Some(message_id.into()), ..ConfirmConversion::default() }
    }
}

fn message_id(id: &Id, at: &Path, judge: &mut Judge) {
    judge_path_part(id.as_str(), at, judge);
    if !id.as_str().is_empty() {
        check::message_id(id, at, judge);
    }
}

fn whole_request(request: &ConfirmConversion, at: &Path, judge: &mut Judge) {
    judge_scalars(&request.extra, at, judge);
}

fn finish(gateway: &Gateway, request: &ConfirmConversion, _: &Sent) -> Parts {
    let path = concat(&["/ct/1/log/end/", &path_part(request.message_id.as_ref().map_or("", Id::as_str))]);
    let mut query = Pairs::default();
    query.push_extra(&request.extra);
    gateway.ask("POST", &query.behind(&path))
}

asks! { ConfirmConversionOperation, "infobip.confirm_conversion", ConfirmConversion => ConversionConfirmed, finish }

crate::operation::entries! {
    /// Tells the gateway that a tracked message did its work. See
    /// [`confirm_conversion`](mod@crate::infobip::confirm_conversion).
    Gateway: ConfirmConversionOperation, ConfirmConversion, ConversionConfirmed, confirm_conversion, confirm_conversion_json, confirm_conversion_value
}

object_answer! {
    /// The answer to [`Gateway::confirm_conversion`](crate::infobip::Gateway::confirm_conversion).
    pub struct ConversionConfirmed of ["infobip.confirm_conversion"], expected "" {
        /// The conversion process that the message belongs to.
        process_key = "processKey": text;
    }
}
