//! The operations of Infobip.

use smskernel::infobip::{
    Gateway, InboundMessages, Logs, Reports, SentMessages, check_binary, check_binary_value, check_text,
    check_text_value,
};

use crate::dialect::{checks, operation, plans};
use crate::support::infobip::{get_inbox_logs, get_inbox_reports, get_logs, get_reports, send_binary, send_text};

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

operation! {
    InfobipGetReports, "infobip/get_reports", Gateway => Reports,
    get_reports, get_reports, get_reports_json, get_reports_value
}

operation! {
    InfobipGetLogs, "infobip/get_logs", Gateway => Logs,
    get_logs, get_logs + get_logs_at, get_logs_json, get_logs_value
}

operation! {
    InfobipGetInboxReports, "infobip/get_inbox_reports", Gateway => InboundMessages,
    get_inbox_reports, get_inbox_reports, get_inbox_reports_json, get_inbox_reports_value
}

operation! {
    InfobipGetInboxLogs, "infobip/get_inbox_logs", Gateway => InboundMessages,
    get_inbox_logs, get_inbox_logs + get_inbox_logs_at, get_inbox_logs_json, get_inbox_logs_value
}
