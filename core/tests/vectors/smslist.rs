//! The operations of the smslist family.

use smskernel::smslist::{
    Balance, Credited, DeliveryReport, Gateway, SentBulk, check_bulk, check_bulk_value, check_otp, check_otp_value,
    check_sms, check_sms_value,
};

use crate::dialect::{checks, operation, plans};
use crate::support::smslist::{credit, get_balance, get_delivery_report, send_bulk, send_otp, send_sms};

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

operation! {
    SmslistSendOtp, "smslist/send_otp", Gateway => SentBulk,
    send_otp, send_otp, send_otp_json, send_otp_value
}
checks! { SmslistSendOtp, check_otp, check_otp_value }

operation! {
    SmslistGetDeliveryReport, "smslist/get_delivery_report", Gateway => DeliveryReport,
    get_delivery_report, get_delivery_report, get_delivery_report_json, get_delivery_report_value
}

operation! {
    SmslistGetBalance, "smslist/get_balance", Gateway => Balance,
    get_balance, get_balance, get_balance_json, get_balance_value
}

operation! {
    SmslistCredit, "smslist/credit", Gateway => Credited,
    credit, credit, credit_json, credit_value
}
