from collections.abc import Iterator

import anthropic

# step post
client = anthropic.Anthropic(
    timeout=120.0,  # seconds of silence; thinking can be silent
    max_retries=2,  # until the stream begins, never after
)


def answer(prompt: str) -> Iterator[str]:
    # step post
    with client.messages.stream(
        model="claude-sonnet-5-5",
        max_tokens=16_384,  # thinking counts too
        messages=[{"role": "user", "content": prompt}],
    ) as stream:  # closed even if the reader leaves
        # step first-token, more-tokens
        for text in stream.text_stream:
            # step first-words, pass-on
            yield text

        # step final-event
        message = stream.get_final_message()

    # step store
    if message.stop_reason != "end_turn":
        raise ValueError(f"not complete: {message.stop_reason}")
    print(f"\n[{message.usage.output_tokens} tokens]")


# step question
for piece in answer("Explain tides to a child."):
    # step read
    print(piece, end="", flush=True)
