//! The answers, and what of them stands apart.

use smskernel::{Members, Tell, Timestamp, blackkonnect, infobip, smslist};

use crate::shared;

/// An answer of the core.
pub(crate) trait Answer: Members {
    /// Of a token its content, and when it expires. It stands apart, where nothing prints it.
    fn secret(&self) -> Option<(&str, Option<Timestamp>)> {
        None
    }
}

/// Declares the answers; of `tokens` the content is revealed.
macro_rules! answers {
    ($($dialect:ident: $($answer:ident)+ $(, tokens $($token:ident)+)?;)+) => { $(
        $( impl Answer for $dialect::$answer {} )+
        $( $(
            impl Answer for $dialect::$token {
                fn secret(&self) -> Option<(&str, Option<Timestamp>)> {
                    Some((self.reveal(), self.expires_at))
                }
            }
        )+ )?
    )+ };
}

answers! {
    infobip:
        SentMessages Reports Logs InboundMessages Schedule BulkStatus Preview Balance SessionEnded ConversionConfirmed,
        tokens Session OauthToken;
    blackkonnect: SimpleSmsMessageResponse BulkSmsMessageResponse DeliveryStatuses, tokens Token;
    smslist: SentBulk DeliveryReport Balance Credited;
}

/// The JSON text of an answer. Of a token `secret` has its content, and when it expires in milliseconds since 1970.
pub(crate) fn told(answer: &dyn Answer) -> String {
    let Some((content, expires_at)) = answer.secret() else { return shared::told(answer, &[]) };
    let expires_at = expires_at.map(Timestamp::unix_millis);
    let secret: [&dyn Tell; 2] = [&content, &expires_at];
    shared::told(answer, &[("secret", &secret)])
}
