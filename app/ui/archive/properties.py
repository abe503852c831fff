"""What is known of the files of a document: its versions, their proof, who filed them and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QListWidgetItem, QWidget

from app.domain.archive.document import Version, VersionKind
from app.domain.archive.record import Record
from app.lang.texts import mark
from app.services import archive
from app.services.documents import Seen
from app.ui.archive.card import DocumentCard
from app.ui.archive.words import day_text, type_name
from app.ui.kit.dialogs import Dialog
from app.ui.kit.file_words import size_text
from app.ui.kit.hit_list import HitList
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_VERSION = Qt.ItemDataRole.UserRole
_KINDS = {
    VersionKind.ORIGINAL: mark("Original"),
    VersionKind.REPLACED: mark("New version"),
    VersionKind.PAGES: mark("Pages put in order"),
    VersionKind.UNLOCKED: mark("Opened with its password"),
}


_GROUP = 8
"""So many signs of a hash stand together: a whole one has no place to break."""


class Properties(Dialog):
    """Shows facts and versions; a version is looked at or exported."""

    def __init__(
        self,
        parent: QWidget,
        shell: Shell,
        card: DocumentCard,
        export: Callable[[Record], object],
    ) -> None:
        seen = card.seen
        assert seen is not None
        title = seen.document.title
        super().__init__(parent, _("Properties"), title, "info-circle")
        self._shell = shell
        self._seen = seen
        self._look = card.show_version
        self._export = export
        self.versions = HitList(_("Versions"))
        for version in seen.versions:
            item = QListWidgetItem(version_text(version))
            item.setData(_VERSION, version)
            self.versions.addItem(item)
        self.versions.setCurrentRow(0)
        self.versions.setFixedHeight(theme().px(32 * min(len(seen.versions), 5) + 12))
        self.versions.picked.connect(self._show)
        self.add_field(self._facts())
        self.add_field(plain_label(_("Versions"), "label"))
        self.add_field(self.versions)
        self.add_button(_("Export this version…"), self._export_chosen, primary=False)
        self.add_button(_("Show this version"), self._show, primary=False)
        self.add_button(_("Close"), self.accept, primary=True)

    def _facts(self) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(6))
        grid.setColumnStretch(1, 1)
        for line, (name, text) in enumerate(facts_of(self._seen)):
            value = plain_label(text)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(plain_label(name, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        return held

    def _chosen(self) -> Version | None:
        item = self.versions.currentItem()
        version = item.data(_VERSION) if item is not None else None
        return version if isinstance(version, Version) else None

    def _show(self, _item: object = None) -> None:
        version = self._chosen()
        if version is not None:
            self._look(version.number)
            self.accept()

    def _export_chosen(self) -> None:
        version = self._chosen()
        if version is not None:
            self._shell.client.ask(self._export, archive.get, version.file_id)
            self.accept()


def facts_of(seen: Seen) -> Iterator[tuple[str, str]]:
    """Yield what is known of the newest file and of its keeping, as a word and its text."""
    file, document = seen.file, seen.document
    yield _("File"), file.name
    yield _("Type"), f"{type_name(file.media_type)} · {file.media_type}"
    yield _("Size"), size_text(file.size)
    yield _("Taken in"), formats().instant(document.received_at.astimezone())
    yield _("Kept until"), day_text(seen.kept_until) or _("No last day is known")
    if document.locked_by:
        yield _("Taken out by"), document.locked_by
    yield "SHA-256", " ".join(wrap(file.sha256, _GROUP))


def version_text(version: Version) -> str:
    """Return a version in one line: number, how it came to be, when, by whom, and why."""
    when = formats().instant(version.made_at.astimezone())
    parts = (f"{version.number}", _(_KINDS[version.kind]), when, version.made_by, version.note)
    return " · ".join(part for part in parts if part)
