"""Runs a command and says what it cost, as JSON; itself small, as a child's peak begins at its
parent's.

`python -m bench.launched COMMAND …`
"""

import json
import os
import sys
import time


def main(command: list[str]) -> None:
    """What the command says goes where errors go."""
    to_errors = [(os.POSIX_SPAWN_DUP2, 2, 1)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=to_errors)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    cost = {
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * 1024 / 1e6,
    }
    print(json.dumps(cost))
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(sys.argv[1:])
