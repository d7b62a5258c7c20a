"""Dataclasses written out, so that a browser need not compile their methods at each start.

`@dataclass` makes Python source for every class and compiles it when the module is imported; for our few dozen classes
that took longer than everything else that the page imports. The build writes the same methods into the module. A
module that asks more of `dataclasses` than is understood here stays as it is.
"""

import ast
from dataclasses import is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from engine.content.load import SHAPES

UNDERSTOOD = {"dataclass", "field", "replace"}
SHARED = "import engine.inlined as _inlined\n"
"""The module that has the methods which are the same for all classes."""


@cache
def describing_content() -> frozenset[str]:
    """The modules that say what content looks like: `load` asks their classes for their fields."""
    found: set[type] = set()
    ahead: list[Any] = list(SHAPES.values())
    while ahead:
        shape = ahead.pop()
        if is_dataclass(shape) and isinstance(shape, type) and shape not in found:
            found.add(shape)
            ahead += get_type_hints(shape).values()
        ahead += get_args(shape)
    return frozenset(shape.__module__ for shape in found)


def describes_content(file: Path) -> bool:
    """Whether a module says what content looks like, and so keeps real dataclasses."""
    return ".".join(file.with_suffix("").parts) in describing_content()


def inlined(source: str) -> str:
    """Python source that does the same without `dataclasses`, or the source itself."""
    try:
        return _inlined(source)
    except _NotUnderstoodError:
        return source


class _NotUnderstoodError(Exception):
    """A use of `dataclasses` that is rare enough to be left to it."""


def _inlined(source: str) -> str:
    tree = ast.parse(source)
    asked = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for alias in node.names
    }
    if not asked or asked - UNDERSTOOD or any(_imports_it_whole(node) for node in ast.walk(tree)):
        return source
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses":
            body += ast.parse(SHARED + ("from copy import replace" if "replace" in asked else "")).body
        else:
            body.append(_written_out(node) if isinstance(node, ast.ClassDef) and node.decorator_list else node)
    tree.body = body
    return ast.unparse(ast.fix_missing_locations(tree))


def _imports_it_whole(node: ast.AST) -> bool:
    return isinstance(node, ast.Import) and any(alias.name == "dataclasses" for alias in node.names)


def _written_out(node: ast.ClassDef) -> ast.ClassDef:
    """A class whose decorator's work is done."""
    decorator, *more = node.decorator_list
    options = {}
    if isinstance(decorator, ast.Call):
        options = {each.arg: ast.literal_eval(each.value) for each in decorator.keywords}
        decorator = decorator.func
    if not (isinstance(decorator, ast.Name) and decorator.id == "dataclass") or more or set(options) - {"frozen", "eq"}:
        raise _NotUnderstoodError
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
    others = [each for each in node.body if each not in fields]
    declared = [
        f"{_name(each)}: {ast.unparse(each.annotation)}"
        + (f" = {ast.unparse(value)}" if (value := _default(each)) else "")
        for each in fields
    ]
    methods = "\n".join([*declared, *_methods(fields, options)])
    return ast.ClassDef(
        name=node.name,
        bases=node.bases,
        keywords=node.keywords,
        decorator_list=[],
        body=[*ast.parse(methods).body, *others],
    )


def _methods(fields: list[ast.AnnAssign], options: dict[str | None, bool]) -> list[str]:
    names = [_name(each) for each in fields]
    parameters = "".join(f", {_parameter(each)}" for each in fields)
    # A field may have the name of what makes its default, so that is looked up outside the method.
    makers = "".join(f", make_{_name(each)}={ast.unparse(factory)}" for each in fields if (factory := _factory(each)))
    parameters += f", *{makers}" if makers else ""
    lines = [
        f"__match_args__ = ({''.join(f'{name!r}, ' for name in names)})",
        f"def __init__(self{parameters}):",
        "    _own = self.__dict__",
    ]
    for each in fields:
        value = _name(each)
        if _factory(each):
            value = f"make_{value}() if {value} is ... else {value}"
        lines.append(f"    _own[{_name(each)!r}] = {value}")
    lines.append("__replace__ = _inlined.replaced")
    if options.get("eq", True):
        compared = [name for name, each in zip(names, fields, strict=True) if _is_compared(each)]
        some = "" if compared == names else "_in"
        if some:
            lines.append(f"compared = {tuple(compared)!r}")
        lines.append(f"__eq__ = _inlined.equal{some}")
        lines.append(f"__hash__ = _inlined.hashed{some}" if options.get("frozen") else "__hash__ = None")
    if options.get("frozen"):
        lines.append("__setattr__ = __delattr__ = _inlined.frozen")
    return lines


def _name(field: ast.AnnAssign) -> str:
    return ast.unparse(field.target)


def _parameter(field: ast.AnnAssign) -> str:
    name = _name(field)
    return f"{name}=..." if _factory(field) else f"{name}={name}" if _default(field) else name


def _factory(field: ast.AnnAssign) -> ast.expr | None:
    """What makes a field's default."""
    return _asked(field).get("default_factory")


def _default(field: ast.AnnAssign) -> ast.expr | None:
    """A field's default, where it is one value for all."""
    return _asked(field).get("default") if _asked(field) else field.value


def _is_compared(field: ast.AnnAssign) -> bool:
    return "compare" not in _asked(field)


def _asked(field: ast.AnnAssign) -> dict[str | None, ast.expr]:
    """What a field asks of `field`: a maker of its default, or a default and perhaps not to be compared."""
    match field.value:
        case ast.Call(func=ast.Name(id="field"), args=[], keywords=keywords):
            asked = {each.arg: each.value for each in keywords}
        case ast.Call(func=ast.Name(id="field")):
            raise _NotUnderstoodError
        case _:
            return {}
    compare = asked.get("compare", ast.Constant(value=False))
    if set(asked) - {"default", "default_factory", "compare"} or not (
        isinstance(compare, ast.Constant) and compare.value is False
    ):
        raise _NotUnderstoodError
    return asked
