"""What the code that learners could start from does, where a vendor is stood in for: no key, no network."""

import hmac
import json
import runpy
import time
from base64 import b64encode
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest

pytestmark = pytest.mark.slow  # the vendors' packages take seconds to import


class Running:
    """A file's functions, with a stand-in for its client wherever they use one."""

    def __init__(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for key in ("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY"):
            monkeypatch.setenv(key, "none")
        file = next(Path("content").glob(f"*/code/{name}.py"), None)
        if file is None:
            pytest.skip("no lesson has such code")
        self.names: dict[str, Any] = runpy.run_path(str(file))["submit"].__globals__

    def stand_in(self) -> MagicMock:
        client = self.names["client"] = MagicMock()
        return client

    def __getattr__(self, name: str) -> Any:
        return self.names[name]


def test_a_webhook_is_believed_only_with_its_signature_and_may_come_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_WEBHOOK_SECRET", "key")
    running = Running("async_openai", monkeypatch)
    body = json.dumps({"type": "response.completed", "data": {"id": "first"}}).encode()
    now = str(int(time.time()))
    signed = hmac.digest(b"key", f"7.{now}.".encode() + body, "sha256")
    headers = {"webhook-id": "7", "webhook-timestamp": now, "webhook-signature": f"v1,{b64encode(signed).decode()}"}
    assert running.on_webhook(body.replace(b"first", b"forged"), headers) == 400
    assert running.inbox == set()
    assert [running.on_webhook(body, headers), running.on_webhook(body, headers)] == [200, 200]
    assert running.inbox == {"first"}


def test_a_job_whose_notice_was_lost_is_found_and_one_that_runs_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    running = Running("async_openai", monkeypatch)
    client = running.stand_in()
    client.with_options.return_value.responses.create.return_value.id = "lost"
    running.submit("?")
    for status, kept in (("in_progress", ""), ("completed", "completed: 42")):
        client.responses.retrieve.return_value = SimpleNamespace(status=status, output_text="42")
        running.collect()
        running.reconcile()
        running.collect()
        assert running.jobs == {"lost": kept}


def test_a_queue_of_ones_own_gives_each_job_to_the_worker_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").symlink_to(Path("content").resolve())
    monkeypatch.chdir(tmp_path)
    running = Running("async_anthropic", monkeypatch)
    create = running.stand_in().messages.create
    create.return_value.to_json.return_value = "42"
    job = running.submit("?")
    assert running.result(job) == ("queued", "")
    running.work()
    running.work()
    assert running.result(job) == ("completed", "42")
    assert create.call_count == 1
    running.db.close()


ROWS = {"a": "one", "b": "two", "c": "three"}


def test_results_in_any_order_find_their_rows_and_only_what_expired_is_sent_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    running = Running("batch_anthropic", monkeypatch)
    batches = running.stand_in().messages.batches
    batches.retrieve.return_value.processing_status = "ended"
    batches.results.return_value = [
        SimpleNamespace(custom_id="c", result=SimpleNamespace(type="expired")),
        SimpleNamespace(custom_id="b", result=MagicMock(type="errored")),
        SimpleNamespace(custom_id="a", result=MagicMock(type="succeeded", **{"message.content": "1"})),
    ]
    assert running.collect("batch", ROWS) == {"c": "three"}
    assert capsys.readouterr().out.splitlines()[1] == "a 1"


def test_a_job_that_expired_has_no_results_and_all_rows_are_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    running = Running("batch_gemini", monkeypatch)
    running.stand_in().batches.get.return_value = SimpleNamespace(done=True, dest=None)
    assert running.collect("batch", ROWS) == ROWS


def test_results_and_errors_are_read_from_whichever_files_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    running = Running("batch_openai", monkeypatch)
    client = running.stand_in()
    client.batches.retrieve.return_value = SimpleNamespace(
        status="expired", request_counts=None, output_file_id=None, error_file_id="errors"
    )
    client.files.content.return_value.iter_lines.return_value = iter(
        [
            '{"custom_id": "b", "response": null, "error": {"code": "batch_expired"}}',
            '{"custom_id": "a", "response": {"status_code": 400, "body": "no such model"}, "error": null}',
        ]
    )
    running.collect("batch")
    assert capsys.readouterr().out.splitlines()[1:] == ["b {'code': 'batch_expired'}", "a no such model"]


@pytest.mark.parametrize("vendor", ["anthropic", "gemini"])
def test_a_batch_that_has_not_ended_is_not_taken_for_one_without_results(
    vendor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = Running(f"batch_{vendor}", monkeypatch)
    client = running.stand_in()
    client.messages.batches.retrieve.return_value.processing_status = "in_progress"
    client.batches.get.return_value.done = False
    with pytest.raises(RuntimeError, match="not yet"):
        running.collect("batch", ROWS)
