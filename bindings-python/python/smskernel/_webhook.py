"""What the webhooks of all dialects have in common."""

from __future__ import annotations

from typing import TypedDict


class WebhookLimits(TypedDict, total=False):
    """How much of a webhook is read, for `parse_webhook(…, limits=…)`. Anybody can send one."""

    body_bytes: int
    """Bytes of a body or a query; 64,000,000 when unset."""
    depth: int
    """How deep the elements of an XML body may lie in each other; 64 when unset. JSON is read at any depth."""
