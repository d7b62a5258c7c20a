from collections.abc import Iterator

import anthropic

# step 2
client = anthropic.Anthropic(
    timeout=20.0,  # seconds between two pieces, not for the whole
    max_retries=2,  # until the stream begins, never after
)


def answer(prompt: str) -> Iterator[str]:
    # step 2
    with client.messages.stream(
        model="claude-sonnet-5-5",
        max_tokens=4096,
        messages=[{"role": "user", "content": prompt}],
    ) as stream:  # closed even if the reader leaves
        # step 3, 5
        for text in stream.text_stream:
            # step 4, 6
            yield text

        # step 8
        message = stream.get_final_message()

    # step 9
    if message.stop_reason != "end_turn":
        raise ValueError(f"not complete: {message.stop_reason}")
    print(f"\n[{message.usage.output_tokens} tokens]")


# step 1
for piece in answer("Explain tides to a child."):
    # step 7
    print(piece, end="", flush=True)
