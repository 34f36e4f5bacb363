//! What became of messages: reports, the log, and clicks on links.

use pyo3::prelude::*;

use super::sent_messages::Status;
use crate::answer::{Kind, answer};
use crate::violation::Outcome;
use crate::webhook::MalformedEvent;

answer! {
    /// The answer to `Gateway.get_reports`: reports that are not handed out again.
    Reports in "smskernel.infobip" {
        /// What became of each message, in the order of the reply: a tuple of `DeliveryReport`.
        results: Kind::many::<DeliveryReport>(),
        /// Entries that tell of no message, with their text: a tuple of `MalformedEvent`.
        malformed: Kind::many::<MalformedEvent>(),
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// The answer to `Gateway.get_logs`.
    Logs in "smskernel.infobip" {
        /// What became of each message, in the order of the reply: a tuple of `DeliveryReport`.
        results: Kind::many::<DeliveryReport>(),
        /// Entries that tell of no message, with their text: a tuple of `MalformedEvent`.
        malformed: Kind::many::<MalformedEvent>(),
        /// The body as it came. Never printed.
        raw_body: Kind::BODY,
    }
}

answer! {
    /// What became of one message, as a report or the log tells it. All of it is optional but the outcome. Times are
    /// kept as they came; `datetime.fromisoformat` reads them.
    DeliveryReport in "smskernel.infobip" as event "delivery_report" {
        /// The id of the request that the message was sent with.
        bulk_id = None: Kind::SOME_TEXT,
        /// The message's id.
        message_id = None: Kind::SOME_TEXT,
        /// The number that it was sent to.
        to = None: Kind::SOME_NUMBER,
        /// Its sender, `from` on the wire.
        sender = None: Kind::SOME_SENDER,
        /// When it was sent, as the gateway wrote it.
        sent_at = None: Kind::SOME_TEXT,
        /// When its status was reached, as the gateway wrote it.
        done_at = None: Kind::SOME_TEXT,
        /// How many parts it was sent in.
        sms_count = None: Kind::SOME_INTEGER,
        /// The codes of country and network in one, such as `22801`.
        mcc_mnc = None: Kind::SOME_TEXT,
        /// What you gave with the message.
        callback_data = None: Kind::SOME_CONTENT,
        /// What it cost.
        price = None: Kind::maybe::<Price>(),
        /// Its status, as the gateway gave it.
        status = None: Kind::maybe::<Status>(),
        /// Why it was not delivered; `NO_ERROR` where it was.
        error = None: Kind::maybe::<DeliveryError>(),
        /// Its text. The log has it; reports of some operators do.
        text = None: Kind::SOME_CONTENT,
        /// The entity that it was sent for.
        entity_id = None: Kind::SOME_TEXT,
        /// The application that it was sent by.
        application_id = None: Kind::SOME_TEXT,
        /// The campaign that it belongs to.
        campaign_reference_id = None: Kind::SOME_TEXT,
        /// What status and error mean.
        outcome: Kind::one::<Outcome>(),
    }
}

answer! {
    /// What a message cost.
    Price in "smskernel.infobip" {
        /// The price of one part, as the gateway wrote the number: prices have up to ten digits behind the point.
        price_per_message = None: Kind::SOME_TEXT,
        /// The currency, such as `EUR`.
        currency = None: Kind::SOME_TEXT,
    }
}

answer! {
    /// Why a message was not delivered, as the gateway gave it; `NO_ERROR` where it was. All of it is optional, and no
    /// value is closed.
    DeliveryError in "smskernel.infobip" {
        /// The group's number.
        group_id = None: Kind::SOME_INTEGER,
        /// The group's name.
        group_name = None: Kind::SOME_TEXT,
        /// The error's number.
        id = None: Kind::SOME_INTEGER,
        /// The error's name.
        name = None: Kind::SOME_TEXT,
        /// What it says to people.
        description = None: Kind::SOME_TEXT,
        /// Whether the same message, sent again unchanged, fails in the same way.
        permanent = None: Kind::SOME_FLAG,
    }
}

answer! {
    /// Somebody opened a link of a message. All of it is optional.
    UrlClick in "smskernel.infobip" as event "url_click" {
        /// What happened: `CLICKED` is the one that the documents show.
        notification_type = None: Kind::SOME_TEXT,
        /// The number that the message was sent to.
        recipient = None: Kind::SOME_NUMBER,
        /// The link as it was before it was shortened. Its length is printed, for links may hold what is personal.
        url = None: Kind::SOME_CONTENT,
        /// When, in milliseconds since 1970.
        send_date_time = None: Kind::SOME_INTEGER,
        /// The message's id.
        message_id = None: Kind::SOME_TEXT,
        /// The id of the request that it was sent with.
        bulk_id = None: Kind::SOME_TEXT,
        /// What you gave with the message.
        callback_data = None: Kind::SOME_CONTENT,
        /// What it was opened with.
        recipient_info = None: Kind::maybe::<RecipientInfo>(),
        /// Where.
        geo_location_info = None: Kind::maybe::<GeoLocationInfo>(),
        /// Members that are not known here, as plain values: a dict. The documents' list goes on.
        extra: Kind::OPEN_OBJECT,
    }
}

answer! {
    /// What a link was opened with.
    RecipientInfo in "smskernel.infobip" {
        /// The kind of device.
        device_type = None: Kind::SOME_TEXT,
        /// Its operating system.
        os = None: Kind::SOME_TEXT,
        /// Its name.
        device_name = None: Kind::SOME_TEXT,
    }
}

answer! {
    /// Where a link was opened, as far as an address tells it.
    GeoLocationInfo in "smskernel.infobip" {
        /// The country.
        country_name = None: Kind::SOME_TEXT,
        /// The city.
        city = None: Kind::SOME_TEXT,
    }
}
