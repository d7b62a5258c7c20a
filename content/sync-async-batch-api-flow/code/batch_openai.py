import json

from openai import OpenAI
from openai.types.responses import Response

# a retried create may run, and be billed, twice
client = OpenAI(timeout=60.0, max_retries=0)


def submit(rows: dict[str, str]) -> str:
    # step write-jsonl
    lines = [
        json.dumps({
            "custom_id": key, "method": "POST", "url": "/v1/responses",
            "body": {"model": "gpt-6.2-sol", "input": text},
        })
        for key, text in rows.items()
    ]
    # step upload
    jsonl = ("rows.jsonl", "\n".join(lines).encode())
    file = client.files.create(file=jsonl, purpose="batch")
    batch = client.batches.create(
        input_file_id=file.id,
        endpoint="/v1/responses",
        completion_window="24h",
    )
    # step batch-id, free
    return batch.id  # store it: the program can end here


def collect(batch_id: str) -> None:
    # step get-batch
    batch = client.batches.retrieve(batch_id)
    # step status
    print(batch.status, batch.request_counts)
    for name in (batch.output_file_id, batch.error_file_id):
        # step get-results, results
        lines = client.files.content(name).iter_lines() if name else ()
        # step join
        for line in map(json.loads, lines):
            key, got = line["custom_id"], line["response"]
            if got and got["status_code"] == 200:
                # "incomplete": cut off, perhaps empty
                answer = Response.construct(**got["body"])
                print(key, answer.status, answer.output_text)
            else:  # resend what expired, fix what was invalid
                print(key, line["error"] or got["body"])
