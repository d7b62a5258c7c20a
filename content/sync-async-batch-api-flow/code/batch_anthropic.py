import anthropic

# a retried create may run, and be billed, twice
client = anthropic.Anthropic(timeout=60.0, max_retries=0)


def submit(rows: dict[str, str]) -> str:
    # step upload
    batch = client.messages.batches.create(
        # step write-jsonl
        requests=[
            {
                "custom_id": key,
                "params": {
                    "model": "claude-sonnet-5-5",
                    "max_tokens": 8192,  # thinking counts too
                    "messages": [{"role": "user", "content": text}],
                },
            }
            for key, text in rows.items()
        ]
    )
    # step batch-id, free
    return batch.id  # store it: the program can end here


def collect(batch_id: str, rows: dict[str, str]) -> dict[str, str]:
    # step get-batch
    batch = client.messages.batches.retrieve(batch_id)
    # step status
    if batch.processing_status != "ended":
        raise RuntimeError("not yet: look again in some minutes")
    again = {}
    # step get-results, results
    for line in client.messages.batches.results(batch_id):
        # step join
        key, result = line.custom_id, line.result
        if result.type == "succeeded":
            if result.message.stop_reason == "end_turn":
                print(key, result.message.content)
            else:  # max_tokens: cut off, perhaps empty
                print(key, "not complete:", result.message.stop_reason)
        elif result.type == "errored":
            print(key, "fix or resend:", result.error.error.type)
        else:  # expired or canceled: not run, not billed
            again[key] = rows[key]
    return again
