"""A learner's own data in Your workload, in a browser: list prices."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.test_workload import THIRTY


def test_a_chosen_model_fills_the_prices_and_the_address_keeps_it(open_page: Open) -> None:
    page = open_page(THIRTY)
    models = page.get_by_role("combobox", name="Model")
    expect(models).to_have_value("")
    models.select_option(label="Claude Haiku 4.5")
    price = page.get_by_role("textbox", name="Input price")
    expect(price).to_have_value("1")
    expect(models).to_have_accessible_description(re.compile(r"genai-prices .*2026-.*Anthropic"))
    expect(page).to_have_url(re.compile("price_in=1&price_out=5&model=claude-haiku-4-5$"))
    other = open_page(page.evaluate("location.hash"))
    expect(other.get_by_role("combobox", name="Model")).to_have_value("claude-haiku-4-5")
    price.fill("7")
    expect(models).to_have_value("")
    page.get_by_role("button", name="Undo").click()
    expect(models).to_have_value("claude-haiku-4-5")
    page.get_by_role("button", name="Undo").click()
    expect(models).to_have_value("")
    expect(price).to_have_value("2")
