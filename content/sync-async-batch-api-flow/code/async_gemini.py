from google import genai
from google.genai import types

once = types.HttpRetryOptions(attempts=1)  # a retry may run twice
client = genai.Client(
    http_options=types.HttpOptions(timeout=10_000, retry_options=once)
)
jobs: dict[str, str] = {}  # ID: result; in production, a table


def submit(prompt: str) -> str:
    # step submit
    job = client.interactions.create(
        model="gemini-3.8-flash",
        input=prompt,
        background=True,
        store=True,  # there must be something to fetch
    )
    # step job-id
    if job.id is None:
        raise ValueError("no ID")
    jobs[job.id] = ""
    # step other-work
    return job.id


def reconcile() -> None:  # every few seconds, by a scheduler
    waiting = [job for job, result in jobs.items() if not result]
    for job in waiting:
        # step get-job, get-result
        found = client.interactions.get(job)
        # step status, result
        if found.status not in ("queued", "in_progress"):
            # step store
            text = found.output_text
            jobs[job] = f"{found.status}: {text}"
