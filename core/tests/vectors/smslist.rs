//! The operations of the smslist family.

use smskernel::smslist::{Gateway, SentBulk, check_bulk, check_bulk_value, check_sms, check_sms_value};

use crate::dialect::{checks, operation, plans};
use crate::support::smslist::{send_bulk, send_sms};

operation! {
    SmslistSendBulk, "smslist/send_bulk", Gateway => SentBulk,
    send_bulk, send_bulk, send_bulk_json, send_bulk_value
}
checks! { SmslistSendBulk, check_bulk, check_bulk_value }
plans! { SmslistSendBulk, bulk_planner }

operation! {
    SmslistSendSms, "smslist/send_sms", Gateway => SentBulk,
    send_sms, send_sms, send_sms_json, send_sms_value
}
checks! { SmslistSendSms, check_sms, check_sms_value }
plans! { SmslistSendSms, sms_planner }
