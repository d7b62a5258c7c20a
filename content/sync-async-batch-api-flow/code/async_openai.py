from collections.abc import Mapping

from openai import OpenAI

client = OpenAI(timeout=10.0)  # OPENAI_WEBHOOK_SECRET is set
jobs: dict[str, str] = {}  # ID: result; in production, a table
inbox: set[str] = set()  # IDs to fetch; in production, a queue


def submit(prompt: str) -> str:
    # step submit
    job = client.with_options(max_retries=0).responses.create(
        model="gpt-6.2-sol", input=prompt, background=True
    )
    # step job-id
    jobs[job.id] = ""
    # step other-work
    return job.id


def on_webhook(body: bytes, headers: Mapping[str, str]) -> int:
    # step webhook
    try:  # the raw body; older than 5 minutes: rejected
        event = client.webhooks.unwrap(body, headers)
    except ValueError:  # no signature, or a wrong one
        return 400
    if event.type in ("response.completed", "response.incomplete",
                      "response.failed", "response.cancelled"):
        inbox.add(event.data.id)  # twice makes no difference
    # step webhook-reply
    return 200


def reconcile() -> None:  # every minute, as webhooks get lost
    # step get-job
    inbox.update(job for job, result in jobs.items() if not result)


def collect() -> None:  # a worker, whenever the inbox has IDs
    for job in inbox & jobs.keys():
        # step get-job, get-result
        response = client.responses.retrieve(job)
        # step status, result
        if response.status not in ("queued", "in_progress"):
            # step store
            jobs[job] = f"{response.status}: {response.output_text}"
        inbox.discard(job)
