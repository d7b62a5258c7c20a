"""What OpenAI's API says, and how it signs what it says unasked."""

import hmac
import json
import time
from base64 import b64encode
from typing import Any

from tests.support.vendors import Answer, refused

RESPONSES = "POST /v1/responses"
SECRET = b"a key that both know"
SECRET_TEXT = f"whsec_{b64encode(SECRET).decode()}"
USAGE = {
    "input_tokens": 12,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens": 34,
    "output_tokens_details": {"reasoning_tokens": 30},
    "total_tokens": 46,
}


def response(status: str, text: str = "") -> dict[str, Any]:
    """A response of a model that reasons first."""
    parts = [{"type": "output_text", "text": text, "annotations": []}]
    said = [{"type": "message", "id": "msg_1", "role": "assistant", "status": status, "content": parts}] if text else []
    return {
        "id": "resp_1",
        "object": "response",
        "created_at": 0,
        "model": "gpt-6.2-sol",
        "status": status,
        "error": None,
        "incomplete_details": {"reason": "max_output_tokens"} if status == "incomplete" else None,
        "output": [{"type": "reasoning", "id": "rs_1", "summary": []}, *said],
        "parallel_tool_calls": True,
        "tool_choice": "auto",
        "tools": [],
        "usage": None if status in ("queued", "in_progress") else USAGE,
    }


def too_many(seconds: str) -> Answer:
    body = {"error": {"type": "rate_limit_exceeded", "code": "rate_limit_exceeded", "message": "Too many requests"}}
    return refused(429, body, retry_after=seconds)


def beginning(*pieces: str) -> list[dict[str, Any]]:
    """The events of a stream until a text, in pieces, has come."""
    begun = {"type": "response.created", "sequence_number": 0, "response": response("in_progress")}
    place = {"item_id": "msg_1", "output_index": 1, "content_index": 0, "logprobs": []}
    return [
        begun,
        *(
            {"type": "response.output_text.delta", "sequence_number": number, "delta": piece, **place}
            for number, piece in enumerate(pieces, 1)
        ),
    ]


def ending(status: str) -> dict[str, Any]:
    """The event that ends a stream."""
    return {"type": f"response.{status}", "sequence_number": 99, "response": response(status, "not read")}


def webhook(job: str, seconds_ago: int = 0) -> tuple[bytes, dict[str, str]]:
    """The body and the headers of a call that says that a job has ended."""
    about = {"id": "evt_1", "object": "event", "created_at": 0, "type": "response.completed", "data": {"id": job}}
    body = json.dumps(about).encode()
    when = str(int(time.time()) - seconds_ago)
    signed = hmac.digest(SECRET, f"wh_7.{when}.".encode() + body, "sha256")
    signature = f"v1,{b64encode(signed).decode()}"
    return body, {"webhook-id": "wh_7", "webhook-timestamp": when, "webhook-signature": signature}


def batch(status: str, **files: str) -> dict[str, Any]:
    return {
        "id": "batch_1",
        "object": "batch",
        "endpoint": "/v1/responses",
        "input_file_id": "file_in",
        "completion_window": "24h",
        "status": status,
        "created_at": 0,
        "request_counts": {"total": 3, "completed": 1, "failed": 2},
        **files,
    }


def result(key: str, status: int, body: object) -> dict[str, Any]:
    """A line of a file of results or of errors."""
    return {"id": key, "custom_id": key, "response": {"status_code": status, "body": body}, "error": None}


def expired(key: str) -> dict[str, Any]:
    return {"id": key, "custom_id": key, "response": None, "error": {"code": "batch_expired", "message": "too late"}}
