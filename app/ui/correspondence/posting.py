"""Envelopes and labels with the addresses of chosen letters, as they will print."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.archive.serials import Feed
from app.domain.correspondence.envelopes import Envelope
from app.domain.shared.ids import LetterId
from app.domain.shared.refusals import OfficeError
from app.services import postal
from app.services.serials import LabelKind
from app.ui.correspondence.sheet import SheetDialog
from app.ui.kit.fields import ChoiceEdit, NumberEdit
from app.ui.kit.form import Form
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many


class PostalDialog(SheetDialog):
    """Shows what will be printed for letters; how far the printer is off stands in the settings."""

    keeps_typed = False
    """Nothing is written here: it prints."""

    def __init__(
        self, parent: QWidget, shell: Shell, letters: Sequence[LetterId], title: str
    ) -> None:
        super().__init__(parent, shell, title, _off_text(shell))
        self._shell = shell
        self._name = title
        self.letters = tuple(letters)
        self.kind: ChoiceEdit[str] = ChoiceEdit([("", "")])
        self.form = Form()
        self._words.insertWidget(2, self.form)
        self.calibrate = QPushButton(_("Calibration page"))
        self.calibrate.setCheckable(True)
        self.calibrate.setAutoDefault(False)
        self.calibrate.toggled.connect(self.draw)
        self.line.insertWidget(0, self.calibrate)
        self.form.edited.connect(self.draw)

    def draw(self, _change: object = None) -> None:
        """Draw what the fields ask for."""
        self.preview.wait()
        client, feed = self._shell.client, self.feed()
        if self.calibrate.isChecked():
            client.ask_or(self._show, self._hold, postal.calibration_page, feed)
        else:
            self.ask(feed)

    def ask(self, feed: Feed) -> None:
        """Ask for the sheets."""

    def feed(self) -> Feed:
        """Return how the printer of this machine is fed, as its settings say."""
        now = self._shell.settings.now
        return Feed(right=now.print_right / 10, down=now.print_down / 10)

    def _show(self, pdf: bytes) -> None:
        name = _("Calibration page") if self.calibrate.isChecked() else self._name
        self.show_sheet(pdf, f"{name}.pdf")

    def _hold(self, error: OfficeError) -> None:
        found = error_sentence(error)
        self.preview.hold(" ".join(part for part in (found.what, found.todo) if part))


class EnvelopeDialog(PostalDialog):
    """An envelope for each letter, of a size."""

    def __init__(self, parent: QWidget, shell: Shell, letters: Sequence[LetterId]) -> None:
        title = many("{n} envelope", "{n} envelopes", len(letters))
        super().__init__(parent, shell, letters, title)
        self.form.add("kind", _("Envelope"), self.kind, columns=12)
        self.kind.setFocus()
        shell.client.ask(self._offer, postal.envelope_kinds)

    def _offer(self, kinds: tuple[Envelope, ...]) -> None:
        self.kind.offer([(one.code, one.name) for one in kinds])
        self.draw()

    def ask(self, feed: Feed) -> None:
        asked = (self.letters, self.kind.value(), feed)
        self._shell.client.ask_or(self._show, self._hold, postal.letter_envelopes, *asked)


class AddressLabelDialog(PostalDialog):
    """A label for each letter, after those that are peeled off."""

    def __init__(self, parent: QWidget, shell: Shell, letters: Sequence[LetterId]) -> None:
        title = many("{n} address label", "{n} address labels", len(letters))
        super().__init__(parent, shell, letters, title)
        self.start = NumberEdit(0)
        self.start.put(Decimal(1))
        self.form.add("kind", _("Label sheet"), self.kind, columns=8)
        self.form.add("start", _("Begin at label"), self.start, columns=4)
        self.kind.setFocus()
        shell.client.ask(self._offer, postal.label_kinds)

    def feed(self) -> Feed:
        begins = self.start.value() if self.start.is_readable() else None
        off = super().feed()
        return Feed(self.kind.value(), max(int(begins or 1) - 1, 0), off.right, off.down)

    def _offer(self, kinds: tuple[LabelKind, ...]) -> None:
        self.kind.offer([(one.code, _kind_text(one)) for one in kinds])
        self.draw()

    def ask(self, feed: Feed) -> None:
        ask_or = self._shell.client.ask_or
        ask_or(self._show, self._hold, postal.letter_labels, self.letters, feed)


def _kind_text(one: LabelKind) -> str:
    wide, high = (formats().decimal(side) for side in (one.width, one.height))
    return _("{name}, {wide} × {high} mm", name=one.name, wide=wide, high=high)


def _off_text(shell: Shell) -> str:
    now = shell.settings.now
    right, down = (
        formats().decimal(Decimal(off) / 10) for off in (now.print_right, now.print_down)
    )
    return _(
        "This printer is moved {right} mm to the right and {down} mm down; the settings change it.",
        right=right,
        down=down,
    )
