from collections.abc import Iterator

from openai import OpenAI

# step post
client = OpenAI(
    timeout=20.0,  # seconds between two pieces, not for the whole
    max_retries=2,  # until the stream begins, never after
)


def answer(prompt: str) -> Iterator[str]:
    usage = None

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
            elif event.type == "response.completed":
                usage = event.response.usage

    # step store
    if usage is None:
        raise ValueError("not complete: no final event")
    print(f"\n[{usage.output_tokens} tokens]")


# step question
for piece in answer("Explain tides to a child."):
    # step read
    print(piece, end="", flush=True)
