"""What the batch that learners could start from does, run against a vendor's API on this machine."""

import json

import pytest

from tests.support import anthropic_api, gemini_api, openai_api
from tests.support.running import Client, fails
from tests.support.vendors import Vendor, lines, said

pytestmark = pytest.mark.slow  # the vendors' packages take seconds to import

ROWS = {"a": "one", "b": "two", "c": "three"}

Printed = pytest.CaptureFixture[str]


def printed(capsys: Printed) -> list[str]:
    return capsys.readouterr().out.splitlines()


# Anthropic

BATCHES = "/v1/messages/batches"
BATCH = f"{BATCHES}/msgbatch_1"


def test_anthropics_results_in_any_order_find_their_rows_and_only_what_expired_is_sent_again(
    vendor: Vendor, client: Client, capsys: Printed
) -> None:
    wrong = {"type": "error", "error": {"type": "invalid_request_error", "message": "no such model"}}
    vendor.on(f"POST {BATCHES}", said(anthropic_api.batch(vendor.address, "in_progress")))
    vendor.on(f"GET {BATCH}", *(said(anthropic_api.batch(vendor.address, each)) for each in ("in_progress", "ended")))
    vendor.on(
        f"GET {BATCH}/results",
        lines(
            anthropic_api.result("c", type="expired"),
            anthropic_api.result("b", type="errored", error=wrong),
            anthropic_api.result("a", type="succeeded", message=anthropic_api.message("1")),
        ),
    )
    names = client.run("batch_anthropic")
    assert names.submit(ROWS) == "msgbatch_1"
    sent = vendor.asked[0].json["requests"]
    assert [each["custom_id"] for each in sent] == [*ROWS]
    assert min(each["params"]["max_tokens"] for each in sent) >= 4096  # what is thought counts as well
    with pytest.raises(RuntimeError, match="not yet"):
        names.collect("msgbatch_1", ROWS)
    assert names.collect("msgbatch_1", ROWS) == {"c": "three"}
    out = printed(capsys)
    assert out[0] == "b fix or resend: invalid_request_error"
    assert out[1].startswith("a ")
    assert "text='1'" in out[1]


def test_a_result_that_succeeded_but_was_cut_off_is_not_taken_for_an_answer(
    vendor: Vendor, client: Client, capsys: Printed
) -> None:
    vendor.on(f"GET {BATCH}", said(anthropic_api.batch(vendor.address, "ended")))
    cut = anthropic_api.result("a", type="succeeded", message=anthropic_api.message("", "max_tokens"))
    vendor.on(f"GET {BATCH}/results", lines(cut))
    client.run("batch_anthropic").collect("msgbatch_1", {"a": "one"})
    assert printed(capsys) == ["a not complete: max_tokens"]


# OpenAI


def test_openais_results_and_errors_are_two_files_and_an_answer_that_was_cut_off_says_so(
    vendor: Vendor, client: Client, capsys: Printed
) -> None:
    vendor.on("POST /v1/files", said({"id": "file_in", "object": "file"}))
    vendor.on("POST /v1/batches", said(openai_api.batch("validating")))
    vendor.on(
        "GET /v1/batches/batch_1",
        said(openai_api.batch("completed", output_file_id="file_out", error_file_id="file_bad")),
    )
    vendor.on(
        "GET /v1/files/file_out/content",
        lines(
            openai_api.result("b", 200, openai_api.response("incomplete", "tw")),
            openai_api.result("a", 200, openai_api.response("completed", "one")),
        ),
    )
    vendor.on("GET /v1/files/file_bad/content", lines(openai_api.result("c", 400, {"error": "no such model"})))
    names = client.run("batch_openai")
    assert names.submit(ROWS) == "batch_1"
    uploaded = [json.loads(line) for line in vendor.asked[0].body.decode().splitlines() if line.startswith("{")]
    assert [line["custom_id"] for line in uploaded] == [*ROWS]
    names.collect("batch_1")
    assert printed(capsys)[1:] == ["b incomplete tw", "a completed one", "c {'error': 'no such model'}"]


def test_openais_batch_that_expired_has_perhaps_no_results_but_says_which_requests_expired(
    vendor: Vendor, client: Client, capsys: Printed
) -> None:
    vendor.on("GET /v1/batches/batch_1", said(openai_api.batch("expired", error_file_id="file_bad")))
    vendor.on("GET /v1/files/file_bad/content", lines(openai_api.expired("b")))
    client.run("batch_openai").collect("batch_1")
    first, second = printed(capsys)
    assert first.startswith("expired ")
    assert second == "b {'code': 'batch_expired', 'message': 'too late'}"


# Gemini

RUNNING = gemini_api.batch("JOB_STATE_RUNNING")


def test_geminis_results_find_their_rows_and_what_is_missing_is_sent_again(
    vendor: Vendor, client: Client, capsys: Printed
) -> None:
    vendor.on(gemini_api.BATCH, said(RUNNING))
    done = gemini_api.batch(
        "JOB_STATE_SUCCEEDED",
        gemini_api.result("b", error={"code": 400, "message": "no such model"}),
        gemini_api.result("a", response=gemini_api.content("one")),
    )
    vendor.on("GET /v1/batches/1", said(RUNNING), said(done))
    names = client.run("batch_gemini")
    assert names.submit(ROWS) == "batches/1"
    with pytest.raises(RuntimeError, match="not yet"):
        names.collect("batches/1", ROWS)
    assert names.collect("batches/1", ROWS) == {"c": "three"}
    out = printed(capsys)
    assert out[0].startswith("b fix or resend:")
    assert "no such model" in out[0]
    assert out[1] == "a one"


def test_geminis_answer_that_was_cut_off_is_not_taken_for_one(vendor: Vendor, client: Client, capsys: Printed) -> None:
    answer = gemini_api.result("a", response=gemini_api.content("on", "MAX_TOKENS"))
    vendor.on("GET /v1/batches/1", said(gemini_api.batch("JOB_STATE_SUCCEEDED", answer)))
    client.run("batch_gemini").collect("batches/1", {"a": "one"})
    assert "MAX_TOKENS" in printed(capsys)[0]


def test_geminis_job_that_expired_has_no_results_and_all_rows_are_sent_again(vendor: Vendor, client: Client) -> None:
    vendor.on("GET /v1/batches/1", said(gemini_api.batch("JOB_STATE_EXPIRED")))
    assert client.run("batch_gemini").collect("batches/1", ROWS) == ROWS


# All of them


def test_a_batch_is_created_once_even_if_the_vendor_is_overloaded(vendor: Vendor, client: Client) -> None:
    vendor.on(f"POST {BATCHES}", anthropic_api.too_many("1"))
    vendor.on("POST /v1/files", openai_api.too_many("1"))
    vendor.on(gemini_api.BATCH, gemini_api.too_many(retry_after="1"))
    for name, error in (
        ("batch_anthropic", "RateLimitError"),
        ("batch_openai", "RateLimitError"),
        ("batch_gemini", "ClientError"),
    ):
        with fails(error):
            client.run(name).submit(ROWS)
    assert len(vendor.asked) == 3
    assert client.pauses == []
