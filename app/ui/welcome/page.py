"""The first page: three questions make a company, one button takes the sample, or open another."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.kit.actions import beside_icon
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.progress import ProgressLine
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.settings import Settings
from app.ui.kit.sheets import welcome
from app.ui.kit.texts import _, language
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip
from app.ui.settings.page import SPEECH
from app.ui.welcome.door import Door

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.welcome import CountryChoice

SUFFIX = ".backdesk"
_ANYWHERE = "en"
_MIDDLE = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


def likely(countries: tuple[CountryChoice, ...], speech: str, here: str) -> CountryChoice | None:
    """Return the country of a new company: the machine's own, that of the speech, or the first.

    English is no country's own, as it is spoken in all of them.
    """
    at_home = [one for one in countries if one.code == here and speech in one.languages]
    fitting = [one for one in countries if one.languages[:1] == (speech,) != (_ANYWHERE,)]
    return next(iter((*at_home, *fitting, *countries)), None)


def papers_in(country: CountryChoice, speech: str) -> str:
    """Return the language in which a new office writes: the window's, if it is of the country.

    Where the window does not speak the first language of the country, papers speak it.
    """
    usual = country.languages[0]
    return speech if speech in country.languages and usual in SPEECH else usual


class WelcomePage(QWidget):
    """Asks at most three things: where the company is, what it is called, and a password if any.

    ``backup_wanted()`` asks for a company out of a backup.
    """

    spoken = Signal(str)
    backup_wanted = Signal()

    def __init__(self, door: Door, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._settings = settings
        self._parent_folder: Path | None = None
        self.language: ChoiceEdit[str] = ChoiceEdit(list(SPEECH.items()))
        self.country: ChoiceEdit[CountryChoice | None] = ChoiceEdit()
        self.name = TextEdit()
        self.password = TextEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.place = plain_label(role="label")
        self.form = Form()
        self.make = QPushButton(_("Create company"))
        self.sample = QPushButton(icon("notes"), beside_icon(_("Take the sample company")))
        self.other = QPushButton(icon("folder-open"), beside_icon(_("Open a company…")))
        self.backup = QPushButton(icon("restore"), beside_icon(_("Company from a backup…")))
        self.change = QPushButton(_("Other folder…"))
        self.progress = ProgressLine()
        self._offices = QVBoxLayout()
        self._fill()
        self._lay_out()
        self._connect()
        lead_to(self, self.language)
        self.language.put(language())
        self.renew()
        self.offer(door.known)

    def renew(self) -> None:
        """Ask afresh: the recent companies as they are now, nothing typed."""
        while (item := self._offices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in self._settings.now.recent:
            self._offices.addWidget(self._recent(Path(path)))
        self.name.put("")
        self.password.put("")
        self.set_busy(busy=False)

    def offer(self, countries: tuple[CountryChoice, ...]) -> None:
        """Offer these countries, the one of the spoken language first chosen."""
        speech = language()
        named = [(one, one.names.get(speech) or one.names.get("en", one.code)) for one in countries]
        self.country.offer(named)
        here = QLocale.territoryToCode(QLocale.system().territory())
        chosen = likely(countries, speech, here)
        if chosen is not None:
            self.country.put(chosen)
        self._look()

    def take_up(self) -> None:
        """Give the keyboard to the name that was refused, ready to be typed over."""
        if self.name.value():
            self.name.setFocus(Qt.FocusReason.TabFocusReason)
            self.name.selectAll()

    def set_busy(self, *, busy: bool) -> None:
        """Take no more answers while a company is made or opened."""
        lines = range(self._offices.count())
        recent = (item.widget() for one in lines if (item := self._offices.itemAt(one)))
        for widget in (self.form, self.sample, self.other, self.backup, self.make, *recent):
            if widget is not None:
                widget.setEnabled(not busy)
        if not busy:
            self._look()

    def _fill(self) -> None:
        self.form.add("language", _("Language"), self.language)
        self.form.add("country", _("Country"), self.country)
        self.form.add("name", _("Company name"), self.name, columns=12)
        self.form.add(
            "password",
            _("Password (optional)"),
            self.password,
            columns=12,
            help_text=_(
                "Without one the company opens without asking. A forgotten password cannot be "
                "recovered."
            ),
        )
        self.name.setPlaceholderText(_("As it is on invoices"))

    def _lay_out(self) -> None:
        px = theme().px
        card, aside = self._card(), self._aside()
        self._parts = (card, aside)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(40))
        self._line.addStretch(1)
        for part in self._parts:
            self._line.addWidget(part, 0, _MIDDLE)
        self._line.addStretch(1)
        theme().changed.connect(self._measure)
        inner = QWidget()
        around = QVBoxLayout(inner)
        around.addStretch(2)
        around.addLayout(self._line)
        around.addStretch(3)
        area = Scrolled(inner)
        area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        theme().dress(inner, welcome)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Stand side by side where there is room, else one below the other."""
        px, side = theme().px, QBoxLayout.Direction
        for part, width in zip(self._parts, (480, 320), strict=True):
            part.setFixedWidth(min(px(width), max(self.width() - px(40), px(200))))
        has_room = self.width() >= px(480 + 320 + 40 + 40)
        self._line.setDirection(side.LeftToRight if has_room else side.TopToBottom)

    def _card(self) -> QFrame:
        px = theme().px
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(32), px(28), px(32), px(28))
        column.setSpacing(px(16))
        column.addWidget(plain_label(_("Welcome to Backdesk"), "title"))
        column.addWidget(plain_label(_("Three answers and you can write an invoice."), "muted"))
        column.addWidget(self.form)
        column.addLayout(self._place_line())
        self.make.setProperty("primary", "true")
        column.addWidget(self.make)
        column.addWidget(self.progress)
        return card

    def _place_line(self) -> QHBoxLayout:
        self.change.setProperty("plain", "true")
        self.change.clicked.connect(self._choose_place)
        line = QHBoxLayout()
        line.addWidget(self.place, 1)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _aside(self) -> QWidget:
        aside = QWidget()
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, theme().px(28), 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(plain_label(_("Only looking?"), "heading"))
        column.addWidget(
            plain_label(_("A made-up company with customers, products and invoices."), "muted")
        )
        column.addWidget(self.sample)
        column.addSpacing(theme().px(16))
        column.addWidget(plain_label(_("Already have one?"), "heading"))
        column.addLayout(self._offices)
        column.addWidget(self.other)
        column.addWidget(self.backup)
        column.addStretch(1)
        return aside

    def _recent(self, path: Path) -> QPushButton:
        name = path.name.removesuffix(SUFFIX)
        button = QPushButton(icon("briefcase", "muted"), beside_icon(name.replace("&", "&&")))
        button.setAccessibleName(name)
        button.setProperty("plain", "true")
        button.setProperty("align", "left")
        button.setToolTip(plain_tip(str(path)))
        button.clicked.connect(partial(self._open, path))
        return button

    def _connect(self) -> None:
        self._door.countries.connect(self.offer)
        self.form.edited.connect(self._look)
        self.form.submitted.connect(self._create)
        self.language.edited.connect(self._speak)
        self.make.clicked.connect(self._create)
        self.sample.clicked.connect(self._take_sample)
        self.other.clicked.connect(self._choose)
        self.backup.clicked.connect(self.backup_wanted)

    def _path(self) -> Path:
        usual = self._door.ways.place_for(self.name.value())
        return self._parent_folder / usual.name if self._parent_folder else usual

    def _look(self) -> None:
        is_ready = bool(self.name.value()) and self.country.count() > 0
        self.make.setEnabled(is_ready)
        self.sample.setEnabled(self.country.count() > 0)
        self.change.setVisible(is_ready)
        self.place.setText(_("Kept in {place}", place=self._path()) if is_ready else "")

    def _speak(self) -> None:
        self.spoken.emit(self.language.value())

    def _create(self) -> None:
        country = self.country.value() if self.country.count() else None
        if not self.name.value() or country is None:
            self.name.setFocus()
            return
        # The countries came from the same services.
        from app.services.welcome import NewOffice  # noqa: PLC0415  loaded by now

        speech = self.language.value()
        chosen = papers_in(country, speech)
        self.set_busy(busy=True)
        new = NewOffice(self.name.value(), country.code, chosen)
        self._door.create(self._path(), new, self.password.text())

    def _take_sample(self) -> None:
        country = self.country.value()
        if country is not None:
            self.set_busy(busy=True)
            path = self._door.ways.place_for(_("Sample company"))
            self.progress.watch(
                self._door.create_sample(path, country.code), _("Making the sample company…")
            )

    def _choose(self) -> None:
        start = str(self._door.ways.place_for("x").parent)
        chosen = QFileDialog.getExistingDirectory(self, _("Open a company"), start)
        if chosen:
            self._open(Path(chosen))

    def _choose_place(self) -> None:
        start = str(self._path().parent)
        chosen = QFileDialog.getExistingDirectory(self, _("Keep the company in"), start)
        if chosen:
            self._parent_folder = Path(chosen)
            self._look()

    def _open(self, path: Path, is_checked: object = None) -> None:
        self.set_busy(busy=True)
        self._door.open(path)
