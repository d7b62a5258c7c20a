from openai import OpenAI

# step 1, 4
client = OpenAI(
    timeout=30.0,  # seconds of silence; the default is 600
    max_retries=2,  # with backoff; each try may be billed
)


def ask(prompt: str) -> str:
    # step 1, 2, 3, 4
    response = client.responses.create(
        # step 1
        model="gpt-6.2-sol",
        max_output_tokens=1024,
        input=prompt,
    )

    # step 5
    if response.status != "completed":
        raise ValueError(f"not complete: {response.status}")
    return response.output_text


print(ask("Name the largest moon of Saturn."))
