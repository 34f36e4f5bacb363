//! `infobip.send_text` and `infobip.send_binary`.

use smskernel::infobip::{Gateway, SentMessages, check_binary, check_binary_value, check_text, check_text_value};

use crate::dialect::{checks, operation, plans};
use crate::support::infobip::{send_binary, send_text};

operation! {
    InfobipSendText, "infobip/send_text", Gateway => SentMessages,
    send_text, send_text + send_text_at, send_text_json, send_text_value
}
checks! { InfobipSendText, check_text, check_text_value }
plans! { InfobipSendText, text_planner }

operation! {
    InfobipSendBinary, "infobip/send_binary", Gateway => SentMessages,
    send_binary, send_binary + send_binary_at, send_binary_json, send_binary_value
}
checks! { InfobipSendBinary, check_binary, check_binary_value }
plans! { InfobipSendBinary, binary_planner }
