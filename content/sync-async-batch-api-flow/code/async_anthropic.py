import sqlite3

import anthropic

client = anthropic.Anthropic(timeout=600.0, max_retries=2)
db = sqlite3.connect("jobs.db", isolation_level=None)
db.execute("CREATE TABLE IF NOT EXISTS jobs (prompt, state, answer)")


def submit(prompt: str) -> int | None:
    # step submit
    job = db.execute(
        "INSERT INTO jobs VALUES (?, 'queued', '')", [prompt]
    )
    # step job-id, other-work
    return job.lastrowid


def result(job: int) -> tuple[str, str]:
    # step get-job, status, get-result, result
    row: tuple[str, str] = db.execute(
        "SELECT state, answer FROM jobs WHERE rowid = ?", [job]
    ).fetchone()
    return row


def work() -> None:  # called repeatedly, elsewhere
    # step process
    taken = db.execute(
        "UPDATE jobs SET state = 'running' WHERE rowid = (SELECT"
        " min(rowid) FROM jobs WHERE state = 'queued')"
        " RETURNING rowid, prompt"
    ).fetchall()
    for job, prompt in taken:  # a crash here leaves it 'running'
        message = client.messages.create(
            model="claude-sonnet-5-5",
            max_tokens=16_384,  # thinking counts too
            messages=[{"role": "user", "content": prompt}],
        )
        # step store
        db.execute(  # 'end_turn' is whole, 'max_tokens' is cut off
            "UPDATE jobs SET state = ?, answer = ? WHERE rowid = ?",
            [message.stop_reason, message.to_json(), job],
        )
