"""The story as a still picture (SVG): for places that show no page, such as a printed notebook."""

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from textwrap import wrap
from typing import Any, Final

from kg.view.layout import HEADS, Place, Sizes, opening_story
from kg.view.scene import Edge, EdgeKind, Node, NodeKind, Scene

_FONT: Final = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
_INK: Final = "#18212d"
_SOFT: Final = "#566273"
_LETTER: Final = 8.8  # middling width of a letter of the cards, in pixels
# What XML 1.0 cannot hold, not even escaped.
_UNPRINTABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STATED: Final = (EdgeKind.SENDS, EdgeKind.RECEIVES, EdgeKind.TAKES_PART)


def story_svg(scene: Scene) -> str:
    """The opening picture of a scene as SVG.

    Args:
        scene: What to draw; only what a page opens with is drawn.
    """
    static = files("kg.view") / "static"
    look = json.loads((static / "look.json").read_text("utf-8"))
    sizes = Sizes(**{**look["sizes"], "deal": tuple(look["sizes"]["deal"])})
    return _Picture(scene, opening_story(scene, sizes), sizes, look).svg()


class _Picture:
    def __init__(self, scene: Scene, at: Mapping[str, Place], sizes: Sizes, look: dict[str, Any]) -> None:
        self._scene, self._at, self._sizes, self._look = scene, at, sizes, look
        self._phases: dict[str, dict[str, Any]] = {
            status: phase for phase in look["phases"].values() for status in phase["statuses"]
        }
        self._nodes = {node.id: node for node in scene.nodes if node.id in at}

    def svg(self) -> str:
        heights = [y for _, y in self._at.values()] or [0]
        half = self._sizes.deal[0] // 2 + self._sizes.gutter + self._sizes.country + 9 + self._sizes.label
        top, bottom = min(heights) - 90, max(heights) + 60
        box = f"{-half - 8} {top} {2 * half + 16} {bottom - top}"
        title = _text(self._scene.title)
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{2 * half + 16}" '
            f'height="{bottom - top}" role="img" aria-label="{title}" font-family="{_FONT}" font-size="14" '
            f'fill="{_INK}">',
            f"<title>{title}</title>",
            f'<rect x="{-half - 8}" y="{top}" width="100%" height="100%" fill="#f6f7f9"/>',
            *self._heads(top + 32),
            *(self._line(edge) for edge in self._scene.edges if self._drawn(edge)),
            *(part for node in self._nodes.values() for part in self._shape(node)),
            "</svg>",
        ]
        return "\n".join(parts)

    def _drawn(self, edge: Edge) -> bool:
        kinds = (*_STATED, EdgeKind.HOLDS, EdgeKind.SPOKE, EdgeKind.TOLD)
        return edge.kind in kinds and {edge.source, edge.target} <= self._nodes.keys()

    def _heads(self, y: int) -> Iterator[str]:
        axis = self._sizes.deal[0] // 2 + self._sizes.gutter
        for side, words in HEADS:
            anchor = ("end", "middle", "start")[side + 1]
            yield (
                f'<text x="{side * (axis - self._sizes.country)}" y="{y}" font-size="12.5" font-weight="600" '
                f'fill="{_SOFT}" text-anchor="{anchor}">{_text(words)}</text>'
            )

    def _phase(self, deal: str) -> dict[str, Any]:
        return self._phases.get(self._stage(deal), self._phases["unknown"])

    def _stage(self, deal: str) -> str:
        """The stage that the latest claims give a deal, as the page tells it."""
        about = [claim for claim in self._scene.claims if claim.agreement == deal and claim.real]
        stated = [claim for claim in about if claim.decides]
        if stated:
            latest = max(claim.as_of or "" for claim in stated)
            return next(c.status or "" for c in reversed(stated) if (c.as_of or "") == latest)
        return "reported" if any(claim.kind == "transfer" for claim in about) else "unknown"

    def _line(self, edge: Edge) -> str:
        style = self._phase(edge.deal) if edge.deal else self._look["lines"][edge.kind]
        (x1, y1), (x2, y2) = (self._at[end] for end in (edge.source, edge.target))
        wide = self._sizes.deal[0] // 2
        if self._nodes[edge.source].kind is NodeKind.AGREEMENT:
            x1 += wide if x2 > x1 else -wide
        if self._nodes[edge.target].kind is NodeKind.AGREEMENT:
            x2 += wide if x1 > x2 else -wide
        bend = (x1 + x2) / 2 if x1 != x2 else x1 - 40 * (1 if x1 > 0 else -1)
        bend = x1 if edge.kind is EdgeKind.HOLDS else bend
        dash = " ".join(map(str, style["dash"]))
        return (
            f'<path d="M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}" fill="none" stroke="{style["light"]}" '
            f'stroke-width="{style["width"]}"' + (f' stroke-dasharray="{dash}"' if dash else "") + "/>"
        )

    def _shape(self, node: Node) -> Iterator[str]:
        x, y = self._at[node.id]
        if node.kind is NodeKind.AGREEMENT:
            yield from self._card(node, x, y)
            return
        style = self._look["kinds"][node.kind]
        country = node.kind is NodeKind.COUNTRY
        radius = self._sizes.country if country else self._sizes.small
        fill, stroke = ("#f6f7f9", style["light"]) if style.get("open") else (style["light"], "none")
        yield (
            f'<path d="{style["glyph"]}" transform="translate({x} {y}) scale({radius / 12:.4f}) '
            f'translate(-12 -12)" fill="{fill}" stroke="{stroke}" stroke-width="2" fill-rule="evenodd"/>'
        )
        if country and node.code:
            yield (
                f'<text x="{x}" y="{y + 4}" font-size="11" font-weight="700" fill="#ffffff" '
                f'text-anchor="middle">{_text(node.code)}</text>'
            )
        side = -1 if x < 0 else 1
        lines = wrap(node.label, int(self._sizes.label / _LETTER), max_lines=2, placeholder="…") or [""]
        for row, line in enumerate(lines):
            yield (
                f'<text x="{x + side * (radius + 9)}" y="{y + 5 + 17 * row - 8.5 * (len(lines) - 1)}" '
                f'font-weight="{600 if country else 400}" text-anchor="{"end" if side < 0 else "start"}">'
                f"{_text(line)}</text>"
            )

    def _card(self, node: Node, x: int, y: int) -> Iterator[str]:
        wide, high = self._sizes.deal
        status = self._stage(node.id)
        phase = self._phase(node.id)
        dash = " ".join(map(str, phase["dash"]))
        left = x - wide / 2
        yield (
            f'<rect x="{left}" y="{y - high / 2}" width="{wide}" height="{high}" rx="9" fill="#ffffff" '
            f'stroke="{phase["light"]}" stroke-width="{phase["width"]}"'
            + (f' stroke-dasharray="{dash}"' if dash else "")
            + "/>"
        )
        lines = wrap(node.label, int((wide - 28) / _LETTER), max_lines=2, placeholder="…") or [""]
        for row, line in enumerate(lines):
            yield (
                f'<text x="{left + 14}" y="{y - 9 * len(lines) + 5 + 18 * row}" font-weight="600">'
                f"{_text(line)}</text>"
            )
        label = self._scene.labels.get(f"status/{status}", phase["label"])
        yield (
            f'<text x="{left + 14}" y="{y + 9 * len(lines) + 8}" font-size="12.5" font-weight="600" '
            f'fill="{phase["light"]}">{_text(label[:1].upper() + label[1:])}</text>'
        )


def _text(words: str) -> str:
    return escape(_UNPRINTABLE.sub("\ufffd", words))
