import anthropic

# a create that is retried may run, and cost, twice
client = anthropic.Anthropic(timeout=60.0, max_retries=0)


def submit(rows: dict[str, str]) -> str:
    # step 2
    batch = client.messages.batches.create(
        # step 1
        requests=[
            {
                "custom_id": key,
                "params": {
                    "model": "claude-sonnet-5-5",
                    "max_tokens": 256,
                    "messages": [{"role": "user", "content": text}],
                },
            }
            for key, text in rows.items()
        ]
    )
    # step 3, 4
    return batch.id  # store it: the program can end here


def collect(batch_id: str, rows: dict[str, str]) -> dict[str, str]:
    # step 7
    batch = client.messages.batches.retrieve(batch_id)
    # step 8
    if batch.processing_status != "ended":
        raise RuntimeError("not yet: look again in some minutes")
    again = {}
    # step 9, 10
    for line in client.messages.batches.results(batch_id):
        # step 11
        key, result = line.custom_id, line.result
        if result.type == "succeeded":
            print(key, result.message.content)
        elif result.type == "errored":
            print(key, "mend or resend:", result.error.error.type)
        else:  # expired or canceled: not run, not billed
            again[key] = rows[key]
    return again
