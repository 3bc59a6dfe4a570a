"""What templates were last compiled to, which stands beside our own compiled modules."""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from tracker.keys import key_of
from tracker.render import plain


class Compiled(FileSystemBytecodeCache):
    """A template's code is taken only if it is that of the same source, by the same compiler.

    (A whole environment could not be kept: it would not see that a macro changed which another
    template's macro imports.)
    """

    def __init__(self) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "%s.template")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return name.replace("/", "-")

    def get_source_checksum(self, source: str) -> str:
        return key_of(compiler(), source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):  # nothing is lost but time
                super().dump_bytecode(bucket)


@cache
def compiler() -> str:
    """Key of what has a say in the code; how Jinja is set up stands in `templates.py`."""
    ours = Path(plain.__file__)
    sources = [path.read_bytes() for path in (ours, ours.with_name("templates.py"))]
    return key_of(jinja2.__version__, sources)
