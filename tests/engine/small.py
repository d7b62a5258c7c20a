"""A small whole lesson, whose files the tests break one mistake at a time."""

import re
from functools import cache
from pathlib import Path

from tools.content import catalogues, lessons

MODE = """\
name: Call
colour: blue
shape: circle
lead: Ask and wait.
idea: waits
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
    id: ask
    within: tries
    states: {Client: blocked, Vendor: busy}
    sources: [study]
  - kind: work
    from: Vendor
    label: Works
    caption: The vendor works.
    explanation: It takes a while.
    id: work
    notes: {latency: a while}
  - kind: reply
    from: Vendor
    to: Client
    label: Answers
    caption: The vendor answers.
    explanation: That was it.
    id: answer
sections:
  use:
    points:
      - text: There is time.
  avoid:
    points:
      - text: There is none.
  latency:
    short: seconds
    measures:
      - name: Whole answer
        median: 2.0
        p95: 5.0
        p99: 9.0
        basis: published
        note: One measurement.
        sources: [study]
  price:
    multiplier: 1.0
    text: The full price.
  engineering:
    weight: 1
    text: Very little.
    points:
      - text: One call.
"""

MAIL = MODE.replace("name: Call", "name: Mail").replace("circle", "square").replace("sources: [study]", "sources: []")

SOURCES = """\
study:
  title: A study
  publisher: A publisher
  address: https://example.org/study
  read: "2026-11-22"
"""

WORKLOAD = """\
  workload:
    requests: 1
    times_a_day: 10
    independent: true
    input_tokens: 100
    output_tokens: 10
    reader: gone
    partial: false
    deadline: 30
    rate_limit: 100
    webhook: false
    retention: true
    price_in: 1
    price_out: 2
"""

SCENARIOS = f"""\
question:
  seed: true
  title: A question
  situation: Somebody asks.
{WORKLOAD}\
  objectives: [latency]
  because: It is the only way
  why: There is no other.
  facts: [reader]
  choices:
    call:
      verdict: best
      text: It is answered.
      guidance: {{section: use, point: 1}}
  hints:
    - There is one way.
    - It is to ask.
"""

TEMPLATES = f"""\
questions:
  title: Questions
  situations:
    - Somebody asks.
    - Somebody else asks.
{WORKLOAD}\
  between:
    requests: {{from: 1, to: 100}}
  among:
    deadline: [60, 3600]
"""

MODEL = """\
paced: busy
latency:
  first_token: {value: 1, basis: illustrative, note: Seconds.}
  reading: {value: 1000, basis: illustrative, note: Tokens a second.}
  variability:
    components:
      - {share: 0.9, median: 1, sigma: 0.3}
      - {share: 0.1, median: 4, sigma: 0.5}
    basis: illustrative
    note: Days differ.
  speed:
    components:
      - {share: 1, median: 80, sigma: 0.2}
    basis: illustrative
    note: Tokens a second.
  length: {value: 0.3, within: 2, name: Spread, basis: illustrative, note: Answers differ.}
  refused: {value: 0.02, basis: illustrative, note: A share.}
modes:
  call:
    steps: {sent: ask, accepted: answer, done: answer}
    away: home
    connection: closed
    parts: false
    shared: false
    submit: {value: 1, basis: illustrative, note: Seconds.}
    notice:
      interval: {value: 60, basis: illustrative, note: Seconds.}
      fetch: {value: 1, basis: illustrative, note: Seconds.}
    queue:
      completions:
        - requests: 10
          curve: {components: [{share: 1, median: 5, sigma: 1}], basis: illustrative, note: Seconds.}
        - requests: 100
          curve: {components: [{share: 1, median: 50, sigma: 1}], basis: illustrative, note: Seconds.}
        - requests: 1000
          curve: {components: [{share: 1, median: 500, sigma: 1}], basis: illustrative, note: Seconds.}
      bad_days: {value: 0.02, basis: illustrative, note: A share.}
      expiry: {value: 3600, basis: illustrative, note: Seconds.}
      capacity: {value: 1000, basis: illustrative, note: Requests.}
      creations: {value: 100, basis: illustrative, note: Batches.}
    needs:
      - of: retention
      - of: webhook
        instead: 1
constraints:
  independent: {name: One, unit: none, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  retention: {name: Two, unit: none, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  presence: {name: Three, unit: none, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  output: {name: Four, unit: tokens, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  timeout: {name: Five, unit: seconds, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  caller_timeout: {name: Caller, unit: seconds, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  rate: {name: Six, unit: requests, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  creations: {name: Seven, unit: batches, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  deadline: {name: Eight, unit: seconds, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  loss: {name: Loss, unit: seconds, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  watchdog: {name: Dog, unit: seconds, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
  first_words: {name: Nine, unit: seconds, reason: It is., passes: "{mode} passes.", fails: "{mode} fails."}
costs:
  engineering: {name: One, unit: points, reason: It is., says: "{mode} takes {value}.", compares: "{mode} takes {value}, not {other}.",
    gains: "{mode} takes {value}, {than} {other}."}
  wait: {name: Two, unit: seconds, reason: It is., says: "{mode} waits {value}.", compares: "{mode} waits {value}, not {other}.",
    gains: "{mode} waits {value}, {than} {other}."}
  endurance: {name: Long, unit: seconds, reason: It is., says: "{mode} lasts {value}.", compares: "{mode} lasts {value}, not {other}.",
    gains: "{mode} lasts {value}, {than} {other}."}
  silence: {name: Silent, unit: seconds, reason: It is., says: "{mode} is silent for {value}.", compares: "{mode} is silent for {value}, not {other}.",
    gains: "{mode} is silent for {value}, {than} {other}."}
  hold: {name: Three, unit: seconds, reason: It is., says: "{mode} holds {value}.", compares: "{mode} holds {value}, not {other}.",
    gains: "{mode} holds {value}, {than} {other}."}
  occupancy: {name: Four, unit: seconds, reason: It is., says: "{mode} fills {value}.", compares: "{mode} fills {value}, not {other}.",
    gains: "{mode} fills {value}, {than} {other}."}
  money: {name: Five, unit: dollars, reason: It is., says: "{mode} costs {value}.", compares: "{mode} costs {value}, not {other}.",
    gains: "{mode} costs {value}, {than} {other}."}
cached_price: {value: 0.1, basis: judgement, note: A share.}
dollars_per_point: {value: 50, basis: judgement, note: Dollars.}
margin: {value: 0.1, basis: judgement, note: A share.}
days: {value: 100, basis: judgement, note: Days.}
readings:
  worlds: {value: 20, basis: judgement, note: Readings.}
  days: {value: 100, basis: judgement, note: Days.}
  close: {value: 1, basis: judgement, note: Points.}
  late: {value: 5, basis: judgement, note: Points.}
  latest: {value: 2, basis: judgement, note: Times.}
  comparable: {value: 0.5, basis: judgement, note: A share.}
  defensible: {value: 0.2, basis: judgement, note: A share.}
  weights: {within: 1.2, basis: judgement, note: Points.}
  about:
    deadline: {within: 1.2, basis: judgement, note: Round numbers.}
  guess: {value: 2, basis: judgement, note: A number.}
  unknown:
    turns: {values: [[1, 1]], basis: judgement, note: A number of the tests.}
    concurrency: {values: [[none, 1]], basis: judgement, note: A number of the tests.}
    caller_timeout: {values: [[none, 9], [30, 1]], basis: judgement, note: Mostly none.}
    cached_share: {values: [[0, 1]], basis: judgement, note: Never.}
    thinking_tokens: {values: [[0, 1]], basis: judgement, note: Never.}
    missed: {values: [[annoyance, 1]], basis: judgement, note: Mostly.}
    shared_limit: {values: [[true, 1]], basis: judgement, note: Always.}
    background: {values: [[true, 1]], basis: judgement, note: Always.}
    survives: {values: [[false, 1]], basis: judgement, note: Never.}
ranges:
  requests: {least: 1, most: 100}
  turns: {least: 1, most: 100}
  concurrency: {least: 1, most: 100}
  times_a_day: {least: 0.1, most: 100}
  input_tokens: {least: 1, most: 100}
  cached_share: {least: 0.01, most: 1}
  output_tokens: {least: 1, most: 100}
  thinking_tokens: {least: 1, most: 100}
  longest: {least: 1, most: 100}
  seconds: {least: 0.1, most: 100}
  first_words: {least: 0.1, most: 100}
  deadline: {least: 0.1, most: 100}
  timeout: {least: 1, most: 100}
  caller_timeout: {least: 1, most: 100}
  rate_limit: {least: 1, most: 100}
  price_in: {least: 0.1, most: 100}
  price_out: {least: 0.1, most: 100}
  price_cached: {least: 0.001, most: 100}
sentences:
  window: Later.
  own_window: Later.
  best: "{mode} fits."
  grey: "{mode} leads."
  nearest: None does; {mode} comes near.
  it: It
  late: "{share} runs."
"""

FAILURES = """\
call:
  silence:
    name: Silence
    lead: Nobody answers.
    participants:
      - name: Client
        role: It asks.
      - name: Vendor
        role: It is away.
    steps:
      - kind: request
        from: Client
        to: Vendor
        label: Asks
        caption: The client asks.
        explanation: Nobody listens.
        id: ask
      - kind: work
        from: Client
        label: Waits
        caption: The client waits.
        explanation: Nothing comes.
        id: wait
    remedy:
      - text: Ask again.
"""

CODE = """\
vendors:
  acme:
    name: Acme
    package: acme
    version: 1.0.0
remarks: {}
"""

LESSON = """\
formerly: an-earlier-lesson
title: A lesson
goal: You can call.
lead: It is short.
modes: [call, mail]
annotations:
  latency: {name: Latency, colour: amber, shown: true}
  cost: {name: Cost, colour: green, shown: false}
sections:
  use: {heading: Use when, kind: points, sign: good}
  avoid: {heading: Avoid when, kind: points, sign: bad}
  latency: {heading: Latency, kind: measures}
  price: {heading: Cost, kind: multiplier}
  engineering: {heading: Engineering, kind: weight}
states:
  free: {name: free, fill: none}
  busy: {name: busy, fill: solid}
  blocked: {name: blocked, fill: hatched, colour: red}
objectives:
  latency: {name: latency}
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
  relative: From the front page.
  text: Paste it.
  height: 600
licence: MIT.
language: en
"""


def settings_of(lesson: str) -> str:
    """The settings of a lesson, with a start that the small lesson has."""
    text = Path("content", lesson, "settings.yaml").read_text(encoding="utf-8")
    return re.sub(r"(?m)^  start: .*", "  start: question", text)


@cache
def _real_words() -> dict[str, str]:
    return {"settings.yaml": settings_of(lessons()[0]), **catalogues()}


def small_files() -> dict[str, str]:
    """The files of the small lesson; the words around it are the real ones."""
    return _real_words() | {
        "lesson.yaml": LESSON,
        "scenarios.yaml": SCENARIOS,
        "sources.yaml": SOURCES,
        "modes/call.yaml": MODE,
        "modes/mail.yaml": MAIL,
        "templates.yaml": TEMPLATES,
        "model.yaml": MODEL,
        "failures.yaml": FAILURES,
        "code.yaml": CODE,
    }
