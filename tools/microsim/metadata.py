"""metadata.json: the lesson as catalogues, scorers and the schema of MicroSims read it, made from the content.

The nine fields of Dublin Core stand flat, as one scorer wants them, and again in the nested `microsim` object, as the
schema does; `educational` and `pedagogical` likewise.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from engine.content.load import Content
from engine.content.mode import Basis
from engine.features import views
from engine.features.practice.content import Scenario
from simulator.doubts import Doubt, Unknown
from simulator.parameters import Curve, Figure
from tools.microsim.book import Book

WIDTH = 800
"""CSS pixels for which the lesson is designed, in a gallery of lessons."""
BORDER = 2
"""CSS pixels that a frame's border takes of its height, as tools for such books reckon."""
ASSUMED: tuple[Basis, ...] = ("illustrative",)
"""What a figure rests on where it is an assumption."""
LIMITING: tuple[Basis, ...] = ("derived", "judgement")
"""What it rests on where its note says how far it may be trusted."""


def metadata_json(content: Content, book: Book) -> str:
    """The text of metadata.json."""
    return json.dumps(metadata(content, book), indent=2, ensure_ascii=False) + "\n"


def metadata(content: Content, book: Book) -> dict[str, Any]:
    """What metadata.json says."""
    educational = _educational(content, book)
    core = _dublin_core(content, book)
    return core | {
        "canvasHeight": content.lesson.about.embed.height - BORDER,
        "educational": educational,
        "pedagogical": _pedagogical(content, book),
        "microsim": {
            "dublinCore": core | {"date": f"{book.published}T00:00:00Z"},
            "search": _search(book),
            "educational": educational,
            "technical": _technical(content, book),
            "userInterface": _user_interface(content, book),
            "simulation": _simulation(content, book),
            "analytics": _analytics(book),
            "usage": _usage(content, book),
        },
    }


def _dublin_core(content: Content, book: Book) -> dict[str, Any]:
    about = content.lesson.about
    return {
        "title": about.title,
        "description": about.lead,
        "creator": list(book.creators),
        "publisher": book.publisher,
        "date": book.published,
        "subject": list(book.subjects),
        "type": "Interactive Simulation",
        "format": "text/html",
        "identifier": content.lesson.name,
        "language": book.language,
        "relation": [each.address for each in content.lesson.sources.values() if each.reference],
        "rights": about.licence,
    }


def _search(book: Book) -> dict[str, Any]:
    return {
        "tags": list(book.topics),
        "searchKeywords": list(book.keywords),
        "visualizationType": ["simulation", "diagram", "timeline", "interactive-demo"],
        "interactionLevel": "high",
        "complexity": book.complexity,
        "relatedConcepts": list(book.related),
        "applicationDomains": ["education", "training", "exploration", "assessment"],
    }


def _educational(content: Content, book: Book) -> dict[str, Any]:
    about, took = content.lesson.about, book.duration
    return {
        "gradeLevel": list(book.grades),
        "subjectArea": list(book.subjects),
        "topic": list(book.topics),
        "learningObjectives": [about.objective.text],
        "bloomsTaxonomy": list(book.bloom),
        "prerequisites": list(about.plan.prerequisites),
        "duration": {"typical": took.typical, "range": {"min": took.least, "max": took.most}},
        "difficulty": book.difficulty,
        "scaffolding": {
            "type": ["guided-discovery", "hints", "feedback", "progressive-disclosure"],
            "adaptability": "adaptive",
            "removal": "user-controlled",
        },
        "misconceptions": list(misconceptions(content, book)),
        "transferSkills": [{"skill": each.skill, "domains": list(each.domains)} for each in book.skills],
        "learningTheory": ["constructivism", "experiential"],
    }


def misconceptions(content: Content, book: Book) -> Iterator[dict[str, str]]:
    """The wrong choices of the scenarios that About shows: the belief, what happens then, and why another mode fits."""
    for scenario in _shown(content):
        for name, choice in scenario.choices.items():
            if choice.verdict == "poor":
                mode = content.lesson.modes[name].name
                yield {
                    "misconception": book.misconception.replace("{mode}", mode).replace("{title}", scenario.title),
                    "correction": choice.text,
                    "evidence": scenario.why,
                }


def questions(content: Content, book: Book) -> list[str]:
    """What Practice asks, one question for each scenario."""
    return [book.question.replace("{situation}", each.situation) for each in content.lazy.scenarios.values()]


def _shown(content: Content) -> list[Scenario]:
    return [each for each in content.lazy.scenarios.values() if each.seed]


def _pedagogical(content: Content, book: Book) -> dict[str, Any]:
    return {
        "teachingStrategy": book.strategy,
        "keyQuestions": [hint for scenario in _shown(content) for hint in scenario.hints],
        "commonMisconceptions": [each["misconception"] for each in misconceptions(content, book)],
        "assessmentOpportunities": [content.lesson.about.assessment],
        "activities": [asdict(each) for each in content.lesson.about.plan.activities],
    }


def _technical(content: Content, book: Book) -> dict[str, Any]:
    return {
        "framework": "other",
        "canvasDimensions": {"width": WIDTH, "height": content.lesson.about.embed.height - BORDER, "responsive": True},
        "dependencies": [],
        "browserCompatibility": list(book.browsers),
        "deviceRequirements": {
            "minScreenWidth": 320,
            "touchSupport": False,
            "keyboardRequired": False,
            "mouseRequired": False,
            "networkRequired": True,
        },
        "stateManagement": {"stateType": "local-state", "persistence": True, "synchronization": False},
        "accessibility": {
            "screenReader": True,
            "keyboardNavigation": True,
            "colorContrast": True,
            "altText": True,
            "screenReaderScript": book.narration,
            "keyboardMaps": [asdict(each) for each in book.keys],
            "alternativeInputs": list(book.inputs),
        },
    }


def _user_interface(content: Content, book: Book) -> dict[str, Any]:
    messages = content.lesson.messages
    toggles = {name: annotation.name for name, annotation in content.lesson.about.annotations.items()}
    walk = {
        "previous": messages("explore.previous"),
        "next": messages("explore.next"),
        "play": messages("explore.play"),
    }
    shown = {name: messages(f"views.{name}") for name in views(content.lesson.features)}
    return {
        "layoutType": "multi-panel",
        "controls": [
            *(
                {"id": f"view-{name}", "type": "button", "label": label, "group": messages("views.group")}
                for name, label in shown.items()
            ),
            {
                "id": "mode",
                "type": "radio",
                "label": messages("explore.modes"),
                "description": ", ".join(mode.name for mode in content.lesson.modes.values()),
            },
            *(
                {"id": name, "type": "checkbox", "label": label, "group": messages("explore.show")}
                for name, label in {**toggles, "as-text": messages("explore.as_text")}.items()
            ),
            *(
                {"id": name, "type": "button", "label": label, "group": messages("explore.stage")}
                for name, label in walk.items()
            ),
        ],
        "visualElements": [
            {"type": "diagram", "description": book.picture, "interactive": True, "updateTriggers": ["mode", *toggles]},
            *(
                {"type": "diagram", "description": f"{mode.name}: {mode.lead}", "interactive": True}
                for mode in content.lesson.modes.values()
            ),
        ],
    }


def _simulation(content: Content, book: Book) -> dict[str, Any]:
    model = content.lazy.model
    rules = [
        f"{rule.name}: {rule.reason}"
        for group in ((model.constraints, model.costs) if model else ())
        for rule in (getattr(group, field.name) for field in fields(group))
    ]
    return {
        "model": {
            "type": "statistical",
            "description": book.model,
            "algorithms": [*book.algorithms, *rules],
            "assumptions": list(notes(model, ASSUMED)),
            "limitations": list(notes(model, LIMITING)),
        },
        "variables": [
            {
                "name": name,
                "type": "input",
                "description": content.lazy.messages(f"facts.names.{name}"),
                "dataType": "number",
                "range": {"min": bounds.least, "max": bounds.most},
            }
            for name, bounds in (model.ranges.items() if model else ())
        ],
        "scenarios": [
            {
                "name": each.title,
                "description": each.situation,
                "parameters": _parameters(each),
            }
            for each in content.lazy.scenarios.values()
        ],
    }


def _parameters(scenario: Scenario) -> dict[str, Any]:
    """What a scenario sets: its workload, or in a lesson without a model its facts as they are read."""
    if scenario.workload is None:
        return dict(scenario.values or {})
    return {name: value for name, value in asdict(scenario.workload).items() if value is not None}


def notes(part: Any, bases: tuple[Basis, ...], path: str = "") -> Iterator[str]:
    """What is said of every figure below a part of the model that rests on one of some bases, after its path."""
    if is_dataclass(part):
        if isinstance(part, Figure | Curve | Doubt | Unknown) and part.basis in bases:
            value = f" = {part.value:g}" if isinstance(part, Figure) else ""
            yield f"{path}{value}. {part.note}"
        children: Iterable[tuple[Any, Any]] = ((each.name, getattr(part, each.name)) for each in fields(part))
    else:
        children = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, tuple) else ()
    for name, child in children:
        yield from notes(child, bases, f"{path}.{name}" if path else str(name))


def _analytics(book: Book) -> dict[str, Any]:
    return {
        "events": [
            {
                "name": each.name,
                "description": each.description,
                "category": each.category,
                "importance": each.importance,
                "data": list(each.data),
            }
            | ({"xAPIverb": each.verb} if each.verb else {})
            for each in book.events
        ],
        "privacy": {
            "piiCollected": False,
            "dataRetention": book.privacy,
            "anonymization": True,
            "consentRequired": False,
        },
    }


def _usage(content: Content, book: Book) -> dict[str, Any]:
    return {
        "recommendedUsage": ["demonstration", "exploration", "guided-practice", "assessment", "individual-study"],
        "instructionalStrategies": list(book.strategies),
        "assessmentQuestions": [
            {"question": each, "type": "multiple-choice", "level": book.bloom[-1]} for each in questions(content, book)
        ],
        "extensions": list(book.extensions),
    }
