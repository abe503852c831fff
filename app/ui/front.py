"""The front: the one window, made again when the language changes, and told of crashes."""

from __future__ import annotations

from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.lang.texts import LANGUAGES
from app.ui.kit import crash, qt_texts
from app.ui.kit.icons import icon, read_all
from app.ui.kit.lane import Lanes, Reply
from app.ui.kit.module import Module
from app.ui.kit.settings import Settings
from app.ui.kit.texts import _, language, speak
from app.ui.main_window import MainWindow
from app.ui.welcome.door import Door, Opened, Ways

_MOMENT = 1500
"""How long after the first paint the rest is loaded: mostly the first list is there by then."""


class Front(QObject):
    """Holds the one window, builds another for another language; ``painted()`` once."""

    painted = Signal()

    def __init__(
        self,
        ways: Ways,
        settings: Settings,
        crashes: crash.Crashes,
        modules: tuple[Module, ...],
        app: QApplication,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._modules = modules
        self._settings = settings
        self._crashes = crashes
        self._lanes = Lanes(self)
        self._lanes.sweeper.wait()
        self._door = Door(ways, self._lanes, self)
        self._first: Path | None = None
        speak(wanted_language(settings))
        self._texts = qt_texts.install(app)
        self.window = self._made()
        settings.changed.connect(self._speak)
        crashes.seen.connect(self._tell_crash)
        crashes.met.connect(self._tell_again)
        app.commitDataRequest.connect(self._keep_now)
        app.aboutToQuit.connect(self._end)

    def start(self, first: Path | None) -> None:
        """Show the window, and open an office once it is painted."""
        self._first = first
        if first is not None:
            self.window.wait_for(first.stem)
        self.window.installEventFilter(self)
        self.window.show()

    @property
    def is_busy(self) -> bool:
        """Say whether an answer of the office is still to come."""
        lanes = self._lanes
        waiting = (lanes.commands, lanes.questions, lanes.long, lanes.pages)
        return self._door.is_loading or any(lane.is_busy for lane in waiting)

    def come_forward(self) -> None:
        """Put the window in front of others."""
        front = self.window.self_service.shown or self.window
        front.setWindowState(front.windowState() & ~Qt.WindowState.WindowMinimized)
        front.show()
        front.raise_()
        front.activateWindow()

    def vanish(self) -> None:
        """Let the window go while its application is still there.

        Python ends what is left in an order of its own, and a widget that outlives its
        application takes the process down with it.
        """
        self.window.removeEventFilter(self)
        shiboken6.delete(self.window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self.window:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return super().eventFilter(watched, event)

    def _painted(self) -> None:
        from app.ui.kit import style  # noqa: PLC0415  after the first paint

        style.wear(self._app)
        self._lanes.pages.run(read_all, Reply(_nothing))
        for module in self._modules[:1]:
            self._door.load_first(module.load, then=self._warm)
        if self._first is not None:
            self._door.open(self._first)
        else:
            self._door.warm_up()
        QTimer.singleShot(_MOMENT, self, self._prepare)
        self.painted.emit()

    def _warm(self) -> None:
        """Make a table once, while the office is being opened: the first takes 15 ms longer."""
        from app.ui.kit.table_view import TableView  # noqa: PLC0415  it was loaded just before

        TableView("").deleteLater()

    def _prepare(self) -> None:
        """Load the rest once the first list is there; while it is loaded, nothing is swept."""
        is_opening = self.is_busy and self.window.workspace is None
        if is_opening or self._lanes.questions.is_busy:
            QTimer.singleShot(_MOMENT, self, self._prepare)
            return
        if not self._door.known:
            self._door.warm_up()
        self._door.prepare_papers()
        self._door.load(*(module.load_records for module in self._modules[:1]))
        self._door.load(*(module.load for module in self._modules[1:]))
        records = (module.load_records for module in self._modules[1:])
        self._door.load(*records, then=self._lanes.sweeper.go_on)

    def _made(self) -> MainWindow:
        window = MainWindow(self._door, self._lanes, self._settings, self._modules)
        window.setWindowIcon(icon("backdesk"))
        window.renewed.connect(self._renewed)
        window.closed.connect(self._app.quit)
        window.reported.connect(self._write_report)
        window.spoken.connect(self._chose_language)
        return window

    def _chose_language(self, chosen: str) -> None:
        self._settings.change(language=chosen)

    def _speak(self) -> None:
        wanted = wanted_language(self._settings)
        if wanted != language():
            speak(wanted)
            for texts in self._texts:
                self._app.removeTranslator(texts)
            self._texts = qt_texts.install(self._app)
            self.window.renew()

    def _renewed(self, opened: Opened | None) -> None:
        former, self.window = self.window, self._made()
        self.window.setGeometry(former.geometry())
        self.window.take_over(former)
        self.window.show()
        if opened is not None:
            self.window.enter(opened)
        former.hide()
        former.deleteLater()

    def _keep_now(self) -> None:
        """Keep what was typed: the clerk logs out or the machine shuts down, or may yet stay."""
        self.window.keep_now()

    def _end(self) -> None:
        self.window.end()

    def _tell_crash(self, report: Path) -> None:
        from app.ui.kit.crash_window import tell_crash  # noqa: PLC0415  only after a bug

        tell_crash(self.window, report)

    def _tell_again(self, report: Path) -> None:
        number = crash.number_of(report)
        self.window.toast.tell(_("That failed again, as report {number} says.", number=number))

    def _write_report(self) -> None:
        from app.ui.kit.crash_window import tell_report  # noqa: PLC0415  only when asked for

        tell_report(self.window, self._crashes.write(_("Written by hand.")))


def wanted_language(settings: Settings) -> str:
    """Return the language a clerk chose, or the system's where we speak it."""
    if settings.now.language:
        return settings.now.language
    # The names of all languages and countries take 10 ms, which a choice saves.
    from PySide6.QtCore import QLocale  # noqa: PLC0415  takes 10 ms

    system = QLocale.system().name().split("_")[0]
    return system if system in LANGUAGES else LANGUAGES[0]


def _nothing(nothing: object) -> None:
    """Take note."""
