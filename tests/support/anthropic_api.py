"""What Anthropic's API says."""

from typing import Any

from tests.support.vendors import Answer, refused

MESSAGES = "POST /v1/messages"
TOO_MANY = {"type": "error", "error": {"type": "rate_limit_error", "message": "Too many requests"}}


def message(text: str, why: str = "end_turn") -> dict[str, Any]:
    """A message of a model that thinks first."""
    thinking = {"type": "thinking", "thinking": "", "signature": "c2lnbmVk"}
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-sonnet-5-5",
        "content": [thinking, {"type": "text", "text": text}] if text else [thinking],
        "stop_reason": why,
        "stop_sequence": None,
        "usage": {"input_tokens": 12, "output_tokens": 34},
    }


def too_many(seconds: str) -> Answer:
    return refused(429, TOO_MANY, retry_after=seconds)


def beginning(*pieces: str) -> list[dict[str, Any]]:
    """The events of a stream until a text, in pieces, has come."""
    text = {"type": "text", "text": ""}
    begun = message("") | {"content": [], "stop_reason": None}
    return [
        {"type": "message_start", "message": begun},
        {"type": "ping"},
        {"type": "content_block_start", "index": 0, "content_block": text},
        *(
            {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": piece}}
            for piece in pieces
        ),
    ]


def ending(why: str = "end_turn") -> list[dict[str, Any]]:
    """The events that end a stream."""
    return [
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": why, "stop_sequence": None}, "usage": {"output_tokens": 34}},
        {"type": "message_stop"},
    ]


def batch(address: str, status: str) -> dict[str, Any]:
    counts = {"processing": 0, "succeeded": 1, "errored": 1, "canceled": 0, "expired": 1}
    return {
        "id": "msgbatch_1",
        "type": "message_batch",
        "processing_status": status,
        "request_counts": counts,
        "results_url": f"{address}/v1/messages/batches/msgbatch_1/results" if status == "ended" else None,
        "created_at": "2026-11-26T00:00:00Z",
        "expires_at": "2026-11-27T00:00:00Z",
        "ended_at": "2026-11-26T01:00:00Z" if status == "ended" else None,
        "archived_at": None,
        "cancel_initiated_at": None,
    }


def result(key: str, **result: Any) -> dict[str, Any]:
    """A line of a file of results."""
    return {"custom_id": key, "result": result}
