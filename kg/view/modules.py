"""ES modules -> one script that stands in the page.

A page opened from disk may import no file, and a policy of hashes allows no address made on the fly. So
the modules are put one after the other, in the order in which a browser would run them, and share one scope:
there each name means one thing only, which is checked here. What the patterns do not understand is refused.
"""

import re
from collections.abc import Mapping
from typing import Final

_IMPORT: Final = re.compile(r'^import (?:\{ ([^}]*) \} from )?"\./([\w-]+)\.js";$', re.MULTILINE)
_NAMED: Final = re.compile(r"^(export )?(?:const|let|class|function|async function) (\w+)\b", re.MULTILINE)
_OTHER: Final = re.compile(
    r"^(?:import\b|export\b|(?:const|let|var) *[\[{]|var ).*|.*\b(?:import\(|import\.meta).*", re.MULTILINE
)
_REMARK: Final = re.compile(r"(?<=[,;{}()\]]) // [^\"'`]*$")


def inlined(sources: Mapping[str, str], start: str) -> str:
    r"""The module `start` and all that it imports, as one script.

    Args:
        sources: The text of each module by its name, without ``.js``.
        start: The module that the page runs.

    Raises:
        ValueError: An import leads nowhere or in a circle, a name stands for two things, or a line is of a
            kind that is not understood.

    >>> print(inlined({"a": 'import { b } from "./b.js";\nb();', "b": "export const b = () => 1;"}, "a"))
    const b = () => 1;
    b();
    """
    order: dict[str, str] = {}
    _follow(start, (), sources, order)
    owner: dict[str, str] = {}
    for name in order:
        for _, word in _NAMED.findall(order[name]):
            if word in owner:
                raise ValueError(f"{name}.js: {word} is a name of {owner[word]}.js already")
            owner[word] = name
    return "\n".join(
        _lean(_NAMED.sub(lambda m: m[0].removeprefix("export "), text)) for text in order.values()
    )


def _follow(name: str, above: tuple[str, ...], sources: Mapping[str, str], order: dict[str, str]) -> None:
    if name in above:
        raise ValueError(
            f"{name}.js imports itself by way of {', '.join(above[above.index(name) + 1 :]) or 'itself'}"
        )
    if name in order:
        return
    text = sources[name]
    for words, other in _IMPORT.findall(text):
        if other not in sources:
            raise ValueError(f"{name}.js: there is no {other}.js")
        given = {word for exported, word in _NAMED.findall(sources[other]) if exported}
        if missing := sorted(set(filter(None, words.split(", "))) - given):
            raise ValueError(f"{name}.js: {other}.js does not export {', '.join(missing)}")
        _follow(other, (*above, name), sources, order)
    rest = _IMPORT.sub("", text)
    if strange := _OTHER.search(_NAMED.sub("", rest)):
        raise ValueError(f"{name}.js: not understood: {strange[0].strip()}")
    if long := next((line for line in rest.splitlines() if line.count("`") % 2), None):
        raise ValueError(f"{name}.js: a text over several lines: {long.strip()}")
    order[name] = rest


def _lean(script: str) -> str:
    """A script without indentation and remarks."""
    lines = (_REMARK.sub("", line.strip()) for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("//", "/*", "* ", "*/")))
