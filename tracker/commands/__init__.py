"""One module for each command of `build.py`: its arguments, and what it does."""
