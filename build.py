"""Builds the site: `python build.py [build|check|serve]`; see `python build.py --help`."""

import gc
import os
import sys

from tracker.unchanged import told

if __name__ == "__main__":
    if told(sys.argv[1:]):
        raise SystemExit
    gc.disable()  # of what is imported nothing is garbage
    from tracker.cli import main

    # All is written: to take apart what a build has made would take a sixth of its time.
    os._exit(main())
