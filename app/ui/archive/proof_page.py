"""Proof: when the archive was verified, how it ended, and which documents are damaged."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from app.domain.archive.proof import Damage, Finding, Proof
from app.lang.texts import mark
from app.services import proving
from app.ui.archive.overview import Overview
from app.ui.kit.file_words import size_text
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.night_watch import TABLES, NightWatch

KIND = "proof"


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A verification, or under it a document that it found damaged."""

    id: int
    proof: Proof
    finding: Finding | None = None


def damage_text(finding: Finding) -> str:
    """Return what is wrong with a document, and where."""
    match finding.damage:
        case Damage.CHANGED:
            return _("Its bytes are not those that were filed.")
        case Damage.MISSING:
            return _("Its bytes are not in the archive any more.")
        case Damage.UNREADABLE:
            return _(
                "Its part {piece} of {pieces} is broken on the disk.",
                piece=finding.piece,
                pieces=finding.pieces,
            )


def _what(line: ProofLine) -> str:
    if line.finding is not None:
        return line.finding.title or _("Personnel file")
    begun = line.proof.begun_at.astimezone()
    return formats().instant(begun)


def _result(line: ProofLine) -> str:
    proof, found = line.proof, len(line.proof.findings)
    if line.finding is not None:
        return damage_text(line.finding)
    if found:
        return many("{n} document is damaged", "{n} documents are damaged", found)
    return _("All as filed") if proof.is_ended else _("Under way; it goes on by itself")


def _tone(line: ProofLine) -> str:
    return "bad" if line.finding is not None or line.proof.findings else "muted"


def _checked(line: ProofLine) -> str:
    return "" if line.finding else formats().decimal(Decimal(line.proof.checked))


COLUMNS: tuple[Column[ProofLine], ...] = (
    Column(mark("Verified"), _what, width=220),
    Column(mark("By"), lambda line: "" if line.finding else line.proof.who, width=120),
    Column(mark("Contents"), _checked, right=True, width=90),
    Column(
        mark("Size"),
        lambda line: "" if line.finding else size_text(line.proof.size),
        right=True,
        width=90,
    ),
    Column(mark("Result"), _result, width=300, tone=_tone),
)


class ProofPage(Overview):
    """Lists the last verifications with what they found; one can be begun."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, KIND, _("Proof"), ("proof.begin",))
        self.hint.setText(
            _("Every document is read again each day and compared with what was filed.")
        )
        self.table: ShortTable[ProofLine] = ShortTable(_("Proof"), COLUMNS)
        self.put_table(self.table, "Result")
        self.watch = NightWatch(shell.client, self)
        shell.client.changed.connect(self._news)
        self.table.opened.connect(self._open)
        shell.book.offer(self, {"proof.begin": self.watch.begin, "list.refresh": self.refresh})
        self.refresh()

    def refresh(self) -> None:
        """Ask for the last verifications."""
        self.shell.client.ask(self._show, proving.proofs)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _show(self, proofs: tuple[Proof, ...]) -> None:
        ids, lines = count(1), []
        for proof in proofs:
            lines.append(ProofLine(next(ids), proof))
            lines.extend(ProofLine(next(ids), proof, finding) for finding in proof.findings)
        self.table.show_rows(lines)

    def _open(self, record: int) -> None:
        line = self.table.row_of(record)
        if line is not None and line.finding is not None and line.finding.document_id:
            self.shell.open("document", line.finding.document_id)
