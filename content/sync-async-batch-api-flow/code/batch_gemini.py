from google import genai
from google.genai import types

# no retries: a repeated create runs and is billed twice
client = genai.Client(http_options=types.HttpOptions(timeout=60_000))


def submit(rows: dict[str, str]) -> str:
    # step write-jsonl
    requests = [
        types.InlinedRequest(contents=text, metadata={"key": key})
        for key, text in rows.items()
    ]
    # step upload
    job = client.batches.create(
        model="gemini-3.8-flash", src=requests
    )
    # step batch-id, free
    return job.name or ""  # store it: the program can end here


def collect(name: str, rows: dict[str, str]) -> dict[str, str]:
    # step get-batch, get-results
    job = client.batches.get(name=name)
    # step status
    if not job.done:
        raise RuntimeError("not yet: look again in some minutes")
    again = dict(rows)  # everything, if the job has expired
    # step results
    answers = job.dest and job.dest.inlined_responses
    for answer in answers or []:
        # step join
        key = (answer.metadata or {})["key"]
        del again[key]
        reply = answer.response or types.GenerateContentResponse()
        ends = [each.finish_reason for each in reply.candidates or []]
        if ends == [types.FinishReason.STOP]:
            print(key, reply.text)
        else:  # an error, refused, or cut off
            print(key, "fix or resend:", answer.error or ends)
    return again
