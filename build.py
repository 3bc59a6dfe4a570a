"""Builds the site: `python build.py [build|check|serve]`; see `python build.py --help`."""

import sys

from tracker.unchanged import told

if __name__ == "__main__":
    if told(sys.argv[1:]):
        raise SystemExit
    from tracker.cli import main

    raise SystemExit(main())
