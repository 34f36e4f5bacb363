"""Accounts of the sandbox, and of no gateway at all."""

from __future__ import annotations

from typing import Any

from smskernel import infobip, smslist

INFOBIP_KEY = "sandbox-api-key"
SMSLIST_KEY = "sandbox-apikey"


def infobip_gateway(base_url: str = "https://example.com", **options: Any) -> infobip.Gateway:
    account: dict[str, Any] = {"auth": infobip.ApiKey(INFOBIP_KEY)}
    return infobip.Gateway(base_url, **(account | options))


def smslist_gateway(base_url: str = "https://example.com", **options: Any) -> smslist.Gateway:
    account: dict[str, Any] = {"partner_id": 12345, "api_key": SMSLIST_KEY, "sender": "SANDBOX"}
    return smslist.Gateway(base_url, **(account | options))


def message(**fields: Any) -> infobip.TextMessage:
    """A message that is in order but for what `fields` say."""
    sound: dict[str, Any] = {"to": ["41793026727"], "text": "Hi"}
    return infobip.TextMessage(**(sound | fields))
