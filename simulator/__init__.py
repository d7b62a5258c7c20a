"""What a workload of LLM calls takes and costs in each mode, and which mode fits it."""
