"""Your workload: advice on a workload of the learner's own."""
