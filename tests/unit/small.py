"""A small whole lesson, whose files the tests break one mistake at a time."""

from pathlib import Path

MODE = """\
name: Call
colour: blue
shape: circle
lead: Ask and wait.
latency: seconds
client: waits
idea: People forget the tail.
participants:
  - name: Client
    role: It asks.
  - name: Vendor
    role: It answers.
frames:
  tries:
    kind: loop
    label: until it works
steps:
  - kind: request
    from: Client
    to: Vendor
    label: Asks
    caption: The client asks.
    explanation: Nobody else can.
    within: tries
    states: {Client: blocked, Vendor: busy}
    sources: [study]
  - kind: work
    from: Vendor
    label: Works
    caption: The vendor works.
    explanation: It takes a while.
    latency: a while
  - kind: reply
    from: Vendor
    to: Client
    label: Answers
    caption: The vendor answers.
    explanation: That was it.
measures:
  - name: Whole answer
    median: 2.0
    p95: 5.0
    p99: 9.0
    basis: published
    note: One measurement.
    sources: [study]
use_when:
  - text: There is time.
avoid_when:
  - text: There is none.
price:
  multiplier: 1.0
  text: The full price.
engineering:
  weight: 1
  text: Very little.
  build:
    - text: One call.
"""

SOURCES = """\
study:
  title: A study
  publisher: A publisher
  address: https://example.org/study
  read: "2026-11-22"
"""

SCENARIOS = """\
- title: A question
  situation: Somebody asks.
  best: call
  because: It is the only way
  why: There is no other.
"""

LESSON = """\
title: A lesson
lead: It is short.
modes: [call]
annotations: [latency]
how_to_use:
  - Read it.
objective:
  text: Ask.
  level: First
ideas:
  - text: Be brief.
plan:
  audience: Everybody.
  duration: 1 minute
  prerequisites:
    - None.
  activities:
    - title: Read
      minutes: 1
      text: Read it aloud.
assessment: Done is done.
embed:
  text: Paste it.
  height: 600
licence: MIT.
"""


def small_files() -> dict[str, str]:
    """The files of the small lesson; its interface is the real one."""
    interface = Path("content/interface.yaml").read_text(encoding="utf-8")
    return {"lesson.yaml": LESSON, "interface.yaml": interface, "scenarios.yaml": SCENARIOS, "sources.yaml": SOURCES,
            "modes/call.yaml": MODE}
