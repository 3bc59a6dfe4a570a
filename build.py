"""Builds the site: `python build.py [build|check|serve]`; see `python build.py --help`."""

from tracker.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
