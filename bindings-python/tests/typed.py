"""From a vector's `params` to the package's request classes, where they can say them."""

from __future__ import annotations

from typing import Any

from smskernel import blackkonnect, infobip, smslist
from smskernel._request import Request


class Unfit(Exception):
    """The classes cannot say it: an unknown key, one without which no object can be made, two vocabularies in one."""


INFOBIP: dict[tuple[str, str], type[Request]] = {
    ("SendText", "messages"): infobip.TextMessage,
    ("SendText", "tracking"): infobip.Tracking,
    ("SendText", "sending_speed_limit"): infobip.SendingSpeedLimit,
    ("SendText", "url_options"): infobip.UrlOptions,
    ("TextMessage", "to"): infobip.Destination,
    ("TextMessage", "language"): infobip.Language,
    ("TextMessage", "delivery_time_window"): infobip.DeliveryTimeWindow,
    ("TextMessage", "regional"): infobip.Regional,
    ("SendBinary", "messages"): infobip.BinaryMessage,
    ("SendBinary", "tracking"): infobip.Tracking,
    ("SendBinary", "sending_speed_limit"): infobip.SendingSpeedLimit,
    ("BinaryMessage", "to"): infobip.Destination,
    ("BinaryMessage", "binary"): infobip.Binary,
    ("BinaryMessage", "delivery_time_window"): infobip.DeliveryTimeWindow,
    ("BinaryMessage", "regional"): infobip.Regional,
    ("DeliveryTimeWindow", "from_"): infobip.TimeOfDay,
    ("DeliveryTimeWindow", "to"): infobip.TimeOfDay,
    ("SimpleText", "regional"): infobip.Regional,
    ("SimpleBinary", "binary"): infobip.Binary,
    ("SendTextMulti", "messages"): infobip.SimpleText,
    ("SendBinaryMulti", "messages"): infobip.SimpleBinary,
    ("Regional", "india_dlt"): infobip.IndiaDlt,
    ("Regional", "turkey_iys"): infobip.TurkeyIys,
    ("Regional", "south_korea"): infobip.SouthKorea,
}
SMSLIST: dict[tuple[str, str], type[Request]] = {("SendBulk", "messages"): smslist.BulkMessage}
BLACKKONNECT: dict[tuple[str, str], type[Request]] = {
    ("BulkSmsMessageRequest", "messages"): blackkonnect.SmsMessage,
    ("SmsMessage", "to"): blackkonnect.MessageDestination,
    ("SmsMessage", "delivery_time_window"): blackkonnect.DeliveryWindow,
    ("DeliveryWindow", "from_"): blackkonnect.DeliveryTime,
    ("DeliveryWindow", "to"): blackkonnect.DeliveryTime,
}

ROOTS: dict[str, tuple[type[Request], dict[tuple[str, str], type[Request]]]] = {
    "infobip/send_text": (infobip.SendText, INFOBIP),
    "infobip/send_binary": (infobip.SendBinary, INFOBIP),
    "infobip/send_text_single": (infobip.SimpleText, INFOBIP),
    "infobip/send_text_multi": (infobip.SendTextMulti, INFOBIP),
    "infobip/send_binary_single": (infobip.SimpleBinary, INFOBIP),
    "infobip/send_binary_multi": (infobip.SendBinaryMulti, INFOBIP),
    "infobip/get_reports": (infobip.GetReports, INFOBIP),
    "infobip/get_logs": (infobip.GetLogs, INFOBIP),
    "infobip/get_inbox_reports": (infobip.GetInboxReports, INFOBIP),
    "infobip/get_inbox_logs": (infobip.GetInboxLogs, INFOBIP),
    "infobip/get_schedule": (infobip.GetSchedule, INFOBIP),
    "infobip/reschedule": (infobip.Reschedule, INFOBIP),
    "infobip/get_bulk_status": (infobip.GetBulkStatus, INFOBIP),
    "infobip/set_bulk_status": (infobip.SetBulkStatus, INFOBIP),
    "infobip/preview": (infobip.PreviewRequest, INFOBIP),
    "infobip/get_balance": (infobip.GetBalance, INFOBIP),
    "infobip/create_session": (infobip.CreateSession, INFOBIP),
    "infobip/end_session": (infobip.EndSession, INFOBIP),
    "infobip/get_oauth_token": (infobip.GetOauthToken, INFOBIP),
    "infobip/confirm_conversion": (infobip.ConfirmConversion, INFOBIP),
    "blackkonnect/get_token": (blackkonnect.TokenRequest, BLACKKONNECT),
    "blackkonnect/send_message": (blackkonnect.SimpleSmsMessageRequest, BLACKKONNECT),
    "blackkonnect/send_bulk": (blackkonnect.BulkSmsMessageRequest, BLACKKONNECT),
    "blackkonnect/get_bulk_status": (blackkonnect.GetBulkStatus, BLACKKONNECT),
    "blackkonnect/get_message_status": (blackkonnect.GetMessageStatus, BLACKKONNECT),
    "smslist/send_bulk": (smslist.SendBulk, SMSLIST),
    "smslist/send_sms": (smslist.SendSms, SMSLIST),
    "smslist/send_otp": (smslist.SendOtp, SMSLIST),
    "smslist/get_delivery_report": (smslist.GetDeliveryReport, SMSLIST),
    "smslist/get_balance": (smslist.GetBalance, SMSLIST),
    "smslist/credit": (smslist.Credit, SMSLIST),
}


def request(operation: str, params: Any) -> Request:
    """The typed request of `params`."""
    root, parts = ROOTS[operation]
    made = _value(root, params, parts)
    if not isinstance(made, Request):
        raise Unfit
    return made


def _value(kind: type[Request], given: Any, parts: dict[tuple[str, str], type[Request]]) -> Any:
    if isinstance(given, list):
        return [_value(kind, item, parts) for item in given]
    if not isinstance(given, dict):
        return given
    left = dict(given)
    fields: dict[str, Any] = {}
    vocabularies: set[str] = set()
    for attribute, wire in kind._names.fields:
        ours = attribute.removesuffix("_")
        names = {wire, ours, _camel(ours)} & left.keys()
        if len(names) > 1:
            raise Unfit
        for name in names:
            if name != wire or name not in {ours, _camel(ours)}:
                vocabularies.add("gateway's" if name == wire else "ours")
            part = parts.get((kind.__name__, attribute))
            value = left.pop(name)
            fields[attribute] = _value(part, value, parts) if part else value
    if left or len(vocabularies) > 1:
        raise Unfit
    try:
        return kind(**fields)
    except TypeError:
        raise Unfit from None


def _camel(snake: str) -> str:
    first, *rest = snake.split("_")
    return first + "".join(word.capitalize() for word in rest)
