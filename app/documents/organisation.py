"""The organisation on paper: who leads whom on a day, each under their manager."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.accounting import Imprint, report
from app.documents.model import Column, Document, Grid, Paragraph, Row, RowKind

STEP = "–  "


@dataclass(frozen=True, slots=True)
class Post:
    """A person in the chart: so deep under the top, with so many led by them."""

    depth: int
    name: str
    position: str
    department: str
    leads: int = 0


def describe(posts: Sequence[Post], day: date, imprint: Imprint) -> Document:
    """Return who works here on a day, everybody under who leads them."""
    say = imprint.say
    columns = (
        Column(say("Name"), weight=3),
        Column(say("Position"), weight=3),
        Column(say("Department"), weight=2),
    )
    rows = tuple(_row(one) for one in posts)
    facts = {
        say("As of"): imprint.formats.day(day),
        say("People"): str(len(posts)),
    }
    listed = Grid(columns, rows) if rows else Paragraph(say("Nobody works here on that day."))
    return report(imprint, say("Organisation"), facts, (listed,))


def _row(post: Post) -> Row:
    kind = RowKind.SUM if post.depth == 0 and post.leads else RowKind.ENTRY
    return Row((STEP * post.depth + post.name, post.position, post.department), kind)
