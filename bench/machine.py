"""What was measured on."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path

from bench.peers import hugo


def machine() -> dict[str, str]:
    return {
        "date": date.today().isoformat(),
        "processor": f"{os.cpu_count()} cores of {field('/proc/cpuinfo', 'model name')}",
        "memory": f"{int(field('/proc/meminfo', 'MemTotal').split()[0]) / 1024**2:.0f} GiB",
        "kernel": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "hugo": hugo.version(),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def field(path: str, name: str) -> str:
    """The value of the first line that begins with the name."""
    found = re.search(rf"^{re.escape(name)}\s*:\s*(.*)$", Path(path).read_text(), re.MULTILINE)
    return found[1] if found else "unknown"
