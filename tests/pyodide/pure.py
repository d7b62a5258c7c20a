"""A plugin of pytest's: a module of tests that imports what is not pure Python is passed over, with the reason."""

from collections.abc import Generator

import pytest

COMPILED = ("_brotli", "pydantic_core", "playwright", "selenium", "watchfiles", "_rust_notify", "greenlet", "lxml")
"""What only the machine has."""


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Say so of a module that could not be imported for such a reason."""
    report = yield
    text = str(report.longrepr)
    if report.outcome == "failed" and (missing := next((name for name in COMPILED if name in text), None)):
        report.outcome = "skipped"
        report.longrepr = (str(collector.path), 1, f"{missing} is not pure Python")
    return report
