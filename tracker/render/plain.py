"""What templates compile to: plain Python, as they are given plain values and macros alone.

Jinja's own code asks at each `a.b` whether it is an attribute or an item, and at each call
whether what is called wants the context; pages took twice the time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]


class PlainCode(CodeGenerator):
    """`a.b` is an attribute, `a[b]` an item, and a macro is a function of its arguments."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        """What most values are, a plain text, is made in a third of the time."""
        self.write("(escape_text(v) if type(v := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        self.write(") is str else escape(v))")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Of a macro: what it has filled is not escaped again."""
        super().return_buffer_contents(frame)


def macro(
    _: object, filled: FunctionType, name: str, arguments: tuple[str, ...], *__: object
) -> Any:
    """Instead of `jinja2.runtime.Macro`; arguments have no names where it is called."""
    filled.__defaults__ = (missing,) * len(arguments)
    return filled


def written(value: object) -> str:
    """As `markupsafe.escape`, of what is no plain text."""
    return value if type(value) is Markup else str(escape(value))


marked_up: Callable[[str], Markup] = partial(str.__new__, Markup)  # without asking what it is of

NAMES = {  # in the code of a template
    "Macro": macro,
    "Markup": marked_up,
    "escape": written,
    "escape_text": _escape_inner,
}
