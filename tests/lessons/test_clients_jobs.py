"""What the background job that learners could start from does, run against a vendor's API on this machine."""

import json

import pytest

from tests.support import anthropic_api, gemini_api, openai_api
from tests.support.endpoint import delivered
from tests.support.running import Client, fails
from tests.support.vendors import Vendor, refused, said

pytestmark = pytest.mark.slow  # the vendors' packages take seconds to import

RESPONSE = "GET /v1/responses/resp_1"
INTERACTIONS = "POST /v1/interactions"
INTERACTION = "GET /v1/interactions/v1_1"


# OpenAI: a webhook, and a reconciler


def test_a_webhook_with_its_signature_leads_to_one_fetch_however_often_it_comes(vendor: Vendor, client: Client) -> None:
    vendor.on(openai_api.RESPONSES, said(openai_api.response("queued")))
    vendor.on(RESPONSE, said(openai_api.response("completed", "42")))
    names = client.run("async_openai")
    assert names.submit("?") == "resp_1"
    assert vendor.asked[0].json["background"] is True
    body, headers = openai_api.webhook("resp_1")
    assert [delivered(names.on_webhook, body, headers) for _ in range(2)] == [200, 200]
    names.collect()
    names.collect()
    assert names.jobs == {"resp_1": "completed: 42"}
    assert len(vendor.requests(RESPONSE)) == 1


def test_a_webhook_that_is_forged_replayed_or_not_signed_is_refused(vendor: Vendor, client: Client) -> None:
    vendor.on(openai_api.RESPONSES, said(openai_api.response("queued")))
    names = client.run("async_openai")
    names.submit("?")
    body, headers = openai_api.webhook("resp_2")
    assert delivered(names.on_webhook, body.replace(b"resp_2", b"resp_1"), headers) == 400
    assert delivered(names.on_webhook, *openai_api.webhook("resp_1", seconds_ago=301)) == 400
    assert delivered(names.on_webhook, body, {}) == 400
    assert names.inbox == set()
    names.collect()
    assert vendor.requests(RESPONSE) == []


def test_a_job_whose_webhook_was_lost_is_found_and_one_that_runs_is_looked_at_again(
    vendor: Vendor, client: Client
) -> None:
    vendor.on(openai_api.RESPONSES, said(openai_api.response("queued")))
    vendor.on(RESPONSE, said(openai_api.response("in_progress")), said(openai_api.response("incomplete", "4")))
    names = client.run("async_openai")
    names.submit("?")
    for kept in ("", "incomplete: 4"):  # an answer that was cut off says so
        names.reconcile()
        names.collect()
        assert names.jobs == {"resp_1": kept}
    names.reconcile()
    assert names.inbox == set()


def test_openais_job_is_submitted_once_even_if_the_vendor_is_overloaded_and_fetched_again_after_a_429(
    vendor: Vendor, client: Client
) -> None:
    vendor.on(
        openai_api.RESPONSES, refused(503, {"error": {"message": "Slow Down"}}), said(openai_api.response("queued"))
    )
    vendor.on(RESPONSE, openai_api.too_many("3"), said(openai_api.response("completed", "42")))
    names = client.run("async_openai")
    with fails("InternalServerError"):
        names.submit("?")
    assert len(vendor.asked) == 1
    names.submit("?")
    names.reconcile()
    names.collect()
    assert names.jobs == {"resp_1": "completed: 42"}
    assert client.pauses == [3]


# Gemini: polls


def test_geminis_job_is_polled_until_its_status_is_final(vendor: Vendor, client: Client) -> None:
    vendor.on(INTERACTIONS, said(gemini_api.interaction("in_progress")))
    vendor.on(INTERACTION, said(gemini_api.interaction("in_progress")), said(gemini_api.interaction("completed", "42")))
    names = client.run("async_gemini")
    assert names.submit("?") == "v1_1"
    assert vendor.asked[0].json["background"] is True
    for kept in ("", "completed: 42", "completed: 42"):
        names.reconcile()
        assert names.jobs == {"v1_1": kept}
    assert len(vendor.requests(INTERACTION)) == 2


@pytest.mark.parametrize("status", ["failed", "cancelled", "incomplete", "budget_exceeded"])
def test_a_status_that_is_final_but_not_good_is_not_waited_for(status: str, vendor: Vendor, client: Client) -> None:
    vendor.on(INTERACTIONS, said(gemini_api.interaction("in_progress")))
    vendor.on(INTERACTION, said(gemini_api.interaction(status)))
    names = client.run("async_gemini")
    names.submit("?")
    names.reconcile()
    assert names.jobs["v1_1"].startswith(f"{status}:")


def test_geminis_job_is_submitted_once_even_if_the_vendor_is_overloaded(vendor: Vendor, client: Client) -> None:
    vendor.on(INTERACTIONS, gemini_api.overloaded())
    names = client.run("async_gemini")
    with fails("Exception", match="503"):
        names.submit("?")
    assert len(vendor.asked) == 1
    assert (names.jobs, client.pauses) == ({}, [])


def test_unless_it_is_told_otherwise_geminis_sdk_submits_a_job_again_and_makes_an_ordinary_call_once(
    vendor: Vendor, client: Client
) -> None:
    from google import genai

    vendor.on(INTERACTIONS, gemini_api.overloaded())
    vendor.on(gemini_api.GENERATE, gemini_api.too_many())
    client.run("async_gemini")
    by_default = genai.Client()
    with fails("Exception", match="503"):
        by_default.interactions.create(model="gemini-3.8-flash", input="?", background=True)
    assert len(vendor.requests(INTERACTIONS)) > 1
    with fails("ClientError", match="429"):
        by_default.models.generate_content(model="gemini-3.8-flash", contents="?")
    assert len(vendor.requests(gemini_api.GENERATE)) == 1


# Anthropic: a queue of one's own


def test_a_queue_of_ones_own_gives_each_job_to_the_worker_once(vendor: Vendor, client: Client) -> None:
    vendor.on(anthropic_api.MESSAGES, anthropic_api.too_many("9"), said(anthropic_api.message("42")))
    names = client.run("async_anthropic")
    job = names.submit("?")
    assert names.result(job) == ("queued", "")
    names.work()
    names.work()
    state, answer = names.result(job)
    assert state == "end_turn"
    assert json.loads(answer)["content"][1]["text"] == "42"
    assert len(vendor.asked) == 2
    assert client.pauses == [9]
    names.db.close()


def test_a_job_whose_answer_was_cut_off_or_whose_worker_failed_is_not_complete(vendor: Vendor, client: Client) -> None:
    vendor.on(anthropic_api.MESSAGES, said(anthropic_api.message("", "max_tokens")))
    names = client.run("async_anthropic")
    jobs = [names.submit("?"), names.submit("?")]
    names.work()
    vendor.on(anthropic_api.MESSAGES, anthropic_api.too_many("1"))
    with fails("RateLimitError"):
        names.work()
    assert [names.result(job)[0] for job in jobs] == ["max_tokens", "running"]  # which a sweeper looks for
    names.db.close()
