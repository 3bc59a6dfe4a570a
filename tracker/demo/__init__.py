"""A made-up archive of many reports, for trying out and for benchmarks."""
