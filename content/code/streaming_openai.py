from collections.abc import Iterator

from openai import OpenAI

# step 2
client = OpenAI(
    timeout=20.0,  # seconds between two pieces, not for the whole
    max_retries=2,  # until the stream begins, never after
)


def answer(prompt: str) -> Iterator[str]:
    usage = None

    # step 2
    with client.responses.create(
        model="gpt-6.2-sol", input=prompt, stream=True
    ) as stream:  # closed even if the reader leaves
        # step 3, 5
        for event in stream:
            # step 4, 6
            if event.type == "response.output_text.delta":
                yield event.delta
            # step 8
            elif event.type == "response.completed":
                usage = event.response.usage

    # step 9
    if usage is None:
        raise ValueError("not complete: no final event")
    print(f"\n[{usage.output_tokens} tokens]")


# step 1
for piece in answer("Explain tides to a child."):
    # step 7
    print(piece, end="", flush=True)
