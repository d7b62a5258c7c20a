import anthropic

# step post, answer
client = anthropic.Anthropic(
    timeout=50.0,  # seconds of silence; the default is 600
    max_retries=2,  # obeys retry-after; each try may be billed
)


def ask(prompt: str) -> str:
    # step post, blocked, process, answer
    message = client.messages.create(
        # step post
        model="claude-sonnet-5-5",
        max_tokens=8192,  # thinking counts too
        messages=[{"role": "user", "content": prompt}],
    )

    # step check
    if message.stop_reason != "end_turn":
        raise ValueError(f"not complete: {message.stop_reason}")
    return "".join(
        block.text for block in message.content if block.type == "text"
    )


print(ask("Name the largest moon of Saturn."))
