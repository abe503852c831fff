"""The page that takes orders in: from tables, from web shops, and as the orders of Peppol."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from app.domain.orders.proposal import Choices, Proposal
from app.domain.shared.ids import DocumentId
from app.domain.shared.imports import ImportKind, Look, Plan, Source
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import order_intake
from app.services.office import Office
from app.services.order_intake import TakenIn
from app.ui.imports.proposals import Proposals
from app.ui.imports.source import PATTERNS, SourceBox
from app.ui.imports.steps import ImportSteps
from app.ui.imports.words import do_text, done_text
from app.ui.kit.dropping import ORDER_FILES
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.work import Work

ABOUT = mark(
    "Orders as CSV, XLSX or ODS, as a web shop exports them, or as XML (UBL, Peppol). Drop files"
    " here, choose them, or paste rows."
)

Report = Callable[[int, int], None]
_GOODS = ("code", "gtin", "buyer_code", "product")


class OrderImportPage(ImportSteps):
    """Takes orders in; what is ticked becomes drafts, in one step that undo takes back."""

    def __init__(self, shell: Shell, document_id: int | None = None) -> None:
        self.proposals = Proposals()
        self._sources: tuple[Source, ...] = ()
        self._looks: tuple[Look, ...] = ()
        self._shown = 0
        self._looking: Work | None = None
        self._turn = 0
        box = SourceBox(ABOUT, f"{PATTERNS} *.xml", many=True)
        super().__init__(shell, ImportKind.ORDERS, box, self.proposals, order_intake.take_back)
        self.columns_button = QPushButton(_("Columns…"))
        self.columns_button.setToolTip(_("How the columns are read"))
        self.columns_button.clicked.connect(self._turn_columns)
        self.foot.insertWidget(1, self.columns_button)
        self.back_button.setText(_("Other files"))
        self.box.several.connect(self.show_files)
        self.proposals.changed.connect(self._check)
        self.proposals.ticked.connect(self._count)
        self.proposals.wanted.connect(self._open)
        if document_id is not None:
            self._look_at((Source(document_id=DocumentId(document_id)),))
        elif handed := shell.first.pop(ORDER_FILES, ()):
            self.show_files(handed)

    def show_files(self, files: Sequence[Path]) -> None:
        """Look at files; of the first table the columns are chosen, for all that have the same."""
        self._pasted = b""
        self._look_at(tuple(Source(path) for path in files))

    def _read(self, source: Source) -> None:
        """Look at one source, or read the table that is shown in another way."""
        others = list(self._sources)
        same = [at for at, one in enumerate(others) if one.path == source.path]
        if same and source.path is not None:
            others[same[0]] = source
            self._look_at(tuple(others))
        else:
            self._look_at((source,))

    def _look_at(self, sources: tuple[Source, ...]) -> None:
        self._sources = sources
        self.box.wait(is_reading=True)
        self.shell.client.ask_or(
            self._looked, self._refused, order_intake.look, sources, self._pasted
        )

    def _looked(self, looks: tuple[Look, ...]) -> None:
        """Show the columns of the first table; of XML there are none."""
        self._looks = looks
        tables = [place for place, one in enumerate(looks) if one.plan.columns]
        self._shown = tables[0] if tables else 0
        self.columns_button.setVisible(bool(tables))
        is_told = not tables or _is_whole(looks[self._shown].plan.columns)
        self._fold(is_open=not is_told)
        if looks:
            self._show_look(looks[self._shown])
        if is_told:
            self.proposals.table.setFocus()

    def _turn_columns(self) -> None:
        """Show how the columns are read, or hide it."""
        self._fold(is_open=self.columns_area.isHidden())

    def _fold(self, *, is_open: bool) -> None:
        for part in (self.reading, self.columns_area):
            part.setVisible(is_open)

    def _plans(self) -> tuple[Plan, ...]:
        """Return how each file is read: those with the same headings as the one that is shown."""
        plan = self._checking()
        if plan is None:
            return ()
        header = self._looks[self._shown].header
        return tuple(
            replace(one.plan, columns=plan.columns, has_header=plan.has_header)
            if one.header == header and one.plan.columns
            else one.plan
            for one in self._looks
        )

    def _check(self) -> None:
        plans = self._plans()
        if not plans:
            return
        if self._looking is not None:
            self._looking.cancel()
        self._turn += 1
        office, choices = self.shell.client.office, self.proposals.choices()
        self._looking = self.shell.client.carry(
            partial(self._show_proposals, self._turn),
            partial(_previewed, office, (plans, self._pasted, choices)),
            partial(self._not_shown, self._turn),
        )
        self.progress.watch(self._looking, _("Looking at the orders"))

    def _show_proposals(self, turn: int, found: tuple[Proposal, ...]) -> None:
        if turn == self._turn:
            self._looking = None
            self.proposals.show_all(found)

    def _not_shown(self, turn: int, error: OfficeError) -> None:
        """Say why there is no preview; that an earlier one was broken off is no news."""
        if turn == self._turn:
            self._looking = None
            self._refused(error)

    def _count(self) -> None:
        """Say how many orders are ticked, and how many there are."""
        wanted = len(self.proposals.wanted_keys())
        unfit, in_all = self.proposals.unfit, self.proposals.in_all
        parts = [many("{n} order in the files", "{n} orders in the files", in_all)]
        if unfit:
            parts.append(
                many("{n} cannot be taken in", "{n} cannot be taken in", unfit),
            )
        self.summary.setText(" · ".join(parts))
        self.import_button.setText(do_text(ImportKind.ORDERS, wanted))
        self.import_button.setEnabled(wanted > 0 and self._plan is not None)

    def _import(self) -> None:
        keys, plans = self.proposals.wanted_keys(), self._plans()
        if not (keys and plans):
            return
        work = self.shell.client.work(
            self._imported,
            order_intake.accept,
            plans,
            keys,
            self._pasted,
            self.proposals.choices(),
            refused=self._stopped,
        )
        self.progress.watch(work, _("Taking orders in"))

    def _imported(self, taken: TakenIn) -> None:
        self._told(taken.run, done_text(ImportKind.ORDERS, taken.run.created))
        self.finished.emit()

    def _open(self, order: object) -> None:
        self.shell.open("order", order if isinstance(order, int) else None)


def _previewed(
    office: Office, asked: tuple[tuple[Plan, ...], bytes, Choices], report: Report
) -> tuple[Proposal, ...]:
    """Return what files ask for; runs beside the window."""
    return office.ask_watched(report, order_intake.preview, *asked)


def _is_whole(columns: Sequence[str]) -> bool:
    """Say whether columns tell at least how much of what is ordered, so that nobody need choose."""
    return "quantity" in columns and any(one in columns for one in _GOODS)
