"""What the synchronous call and the stream that learners could start from do, run against a vendor's API on this machine."""

import socket
from typing import Any

import pytest

from tests.support import anthropic_api, gemini_api, openai_api
from tests.support.running import Client, fails
from tests.support.vendors import Answer, Vendor, said, stream

pytestmark = pytest.mark.slow  # the vendors' packages take seconds to import

TITAN = "Titan is the largest."


# One call, one answer


def test_anthropic_answers_and_thinking_is_no_part_of_the_answer(
    vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.on(anthropic_api.MESSAGES, said(anthropic_api.message(TITAN)))
    client.run("sync_anthropic")
    assert capsys.readouterr().out == f"{TITAN}\n"
    assert vendor.asked[0].json["max_tokens"] >= 4096  # what is thought counts as well


def test_openai_answers(vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    vendor.on(openai_api.RESPONSES, said(openai_api.response("completed", TITAN)))
    client.run("sync_openai")
    assert capsys.readouterr().out == f"{TITAN}\n"
    assert vendor.asked[0].json["max_output_tokens"] >= 4096


def test_gemini_answers(vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    vendor.on(gemini_api.GENERATE, said(gemini_api.content(TITAN)))
    client.run("sync_gemini")
    assert capsys.readouterr().out == f"{TITAN}\n"


CUT_OFF = [
    ("sync_anthropic", anthropic_api.MESSAGES, anthropic_api.message("", "max_tokens"), "max_tokens"),
    ("sync_anthropic", anthropic_api.MESSAGES, anthropic_api.message("I", "refusal"), "refusal"),
    ("sync_openai", openai_api.RESPONSES, openai_api.response("incomplete", "Tit"), "incomplete"),
    ("sync_gemini", gemini_api.GENERATE, gemini_api.content("Tit", "MAX_TOKENS"), "no complete answer"),
]


@pytest.mark.parametrize(("name", "request_", "body", "why"), CUT_OFF)
def test_an_answer_that_was_cut_off_is_not_taken_for_an_answer(
    name: str, request_: str, body: Any, why: str, vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.on(request_, said(body))
    with pytest.raises(ValueError, match=why):
        client.run(name)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "request_", "refusal", "answer"),
    [
        ("sync_anthropic", anthropic_api.MESSAGES, anthropic_api.too_many("75"), anthropic_api.message(TITAN)),
        ("sync_openai", openai_api.RESPONSES, openai_api.too_many("75"), openai_api.response("completed", TITAN)),
    ],
)
def test_after_a_429_these_sdks_sleep_as_long_as_they_are_told(
    name: str, request_: str, refusal: Answer, answer: Any, vendor: Vendor, client: Client
) -> None:
    vendor.on(request_, refusal, said(answer))
    client.run(name)
    assert client.pauses == [75]
    assert len(vendor.asked) == 2


def test_anthropics_sdk_sleeps_for_minutes_if_it_is_told_so_and_openais_gives_up(
    vendor: Vendor, client: Client
) -> None:
    vendor.on(anthropic_api.MESSAGES, anthropic_api.too_many("130"), said(anthropic_api.message(TITAN)))
    client.run("sync_anthropic")
    assert client.pauses == [130]
    vendor.on(openai_api.RESPONSES, openai_api.too_many("130"))
    with fails("RateLimitError"):
        client.run("sync_openai")
    assert client.pauses == [130]
    assert len(vendor.requests(openai_api.RESPONSES)) == 1


def test_geminis_sdk_does_not_read_retry_after_and_backs_off_by_itself(vendor: Vendor, client: Client) -> None:
    vendor.on(gemini_api.GENERATE, gemini_api.too_many(retry_after="75"))
    with fails("ClientError", match="429"):
        client.run("sync_gemini")
    assert len(vendor.asked) == 3
    assert len(client.pauses) == 2
    assert max(client.pauses) < 10


def test_a_retry_carries_no_idempotency_key(vendor: Vendor, client: Client) -> None:
    vendor.on(anthropic_api.MESSAGES, anthropic_api.too_many("1"), said(anthropic_api.message(TITAN)))
    vendor.on(openai_api.RESPONSES, openai_api.too_many("1"), said(openai_api.response("completed", TITAN)))
    client.run("sync_anthropic")
    client.run("sync_openai")
    assert len(vendor.asked) == 4
    assert [name for asked in vendor.asked for name in asked.headers if "idempotency" in name] == []


def test_without_a_timeout_of_your_own_anthropics_sdk_refuses_a_long_answer_and_with_one_it_sends_it(
    vendor: Vendor,
) -> None:
    import anthropic

    vendor.on(anthropic_api.MESSAGES, said(anthropic_api.message(TITAN)))
    ask: Any = {"model": "claude-sonnet-5-5", "messages": [{"role": "user", "content": "?"}]}
    without = anthropic.Anthropic(api_key="none", base_url=vendor.address)
    without.messages.create(max_tokens=21_333, **ask)
    with pytest.raises(ValueError, match="Streaming is required"):
        without.messages.create(max_tokens=21_334, **ask)
    own = anthropic.Anthropic(api_key="none", base_url=vendor.address, timeout=1200)
    own.messages.create(max_tokens=64_000, **ask)
    assert len(vendor.asked) == 2


@pytest.mark.parametrize(("vendor_name", "kept"), [("anthropic", True), ("openai", False), ("gemini", False)])
def test_only_anthropics_sdk_keeps_a_silent_connection_alive(
    vendor_name: str, kept: bool, vendor: Vendor, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[socket.socket] = []
    connect = socket.create_connection

    def noted(*args: Any, **kwargs: Any) -> socket.socket:
        opened.append(connect(*args, **kwargs))
        return opened[-1]

    monkeypatch.setattr(socket, "create_connection", noted)
    vendor.on(anthropic_api.MESSAGES, said(anthropic_api.message(TITAN)))
    vendor.on(openai_api.RESPONSES, said(openai_api.response("completed", TITAN)))
    vendor.on(gemini_api.GENERATE, said(gemini_api.content(TITAN)))
    names = client.run(f"sync_{vendor_name}")
    assert [bool(each.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE)) for each in opened] == [kept]
    names.client.close()


# A stream


def test_anthropics_stream_is_passed_on_in_pieces_and_its_end_is_checked(
    vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.on(anthropic_api.MESSAGES, stream(*anthropic_api.beginning("The moon ", "pulls."), *anthropic_api.ending()))
    client.run("streaming_anthropic")
    assert capsys.readouterr().out == "The moon pulls.\n[34 tokens]\n"


def test_openais_stream_is_passed_on_in_pieces_and_its_end_is_checked(
    vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.on(
        openai_api.RESPONSES, stream(*openai_api.beginning("The moon ", "pulls."), openai_api.ending("completed"))
    )
    client.run("streaming_openai")
    assert capsys.readouterr().out == "The moon pulls.\n[34 tokens]\n"


def test_geminis_stream_is_passed_on_in_pieces_and_its_end_is_checked(
    vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.on(gemini_api.STREAM, stream(gemini_api.content("The moon ", None), gemini_api.content("pulls.")))
    client.run("streaming_gemini")
    assert capsys.readouterr().out == "The moon pulls.\n[34 tokens]\n"


OVERLOADED = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}
FAILED = {"type": "error", "sequence_number": 9, "code": "server_error", "message": "no more", "param": None}
STREAMED = {
    "streaming_anthropic": anthropic_api.MESSAGES,
    "streaming_openai": openai_api.RESPONSES,
    "streaming_gemini": gemini_api.STREAM,
}
BEGUN = {
    "streaming_anthropic": anthropic_api.beginning("The moon"),
    "streaming_openai": openai_api.beginning("The moon"),
    "streaming_gemini": [gemini_api.content("The moon", None)],
}
BROKEN: dict[str, tuple[str, list[Any], str, str]] = {
    "anthropic, cut off": ("streaming_anthropic", anthropic_api.ending("max_tokens"), "ValueError", "max_tokens"),
    "anthropic, an error after HTTP 200": ("streaming_anthropic", [OVERLOADED], "APIStatusError", "overloaded"),
    "anthropic, no end": ("streaming_anthropic", [], "ValueError", "None"),
    "openai, cut off": ("streaming_openai", [openai_api.ending("incomplete")], "ValueError", "incomplete"),
    "openai, failed": ("streaming_openai", [openai_api.ending("failed")], "ValueError", "failed"),
    "openai, an error after HTTP 200": ("streaming_openai", [FAILED], "ValueError", "None"),
    "openai, no end": ("streaming_openai", [], "ValueError", "None"),
    "gemini, cut off": ("streaming_gemini", [gemini_api.content("", "MAX_TOKENS")], "ValueError", "MAX_TOKENS"),
    "gemini, no end": ("streaming_gemini", [], "ValueError", "None"),
}


def shown_and_no_more(vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]) -> bool:
    """What came was shown, and nothing was asked a second time."""
    return (capsys.readouterr().out, len(vendor.asked), client.pauses) == ("The moon", 1, [])


@pytest.mark.parametrize("case", BROKEN)
def test_a_stream_without_a_good_end_is_not_taken_for_an_answer_and_not_begun_again(
    case: str, vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    name, rest, error, why = BROKEN[case]
    vendor.on(STREAMED[name], stream(*BEGUN[name], *rest))
    with fails(error, match=why):
        client.run(name)
    assert shown_and_no_more(vendor, client, capsys)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("streaming_anthropic", "RemoteProtocolError"),
        ("streaming_openai", "APIConnectionError"),
        ("streaming_gemini", "RemoteProtocolError"),
    ],
)
def test_nor_is_one_whose_connection_breaks(
    name: str, error: str, vendor: Vendor, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor.on(STREAMED[name], stream(*BEGUN[name], cut=True))
    with fails(error):
        client.run(name)
    assert shown_and_no_more(vendor, client, capsys)


@pytest.mark.parametrize(
    ("name", "request_", "refusal", "answer"),
    [
        (
            "streaming_anthropic",
            anthropic_api.MESSAGES,
            anthropic_api.too_many("7"),
            stream(*anthropic_api.beginning("The moon"), *anthropic_api.ending()),
        ),
        (
            "streaming_openai",
            openai_api.RESPONSES,
            openai_api.too_many("7"),
            stream(*openai_api.beginning("The moon"), openai_api.ending("completed")),
        ),
        ("streaming_gemini", gemini_api.STREAM, gemini_api.too_many(), stream(gemini_api.content("The moon"))),
    ],
)
def test_a_stream_that_has_not_begun_is_tried_again(
    name: str, request_: str, refusal: Answer, answer: Answer, vendor: Vendor, client: Client
) -> None:
    vendor.on(request_, refusal, answer)
    client.run(name)
    assert len(vendor.asked) == 2
    assert len(client.pauses) == 1
