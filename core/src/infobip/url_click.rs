//! Clicks on links.

use std::fmt;

use crate::fields::Extra;
use crate::json::{Error, Reader};
use crate::mask;
use crate::reply_json::{integer, members, owned, text};
use crate::reply_object::{keep_last, read_any, reply_object};
use crate::tell::answer;
use crate::time::Timestamp;

reply_object! {
    /// What a link was opened with.
    pub struct RecipientInfo {
        /// The kind of device.
        device_type = "deviceType": text;
        /// Its operating system.
        os = "os": text;
        /// Its name.
        device_name = "deviceName": text;
    }
}

reply_object! {
    /// Where a link was opened, as far as an address tells it.
    pub struct GeoLocationInfo {
        /// The country.
        country_name = "countryName": text;
        /// The city.
        city = "city": text;
    }
}

answer! {
    /// Somebody opened a link of a message. All members are optional.
    #[derive(Clone, Default, PartialEq)]
    pub struct UrlClick {
        /// What happened: `CLICKED` is the one that the documents show.
        pub notification_type = "notificationType": Option<String>,
        /// The number that the message was sent to.
        pub recipient = "recipient": Option<String>,
        /// The link as it was before it was shortened.
        pub url = "url": Option<String>,
        /// When, in milliseconds since 1970; [`send_time`](UrlClick::send_time) reads it.
        pub send_date_time = "sendDateTime": Option<i64>,
        /// The message's id.
        pub message_id = "messageId": Option<String>,
        /// The id of the request that it was sent with.
        pub bulk_id = "bulkId": Option<String>,
        /// What you gave with the message.
        pub callback_data = "callbackData": Option<String>,
        /// What it was opened with.
        pub recipient_info = "recipientInfo": Option<RecipientInfo>,
        /// Where.
        pub geo_location_info = "geoLocationInfo": Option<GeoLocationInfo>,
        /// Members that are not known here, in the order in which they came: the documents' list goes on.
        pub extra = "extra": Extra,
    }
}

impl UrlClick {
    /// When the link was opened, if the gateway says it.
    #[must_use]
    pub fn send_time(&self) -> Option<Timestamp> {
        self.send_date_time.map(Timestamp::from_unix_millis)
    }

    /// Reads one; none of what is no object, or tells of no link.
    pub(in crate::infobip) fn read(reader: &mut Reader<'_>) -> Result<Option<UrlClick>, Error> {
        let mut click = UrlClick::default();
        members(reader, &mut [], &mut |key, reader| {
            let slot = match key {
                "notificationType" => &mut click.notification_type,
                "recipient" => &mut click.recipient,
                "url" => &mut click.url,
                "messageId" => &mut click.message_id,
                "bulkId" => &mut click.bulk_id,
                "callbackData" => &mut click.callback_data,
                "sendDateTime" => {
                    click.send_date_time = integer(&text(reader)?);
                    return Ok(true);
                }
                "recipientInfo" => {
                    click.recipient_info = RecipientInfo::read(reader)?;
                    return Ok(true);
                }
                "geoLocationInfo" => {
                    click.geo_location_info = GeoLocationInfo::read(reader)?;
                    return Ok(true);
                }
                _ => {
                    if let Some(value) = read_any(reader)? {
                        click.extra.push((key.to_owned(), value));
                    }
                    return Ok(true);
                }
            };
            *slot = owned(text(reader)?);
            Ok(true)
        })?;
        keep_last(&mut click.extra);
        let tells_of_a_link = click.url.is_some() || click.notification_type.is_some();
        Ok(tells_of_a_link.then_some(click))
    }
}

impl fmt::Debug for UrlClick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = mask::words(self.notification_type.as_deref().unwrap_or("a click"));
        let recipient = mask::number(self.recipient.as_deref().unwrap_or_default());
        let id = mask::words(self.message_id.as_deref().unwrap_or("without id"));
        write!(f, "{recipient} {id}: {kind} {}", mask::url(self.url.as_deref().unwrap_or_default()))
    }
}
