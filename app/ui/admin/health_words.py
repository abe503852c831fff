"""How health is told: topics, signs, what is proposed, and how large the company is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.admin.health import Line, Sign, Topic
from app.domain.shared.problems import Problem
from app.lang.texts import mark
from app.ui.kit.file_words import size_text
from app.ui.kit.messages import sentence_of
from app.ui.kit.schemes import scheme_name
from app.ui.kit.texts import _, formats, many

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.lang.messages import Sentence
    from app.services.health import Overview

TOPICS = {
    Topic.FILES: mark("Files: pages, structure, references"),
    Topic.CHAIN: mark("Record of changes"),
    Topic.KEPT: mark("What was issued, booked and filed"),
    Topic.NUMBERS: mark("Number series"),
    Topic.BALANCES: mark("Balances and open items"),
    Topic.STOCK: mark("Stock and its value"),
    Topic.DOCUMENTS: mark("Documents of the archive"),
    Topic.IDENTIFIERS: mark("Numbers of contacts and invoices"),
    Topic.PEOPLE: mark("Numbers of employees"),
    Topic.DISK: mark("Room on the disk"),
    Topic.BACKUPS: mark("Backups"),
    Topic.DRILL: mark("Restore for practice"),
    Topic.ANCHOR: mark("Last closed day"),
    Topic.MAILS: mark("Mails on their way"),
    Topic.JOBS: mark("Work done by itself"),
    Topic.TEXTS: mark("Texts of documents"),
    Topic.RIGHTS: mark("What the server itself keeps"),
    Topic.ERASED: mark("Erased persons"),
}
SIGNS = {Sign.GOOD: mark("In order"), Sign.LOOK: mark("Needs a look"), Sign.BAD: mark("Problem")}
TONES = {Sign.GOOD: "good", Sign.LOOK: "warn", Sign.BAD: "bad"}
ICONS = {Sign.GOOD: "circle-check", Sign.LOOK: "eye", Sign.BAD: "alert-triangle"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What helps: a verb, and the actions that lead there or the page that is opened.

    ``copies`` names the fact that goes to the clipboard. Without any the findings are shown.
    """

    text: str
    steps: tuple[str, ...] = ()
    opens: str = ""
    copies: str = ""


_BACK_UP = Proposal(mark("Back up now"), ("company.backups", "backups.now"))
_BACKUPS = Proposal(mark("Open the backups"), ("company.backups",))
_TO_DO = Proposal(mark("Open what is to be done"), opens="to-do")
_PROOF = Proposal(mark("Open the proof"), opens="proof")
_STATEMENT = Proposal(mark("Copy the statement"), copies="statement")
_CHECK = Proposal(mark("Check now"), ("health.check",))
_MAIL = ("go.letters", "letters.mail")

PROPOSALS = {
    "health.backup-never": _BACK_UP,
    "health.backup-late": _BACK_UP,
    "health.backup-failed": _BACKUPS,
    "health.drill-never": _BACKUPS,
    "health.drill-failed": _BACKUPS,
    "health.mails-stuck": Proposal(mark("Open the mails that did not go"), (*_MAIL, "mail.stuck")),
    "health.mails-wait": Proposal(mark("Open the queue of mails"), (*_MAIL, "mail.outbox")),
    "health.jobs-failed": _TO_DO,
    "health.texts-unread": _TO_DO,
    "health.erased-due": Proposal(mark("Show what may go"), ("health.erased",)),
    "health.document": _PROOF,
    "health.piece": _PROOF,
    "health.count": Proposal(mark("Read and index again…"), ("go.archive", "archive.again")),
    "health.identifier": Proposal(mark("Show the contacts with a wrong number")),
    "health.account": Proposal(mark("Show the contacts with a wrong number")),
    "health.invoice-reference": Proposal(mark("Show the invoices with a wrong reference")),
    "health.identity": Proposal(mark("Show the employees with a wrong number")),
    "health.disk-low": Proposal(mark("Look again"), ("list.refresh",)),
    "health.unchecked": _CHECK,
    "health.rights-unmade": _STATEMENT,
    "health.rows-open": _STATEMENT,
    "health.orphan": _CHECK,
    "health.left-over": _CHECK,
    "health.open-item": Proposal(mark("Show what does not agree")),
    "health.stock": Proposal(mark("Show what does not agree")),
}
SCHEME = "scheme"
SOUND = "health.sound"
QUIET = frozenset({SOUND, "health.anchored", "health.anchor-never", "health.rights-kept"})


def proposal_of(line: Line) -> Proposal | None:
    """Return what helps in a line; where there is none of its own, the way to a backup."""
    code = line.told[0].code
    if code in QUIET or code == "health.backup-elsewhere":
        return None
    return PROPOSALS.get(code, _BACKUPS)


def told_text(line: Line) -> str:
    """Return in a line what is told of a topic, and how much more there is."""
    text = _sentence(line.told[0]).what
    more = line.count - 1 if len(line.told) > 1 else 0
    return _("{what} And {n} more.", what=text, n=_number(more)) if more else text


def finding_text(found: Problem, name: str) -> str:
    """Return what was found, and whose it is where the asker may know that."""
    told = _sentence(found)
    if name:
        return f"{name}: {told.what}"
    return " ".join(part for part in (told.what, told.why, told.todo) if part)


def _sentence(found: Problem) -> Sentence:
    """Return what was found, an identifier by the name that forms give it."""
    named = {name: scheme_name(fact) for name, fact in found.facts.items() if name == SCHEME}
    return sentence_of(found.code, {**found.facts, **named})


def overview_text(found: Overview) -> str:
    """Return how the company stands as a whole, and how large it is."""
    return "\n".join((_whole(found.lines), _checked(found.checked_at), sizes_text(found)))


def sizes_text(found: Overview) -> str:
    """Return how large the company is, and what is left of the disk."""
    sizes = found.sizes
    told = [
        _("Database {size}", size=size_text(sizes.rows)),
        _("Documents {size}", size=size_text(sizes.documents)),
        many("{n} file", "{n} files", sizes.count),
    ]
    if sizes.free is not None:
        told.append(_("Not yet put in order {size}", size=size_text(sizes.logs)))
        told.append(_("Free on the disk {size}", size=size_text(sizes.free)))
    return " · ".join(told)


def since_text(moment: datetime | None) -> str:
    """Return a moment as people read it, or nothing."""
    return "" if moment is None else formats().instant(moment.astimezone())


def _whole(lines: Sequence[Line]) -> str:
    bad = sum(one.sign is Sign.BAD for one in lines)
    look = sum(one.sign is Sign.LOOK for one in lines)
    if bad:
        return many("{n} problem to solve.", "{n} problems to solve.", bad)
    if look:
        return many("{n} thing wants a look.", "{n} things want a look.", look)
    return _("Everything is in order.")


def _checked(moment: datetime | None) -> str:
    if moment is None:
        return _("Not everything was checked yet; it is done by itself while nobody works.")
    return _(
        "Everything was checked {moment}; it is checked again every week.",
        moment=since_text(moment),
    )


def _number(count: int) -> str:
    return formats().decimal(Decimal(count))
