"""What a page writes into its fields it reads again, in every language that a lesson is translated into."""

import pytest

from engine.content.load import Content
from engine.features.workload.form import entered
from simulator.fields import decode
from simulator.workload import DECLARED
from tests.support.workloads import workload_of
from tools.content import languages, lessons, load_translation
from tools.plurals import numerals

TRANSLATED = [(lesson, language) for lesson in lessons() for language in languages(lesson)]
TYPED: dict[str, dict[str, dict[str, float | None]]] = {
    "de": {
        "deadline": {"3 Tage": 259_200, "2 Std. 30 Min.": 9000, "2 Stunden und 30 Minuten": 9000, "1,5 h": 5400},
        "requests": {"10 Mio. Anfragen": 10_000_000, "1.000": 1000, "10 Tsd.": 10_000, "etwa 2 Millionen": 2_000_000},
        "times_a_day": {
            "einmal pro Woche": 1 / 7,
            "zweimal am Tag": 2,
            "alle zwei Tage": 0.5,
            "3-mal täglich": 3,
            "jeden Tag": 1,
            "800 Mal am Tag": 800,
            "wöchentlich": 1 / 7,
            "10 pro Stunde": 240,
        },
        "rate_limit": {"1.000 Anfragen pro Minute": 1000, "10 Anfragen/s": 600},
        "cached_share": {"80 Prozent": 0.8, "12,5 %": 0.125, "keine": 0},
        "price_in": {"2 $ pro 1 Mio. Token": 2, "0,15 Dollar": 0.15, "15 Cent": 0.15},
        "turns": {"3 Runden": 3},
        "timeout": {"kein Timeout": None, "unbegrenzt": None},
    },
    "es": {
        "deadline": {"3 días": 259_200, "3 dias": 259_200, "2 horas y 30 minutos": 9000, "1,5 h": 5400},
        "requests": {"10 mil peticiones": 10_000, "1.000": 1000, "2 millones": 2_000_000, "10 MM": 10_000_000},
        "times_a_day": {
            "una vez por semana": 1 / 7,
            "dos veces al día": 2,
            "once veces al día": 11,
            "cada dos días": 0.5,
            "todos los días": 1,
            "3 veces a la semana": 3 / 7,
            "semanal": 1 / 7,
            "10 por hora": 240,
        },
        "rate_limit": {"1.000 peticiones por minuto": 1000, "10 llamadas/s": 600},
        "cached_share": {"80 por ciento": 0.8, "12,5 %": 0.125, "ninguna": 0},
        "price_in": {"2 $ por millón de tokens": 2, "0,15 dólares": 0.15, "15 centavos": 0.15},
        "turns": {"3 turnos": 3},
        "timeout": {"sin límite": None, "ilimitado": None},
    },
}
"""What people of a language type, and what they mean."""


@pytest.fixture(scope="module", params=TRANSLATED, ids="-".join)
def translated(request: pytest.FixtureRequest) -> Content:
    lesson, language = request.param
    found = load_translation(lesson, language).content
    return found if found.lazy.words else pytest.skip("the lesson has no fields")


def test_what_people_type_in_their_language_and_in_english_is_understood(translated: Content) -> None:
    language = translated.lesson.about.language
    english: dict[str, dict[str, float | None]] = {
        "deadline": {"3 days": 259_200, "2h 45m": 9900},
        "times_a_day": {"twice a day": 2, "once a week": 1 / 7, "every 2 days": 0.5},
        "requests": {"5 million": 5_000_000, "50k": 50_000},
        "timeout": {"none": None},
    }
    for known in (TYPED[language], english):
        for fact, meant in known.items():
            for typed, value in meant.items():
                found = decode(DECLARED[fact], typed, translated.lazy.words.workload, numerals(language))
                assert found == (value and pytest.approx(value)), typed


def test_what_stands_in_a_field_is_read_again(translated: Content) -> None:
    spellings, language = translated.lazy.words.workload, translated.lesson.about.language
    for scenario in translated.lazy.scenarios.values():
        workload = workload_of(scenario)
        for fact, declared in DECLARED.items():
            value = getattr(workload, fact)
            if declared.quantity and value is not None:
                text = entered(fact, value, translated.lazy)
                assert decode(declared, text, spellings, numerals(language)) == pytest.approx(value), text
