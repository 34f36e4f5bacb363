//! The operations of Infobip.

use smskernel::infobip::{
    Balance, BulkStatus, ConversionConfirmed, Gateway, InboundMessages, Logs, OauthToken, Preview, Reports, Schedule,
    SentMessages, Session, SessionEnded, check_binary, check_binary_multi, check_binary_multi_value,
    check_binary_single, check_binary_single_value, check_binary_value, check_text, check_text_multi,
    check_text_multi_value, check_text_single, check_text_single_value, check_text_value,
};

use crate::dialect::{checks, operation, plans};
use crate::support::infobip::{
    confirm_conversion, create_session, end_session, get_balance, get_bulk_status, get_inbox_logs, get_inbox_reports,
    get_logs, get_oauth_token, get_reports, get_schedule, preview, reschedule, send_binary, send_binary_multi,
    send_text, send_text_multi, set_bulk_status, simple_binary, simple_text,
};

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

operation! {
    InfobipSendTextSingle, "infobip/send_text_single", Gateway => SentMessages,
    simple_text, send_text_single, send_text_single_json, send_text_single_value
}
checks! { InfobipSendTextSingle, check_text_single, check_text_single_value }

operation! {
    InfobipSendTextMulti, "infobip/send_text_multi", Gateway => SentMessages,
    send_text_multi, send_text_multi, send_text_multi_json, send_text_multi_value
}
checks! { InfobipSendTextMulti, check_text_multi, check_text_multi_value }

operation! {
    InfobipSendBinarySingle, "infobip/send_binary_single", Gateway => SentMessages,
    simple_binary, send_binary_single, send_binary_single_json, send_binary_single_value
}
checks! { InfobipSendBinarySingle, check_binary_single, check_binary_single_value }

operation! {
    InfobipSendBinaryMulti, "infobip/send_binary_multi", Gateway => SentMessages,
    send_binary_multi, send_binary_multi, send_binary_multi_json, send_binary_multi_value
}
checks! { InfobipSendBinaryMulti, check_binary_multi, check_binary_multi_value }

operation! {
    InfobipGetSchedule, "infobip/get_schedule", Gateway => Schedule,
    get_schedule, get_schedule, get_schedule_json, get_schedule_value
}

operation! {
    InfobipReschedule, "infobip/reschedule", Gateway => Schedule,
    reschedule, reschedule + reschedule_at, reschedule_json, reschedule_value
}

operation! {
    InfobipGetBulkStatus, "infobip/get_bulk_status", Gateway => BulkStatus,
    get_bulk_status, get_bulk_status, get_bulk_status_json, get_bulk_status_value
}

operation! {
    InfobipSetBulkStatus, "infobip/set_bulk_status", Gateway => BulkStatus,
    set_bulk_status, set_bulk_status, set_bulk_status_json, set_bulk_status_value
}

operation! {
    InfobipPreview, "infobip/preview", Gateway => Preview,
    preview, preview, preview_json, preview_value
}

operation! {
    InfobipGetBalance, "infobip/get_balance", Gateway => Balance,
    get_balance, get_balance, get_balance_json, get_balance_value
}

operation! {
    InfobipCreateSession, "infobip/create_session", Gateway => Session,
    create_session, create_session, create_session_json, create_session_value, reveals Session::reveal
}

operation! {
    InfobipEndSession, "infobip/end_session", Gateway => SessionEnded,
    end_session, end_session, end_session_json, end_session_value
}

operation! {
    InfobipGetOauthToken, "infobip/get_oauth_token", Gateway => OauthToken,
    get_oauth_token, get_oauth_token, get_oauth_token_json, get_oauth_token_value, reveals OauthToken::reveal
}

operation! {
    InfobipConfirmConversion, "infobip/confirm_conversion", Gateway => ConversionConfirmed,
    confirm_conversion, confirm_conversion, confirm_conversion_json, confirm_conversion_value
}
