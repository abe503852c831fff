"""The fields of the stationery: files, where they lie, the room they take, the custom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.admin.stationery import On, Part, Stationery
from app.lang.texts import mark
from app.ui.correspondence.words import LAYOUTS
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

PLACES = {
    On.ALL: mark("All pages"),
    On.FIRST: mark("First page"),
    On.ALTERNATING: mark("Its pages in turn"),
    On.LAST: mark("Last page"),
}
PARTS = {
    Part.SHEET: mark("Letterhead"),
    Part.WATERMARK: mark("Watermark"),
    Part.TERMS: mark("Terms, after the last page"),
}


class FileRow(QWidget):
    """One file: whether there is one, chosen or taken away; ``wanted()``, ``dropped()``."""

    wanted = Signal()
    dropped = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.told = plain_label("", "muted")
        self.choose, self.remove = QPushButton(_("Choose a file…")), QPushButton(_("Remove"))
        self.choose.setAccessibleName(f"{name}: " + _("Choose a file…"))
        self.remove.setAccessibleName(f"{name}: " + _("Remove"))
        self.choose.clicked.connect(self.wanted)
        self.remove.clicked.connect(self.dropped)
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addWidget(self.told, 1)
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(plain_label(name, "label"))
        column.addLayout(line)
        self.tell(is_there=False)
        theme().dress(self, controls)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return (self.choose, self.remove)

    def tell(self, *, is_there: bool) -> None:
        """Tell whether there is a file."""
        self.told.setText(_("A file is kept") if is_there else _("None"))
        self.remove.setEnabled(is_there)


class StationeryFields(Form):
    """Says how the stationery is used; ``wanted(Part)`` and ``dropped(Part)`` for its files."""

    wanted = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.files = {part: FileRow(_(name)) for part, name in PARTS.items()}
        places = [(on, _(name)) for on, name in PLACES.items()]
        self.sheet_on, self.watermark_on = ChoiceEdit(places), ChoiceEdit(places)
        self.has_head = CheckEdit(_("The letterhead shows who writes"))
        self.top_mm, self.foot_mm = NumberEdit(0), NumberEdit(0)
        self.custom = ChoiceEdit([(name, _(text)) for name, text in LAYOUTS.items()])
        self._lay_out()
        for part, row in self.files.items():
            row.wanted.connect(partial(self.wanted.emit, part))
            row.dropped.connect(partial(self.dropped.emit, part))

    def put(self, kept: Stationery) -> None:
        """Show what is kept."""
        self.sheet_on.put(kept.sheet_on)
        self.watermark_on.put(kept.watermark_on)
        self.has_head.put(kept.has_head)
        self.top_mm.put(Decimal(kept.top_mm))
        self.foot_mm.put(Decimal(kept.foot_mm))
        self.custom.put(kept.layout)
        self.call_clean()

    def tell_files(self, kept: Stationery) -> None:
        """Tell which files there are."""
        for part, sha256 in kept.files.items():
            self.files[part].tell(is_there=bool(sha256))

    def value(self, kept: Stationery) -> Stationery:
        """Return what is kept with what stands in the fields."""
        return replace(
            kept,
            sheet_on=self.sheet_on.value(),
            watermark_on=self.watermark_on.value(),
            has_head=self.has_head.value(),
            top_mm=_whole(self.top_mm),
            foot_mm=_whole(self.foot_mm),
            layout=self.custom.value(),
        )

    def _lay_out(self) -> None:
        head = _("Then letters do not write the sender again.")
        self.add("layout", _("Layout of letters"), self.custom, columns=12)
        self.place(self.files[Part.SHEET])
        self.add("sheet_on", _("Lies under"), self.sheet_on, columns=6)
        self.add("has_head", _("Sender"), self.has_head, columns=6, help_text=head)
        self.add("top_mm", _("Room at the head of later pages, mm"), self.top_mm, columns=6)
        self.add("foot_mm", _("Room at the foot of every page, mm"), self.foot_mm, columns=6)
        self.place(self.files[Part.WATERMARK])
        self.add("watermark_on", _("Lies under"), self.watermark_on, columns=6)
        self.place(self.files[Part.TERMS])
        self.chain()


def _whole(field: NumberEdit) -> int:
    value = field.value() if field.is_readable() else None
    return int(value) if value is not None else 0
