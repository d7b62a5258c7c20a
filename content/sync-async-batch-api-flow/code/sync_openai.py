from openai import OpenAI

# step post, answer
client = OpenAI(
    timeout=50.0,  # seconds of silence; the default is 600
    max_retries=2,  # obeys retry-after; each try may be billed
)


def ask(prompt: str) -> str:
    # step post, blocked, process, answer
    response = client.responses.create(
        # step post
        model="gpt-6.2-sol",
        max_output_tokens=8192,  # reasoning counts too
        input=prompt,
    )

    # step check
    if response.status != "completed":
        raise ValueError(f"not complete: {response.status}")
    return response.output_text


print(ask("Name the largest moon of Saturn."))
