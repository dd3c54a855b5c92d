"""What the atlas costs, each number beside its baseline in the same run: `python -m benchmarks [NAME...]`."""
