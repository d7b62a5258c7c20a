from collections.abc import Iterator

from google import genai
from google.genai import types

# step 2
options = types.HttpOptions(
    timeout=120_000,  # milliseconds; the server is told as well
    retry_options=types.HttpRetryOptions(attempts=3),
)


def answer(prompt: str) -> Iterator[str]:
    reason = usage = None

    # step 2
    with genai.Client(http_options=options) as client:
        stream = client.models.generate_content_stream(
            model="gemini-3.8-flash", contents=prompt
        )
        # step 3, 5
        for chunk in stream:
            # step 4, 6
            if chunk.text:
                yield chunk.text
            # step 8
            for candidate in chunk.candidates or []:
                reason = candidate.finish_reason or reason
            usage = chunk.usage_metadata or usage

    # step 9
    if reason != types.FinishReason.STOP:
        raise ValueError(f"not complete: {reason}")
    print(f"\n[{usage and usage.candidates_token_count} tokens]")


# step 1
for piece in answer("Explain tides to a child."):
    # step 7
    print(piece, end="", flush=True)
