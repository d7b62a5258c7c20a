from collections.abc import Iterator

from google import genai
from google.genai import types

# step post
options = types.HttpOptions(
    timeout=120_000,  # milliseconds; the server is told as well
    retry_options=types.HttpRetryOptions(attempts=3),
)


def answer(prompt: str) -> Iterator[str]:
    reason = usage = None

    # step post
    with genai.Client(http_options=options) as client:
        stream = client.models.generate_content_stream(
            model="gemini-3.8-flash", contents=prompt
        )
        # step first-token, more-tokens
        for chunk in stream:
            # step first-words, pass-on
            if chunk.text:
                yield chunk.text
            # step final-event
            for candidate in chunk.candidates or []:
                reason = candidate.finish_reason or reason
            usage = chunk.usage_metadata or usage

    # step store
    if reason != types.FinishReason.STOP:
        raise ValueError(f"not complete: {reason}")
    print(f"\n[{usage and usage.candidates_token_count} tokens]")


# step question
for piece in answer("Explain tides to a child."):
    # step read
    print(piece, end="", flush=True)
