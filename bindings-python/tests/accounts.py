"""Accounts of the sandbox, and of no gateway at all."""

from __future__ import annotations

from typing import Any

from smskernel import blackkonnect, infobip, smslist

INFOBIP_KEY = "sandbox-api-key"
SMSLIST_KEY = "sandbox-apikey"
BLACKKONNECT_TOKEN = "sandbox-blackkonnect-token"
BLACKKONNECT_CLIENT: dict[str, Any] = {
    "client_id": "sandbox-client@example.com",
    "client_secret": "sandbox-client-secret",
}


def infobip_gateway(base_url: str = "https://example.com", **options: Any) -> infobip.Gateway:
    account: dict[str, Any] = {"auth": infobip.ApiKey(INFOBIP_KEY)}
    return infobip.Gateway(base_url, **(account | options))


def smslist_gateway(base_url: str = "https://example.com", **options: Any) -> smslist.Gateway:
    account: dict[str, Any] = {"partner_id": 12345, "api_key": SMSLIST_KEY, "sender": "SANDBOX"}
    return smslist.Gateway(base_url, **(account | options))


def blackkonnect_gateway(base_url: str = "https://example.com", **options: Any) -> blackkonnect.Gateway:
    account: dict[str, Any] = {
        "token": BLACKKONNECT_TOKEN,
        "service_account_id": "sandbox-service-account",
        "organisation_id": "c9b3f279-e3b5-4204-ad99-646257417f98",
    }
    return blackkonnect.Gateway(base_url, **(account | options))


def message(**fields: Any) -> infobip.TextMessage:
    """A message that is in order but for what `fields` say."""
    sound: dict[str, Any] = {"to": ["41793026727"], "text": "Hi"}
    return infobip.TextMessage(**(sound | fields))


def binary_message(**fields: Any) -> infobip.BinaryMessage:
    """The same of a binary message."""
    sound: dict[str, Any] = {"to": ["41793026727"], "binary": infobip.Binary(hex="48 69")}
    return infobip.BinaryMessage(**(sound | fields))


def sms_message(**fields: Any) -> blackkonnect.SmsMessage:
    """The same of a message of a Blackkonnect bulk."""
    sound: dict[str, Any] = {"to": ["254712345678"], "text": "Hi"}
    return blackkonnect.SmsMessage(**(sound | fields))
