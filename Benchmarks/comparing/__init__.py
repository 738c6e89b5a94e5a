"""The parts of Benchmarks/compare, one concern a file. Python's standard library only."""
