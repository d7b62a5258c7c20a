"""List prices in Your workload: a chosen model fills the prices, and typing, Undo and the address know of it."""

from dataclasses import replace

import pytest

from engine.content.lazy_content import LazyContent
from engine.content.lesson import Lesson
from engine.content.load import Content
from engine.features.workload.address import address, from_url, to_url
from engine.features.workload.form import (
    ChooseModel,
    LoadPreset,
    Mean,
    SetFact,
    Slide,
    Undo,
    WorkloadForm,
    init,
    text,
    update,
)
from engine.features.workload.presenter import present
from engine.features.workload.view import workload
from engine.first_screen import start
from engine.page_events import ContentEdited
from simulator.address import to_address
from simulator.prices import ListedModel, ListedVendor, PriceList, Rates, listed
from tests.engine.test_workload_form import OWN
from tests.support.acting import after, arrive
from tests.support.markup import Tag, find, tags

LARGE = ListedModel(
    "large-2", "Large 2", Rates(4, 20, 0.4), 100_000, Rates(8, 30, 0.8), since="2026-12-01", later=Rates(5, 25)
)
SMALL = ListedModel("small-1", "Small <1>", Rates(0.25, 1.5))
LIST = PriceList(
    "prices 0.1",
    "https://example.org/prices",
    "2026-11-10",
    (
        ListedVendor("Acme", "https://acme.example/pricing", (LARGE,)),
        ListedVendor("Umbrella", "https://umbrella.example/pricing", (SMALL,)),
    ),
)


@pytest.fixture(scope="module")
def priced(lazy: LazyContent) -> LazyContent:
    """The lesson with a price list."""
    return replace(lazy, prices=LIST)


def prices(form: WorkloadForm) -> tuple[float, float]:
    return form.workload.price_in, form.workload.price_out


def chosen(name: str, priced: LazyContent, form: WorkloadForm | None = None) -> WorkloadForm:
    return update(form or WorkloadForm(OWN), ChooseModel(name), priced)


def shown(lesson: Lesson, content: LazyContent, form: WorkloadForm) -> list[Tag]:
    return tags(str(workload(present(lesson, content, form, {}))))


def test_a_chosen_model_fills_both_prices_and_its_fields(priced: LazyContent) -> None:
    form = chosen("large-2", priced, update(WorkloadForm(OWN), SetFact("price_in", "soon"), priced))
    assert (form.model, prices(form)) == ("large-2", (4, 20))
    assert [text(form, fact, priced) for fact in ("price_in", "price_out")] == ["4", "20"]


def test_a_model_brings_the_price_of_its_cached_input_if_it_has_one(priced: LazyContent) -> None:
    assert chosen("large-2", priced).workload.price_cached == 0.4
    long = update(chosen("large-2", priced), SetFact("input_tokens", "150k"), priced)
    assert long.workload.price_cached == 0.8
    assert chosen("small-1", priced, long).workload.price_cached is None


def test_a_link_from_before_cached_input_had_a_price_leads_to_its_model(priced: LazyContent) -> None:
    form = chosen("large-2", priced)
    asked = {name: value for name, value in address(form).items() if name != "price_cached"}
    assert from_url(init(priced), asked, priced) == (WorkloadForm(form.workload, model="large-2"), [])


def test_prices_can_be_typed_again_and_stay_as_they_are_until_then(priced: LazyContent) -> None:
    form = chosen("", priced, chosen("large-2", priced))
    assert (form.model, prices(form)) == ("", (4, 20))


@pytest.mark.parametrize("event", [SetFact("price_in", "1"), SetFact("price_out", "cheap"), Mean("price_in=1")])
def test_who_types_a_price_has_left_the_list(event: object, priced: LazyContent) -> None:
    assert update(chosen("large-2", priced), event, priced).model == ""


def test_another_fact_leaves_the_model_chosen(priced: LazyContent) -> None:
    for event in (SetFact("requests", "7"), SetFact("webhook", ""), Slide("requests", 3)):
        form = update(chosen("small-1", priced), event, priced)
        assert (form.model, prices(form)) == ("small-1", (0.25, 1.5))


def test_the_prices_follow_the_size_of_the_input(priced: LazyContent) -> None:
    form = update(chosen("large-2", priced), SetFact("input_tokens", "150k"), priced)
    assert prices(form) == (8, 30)
    assert prices(update(form, SetFact("input_tokens", "100k"), priced)) == (4, 20)


def test_an_example_brings_its_own_prices(priced: LazyContent) -> None:
    scenario = next(iter(priced.scenarios))
    assert update(chosen("large-2", priced), LoadPreset(scenario), priced).model == ""


def test_the_choice_can_be_undone(priced: LazyContent) -> None:
    form = chosen("small-1", priced, chosen("large-2", priced))
    back = update(form, Undo(), priced)
    assert (back.model, prices(back)) == ("large-2", (4, 20))
    assert (update(back, Undo(), priced).model, prices(update(back, Undo(), priced))) == ("", (0, 0.25))


def test_a_model_that_is_not_listed_changes_nothing(priced: LazyContent, lazy: LazyContent) -> None:
    assert chosen("large-9", priced) == WorkloadForm(OWN)
    assert chosen("large-2", lazy) == WorkloadForm(OWN)


def test_the_address_leads_back_to_the_model(priced: LazyContent) -> None:
    form = chosen("large-2", priced)
    assert to_url(form, priced) == address(form) == {**to_address(form.workload), "model": "large-2"}
    assert from_url(init(priced), address(form), priced) == (WorkloadForm(form.workload, model="large-2"), [])


def test_at_the_start_the_address_is_empty_until_a_model_is_chosen(priced: LazyContent) -> None:
    start = init(priced)
    cheap = replace(start.workload, price_in=0.25, price_out=1.5)
    assert to_url(start, priced) == {}
    assert to_url(chosen("small-1", priced), priced)["model"] == "small-1"
    assert to_url(WorkloadForm(cheap), priced) == to_address(cheap)


def test_a_link_that_is_older_than_the_list_keeps_its_prices_and_has_no_model(priced: LazyContent) -> None:
    asked = {**address(chosen("large-2", priced)), "price_in": "6"}
    form, unknown = from_url(init(priced), asked, priced)
    assert (form.model, prices(form), unknown) == ("", (6, 20), [])


def test_a_model_in_the_address_that_is_not_listed_is_named(priced: LazyContent) -> None:
    form, unknown = from_url(init(priced), {**to_address(OWN), "model": "large-9"}, priced)
    assert (form, unknown) == (WorkloadForm(OWN), ["model=large-9"])


def test_models_stand_by_vendor_in_a_native_choice_with_a_label(lesson: Lesson, priced: LazyContent) -> None:
    found = shown(lesson, priced, chosen("small-1", priced))
    [select] = find(found, "select", id="workload-model")
    assert [tag.attributes["label"] for tag in find(found, "optgroup", within=select)] == ["Acme", "Umbrella"]
    options = list(find(found, "option", within=select))
    assert [tag.attributes["value"] for tag in options] == ["", "large-2", "small-1"]
    assert [tag.attributes["value"] for tag in options if "selected" in tag.attributes] == ["small-1"]
    [label] = find(found, "label", for_="workload-model")
    assert label.text == priced.messages("workload.prices.model")


def test_source_and_day_stand_beside_the_choice_and_so_does_the_vendors_own_page(
    lesson: Lesson, priced: LazyContent
) -> None:
    for form, pages in (
        (WorkloadForm(OWN), ["https://example.org/prices"]),
        (chosen("large-2", priced), ["https://example.org/prices", "https://acme.example/pricing"]),
    ):
        found = shown(lesson, priced, form)
        [select] = find(found, "select", id="workload-model")
        [source] = find(found, id=select.attributes["aria-describedby"])
        assert "2026-11-10" in source.text and "prices 0.1" in source.text
        assert [tag.attributes["href"] for tag in find(found, "a", within=source)] == pages


def test_what_the_fields_do_not_show_of_a_models_prices_is_said(lesson: Lesson, priced: LazyContent) -> None:
    view = next(each.prices for each in present(lesson, priced, chosen("large-2", priced), {}).groups if each.prices)
    messages = priced.messages
    assert view.notes == (
        messages("workload.prices.later", day="2026-12-01", input="$5", output="$25"),
        messages("workload.prices.long", tokens="100,000 tokens", input="$8", output="$30"),
        messages("workload.prices.cached", cached="$0.40"),
    )
    assert (
        next(each.prices for each in present(lesson, priced, chosen("small-1", priced), {}).groups if each.prices).notes
        == ()
    )


def test_without_a_list_there_is_no_choice(lesson: Lesson, lazy: LazyContent) -> None:
    assert not list(find(shown(lesson, lazy, WorkloadForm(OWN)), "select", id="workload-model"))


def test_a_model_is_found_by_its_own_name_alone() -> None:
    assert listed(LIST, "small-1") == (LIST.vendors[1], SMALL)
    assert listed(LIST, "Small <1>") is None


def test_content_that_was_edited_on_the_host_keeps_the_list_of_the_build(
    lesson: Lesson, content: Content, priced: LazyContent
) -> None:
    edited = ContentEdited(content)
    for state in (after(start(lesson), arrive(priced), edited), after(start(lesson), edited, arrive(priced))):
        assert state.content.prices is LIST
        assert state.content.scenarios == content.lazy.scenarios
