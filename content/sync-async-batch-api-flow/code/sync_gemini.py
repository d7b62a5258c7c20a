from google import genai
from google.genai import types

# step post, answer
client = genai.Client(
    http_options=types.HttpOptions(
        timeout=50_000,  # milliseconds; there is no default
        retry_options=types.HttpRetryOptions(
            attempts=3,  # in total; without this it is 1
        ),
    )
)


def ask(prompt: str) -> str:
    # step post, blocked, process, answer
    response = client.models.generate_content(
        # step post
        model="gemini-3.8-flash",
        contents=prompt,
        config=types.GenerateContentConfig(max_output_tokens=8192),
    )

    # step check
    for candidate in response.candidates or []:
        if candidate.finish_reason == types.FinishReason.STOP:
            return response.text or ""
    raise ValueError("no complete answer")


print(ask("Name the largest moon of Saturn."))
