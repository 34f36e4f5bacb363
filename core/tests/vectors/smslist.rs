//! `smslist.send_bulk`.

use smskernel::smslist::{Gateway, SentBulk, check_bulk, check_bulk_value};

use crate::dialect::{checks, operation, plans};
use crate::support::smslist::send_bulk;

operation! {
    SmslistSendBulk, "smslist/send_bulk", Gateway => SentBulk,
    send_bulk, send_bulk, send_bulk_json, send_bulk_value
}
checks! { SmslistSendBulk, check_bulk, check_bulk_value }
plans! { SmslistSendBulk, bulk_planner }
