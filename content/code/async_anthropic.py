import sqlite3

import anthropic

client = anthropic.Anthropic(timeout=600.0, max_retries=2)
db = sqlite3.connect("jobs.db", isolation_level=None)
db.execute("CREATE TABLE IF NOT EXISTS jobs (prompt, state, answer)")


def submit(prompt: str) -> int | None:
    # step 1
    job = db.execute(
        "INSERT INTO jobs VALUES (?, 'queued', '')", [prompt]
    )
    # step 2, 3
    return job.lastrowid


def result(job: int) -> tuple[str, str]:
    # step 7, 8, 9, 10
    row: tuple[str, str] = db.execute(
        "SELECT state, answer FROM jobs WHERE rowid = ?", [job]
    ).fetchone()
    return row


def work() -> None:  # called again and again, elsewhere
    # step 4
    taken = db.execute(
        "UPDATE jobs SET state = 'running' WHERE rowid = (SELECT"
        " min(rowid) FROM jobs WHERE state = 'queued')"
        " RETURNING rowid, prompt"
    ).fetchall()
    for job, prompt in taken:  # a crash here leaves it 'running'
        message = client.messages.create(
            model="claude-sonnet-5-5",
            max_tokens=8192,
            messages=[{"role": "user", "content": prompt}],
        )
        # step 11
        db.execute(
            "UPDATE jobs SET state = 'completed', answer = ?"
            " WHERE rowid = ?", [message.to_json(), job]
        )
