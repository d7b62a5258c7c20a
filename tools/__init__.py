"""What a developer or an author runs: build, serve, lint, diagrams."""
