"""A store in memory that fails at its n-th change, and from then on."""

from __future__ import annotations

from typing import Any, ClassVar

from fsspec import register_implementation
from fsspec.implementations.memory import MemoryFileSystem

NEVER = 10**9


class FailingFileSystem(MemoryFileSystem):  # type: ignore[misc]
    protocol = "failing"
    left: ClassVar[int] = NEVER

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        stripped: str = super()._strip_protocol(path.replace("failing://", "memory://"))
        return stripped

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **kwargs: Any) -> None:
        self.meet()
        super().pipe_file(path, value, mode, **kwargs)

    def _rm(self, path: str) -> None:
        self.meet()
        super()._rm(path)

    def meet(self) -> None:
        if not FailingFileSystem.left:
            raise ConnectionResetError("the line is cut")
        FailingFileSystem.left -= 1


register_implementation("failing", FailingFileSystem, clobber=True)
