"""Race: one workload in all modes on one clock."""
