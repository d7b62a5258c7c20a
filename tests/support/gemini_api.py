"""What Gemini's API says."""

from typing import Any

from tests.support.vendors import Answer, refused

MODEL = "/v1/models/gemini-3.8-flash"
GENERATE = f"POST {MODEL}:generateContent"
STREAM = f"POST {MODEL}:streamGenerateContent"
BATCH = f"POST {MODEL}:batchGenerateContent"


def content(text: str, why: str | None = "STOP") -> dict[str, Any]:
    """An answer, or a piece of one that is streamed, which does not say why it ended."""
    candidate: dict[str, Any] = {"index": 0, "content": {"role": "model", "parts": [{"text": text}]}}
    if why:
        candidate["finishReason"] = why
    return {"candidates": [candidate], "usageMetadata": {"promptTokenCount": 12, "candidatesTokenCount": 34}}


def too_many(**headers: str) -> Answer:
    body = {"error": {"code": 429, "status": "RESOURCE_EXHAUSTED", "message": "Too many requests"}}
    return refused(429, body, **headers)


def overloaded() -> Answer:
    """What the Interactions API says; its errors are of a form of their own."""
    return refused(503, {"error": {"code": "service_unavailable", "message": "The model is overloaded"}})


def interaction(status: str, text: str = "") -> dict[str, Any]:
    steps = [{"type": "model_output", "content": [{"type": "text", "text": text}]}] if text else []
    return {
        "id": "v1_1",
        "object": "interaction",
        "model": "gemini-3.8-flash",
        "status": status,
        "steps": steps,
        "created": "2026-11-26T00:00:00Z",
        "updated": "2026-11-26T00:00:00Z",
    }


def batch(state: str, *answers: dict[str, Any]) -> dict[str, Any]:
    """A batch whose requests were sent inline."""
    output = {"output": {"inlinedResponses": {"inlinedResponses": [*answers]}}} if answers else {}
    return {"name": "batches/1", "metadata": {"name": "batches/1", "state": state, **output}}


def result(key: str, **found: Any) -> dict[str, Any]:
    return {"metadata": {"key": key}, **found}
