from collections.abc import Iterator

from openai import OpenAI
from openai.types.responses import Response

# step post
client = OpenAI(
    timeout=120.0,  # seconds of silence; reasoning can be silent
    max_retries=2,  # until the stream begins, never after
)


def answer(prompt: str) -> Iterator[str]:
    ending: Response | None = None

    # step post
    with client.responses.create(
        model="gpt-6.2-sol", input=prompt, stream=True
    ) as stream:  # closed even if the reader leaves
        # step first-token, more-tokens
        for event in stream:
            # step first-words, pass-on
            if event.type == "response.output_text.delta":
                yield event.delta
            # step final-event
            elif event.type in ("response.completed", "response.failed",
                                "response.incomplete"):
                ending = event.response

    # step store
    if ending is None or ending.status != "completed":
        raise ValueError(f"not complete: {ending and ending.status}")
    print(f"\n[{ending.usage and ending.usage.output_tokens} tokens]")


# step question
for piece in answer("Explain tides to a child."):
    # step read
    print(piece, end="", flush=True)
