"""The crash window: says that something failed, that nothing is lost, and where the report is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.ui.kit.crash import number_of
from app.ui.kit.dialogs import Dialog
from app.ui.kit.texts import _


class CrashWindow(Dialog):
    """One window for any number of bugs; the next ones only change its details."""

    def __init__(self, parent: QWidget, report: Path, title: str, text: str) -> None:
        super().__init__(parent, title, text, "bug")
        self._report = report
        self.fold(_read(report))
        self.add_button(_("Show the file"), self._show_file, primary=False)
        self.add_button(_("Go on"), self.accept, primary=True)

    def _show_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.parent)))


def tell_crash(window: QWidget, report: Path) -> None:
    """Tell of a bug once; while the window stands, further bugs are in their own files only."""
    if window.findChild(CrashWindow) is None:
        told = _(
            "What was under way was taken back; everything else is kept. A report without names"
            " and amounts lies in a file, and nothing was sent anywhere."
        )
        if number := number_of(report):
            told = " ".join((told, _("Its number is {number}.", number=number)))
        _open(window, report, _("Something went wrong that we did not foresee"), told)


def tell_report(window: QWidget, report: Path) -> None:
    """Tell where the report lies that a clerk asked for."""
    text = _("It says what Backdesk runs on, without names and amounts. Nothing was sent anywhere.")
    _open(window, report, _("The report is written"), text)


def _open(window: QWidget, report: Path, title: str, text: str) -> None:
    CrashWindow(window, report, title, text).open()


def _read(report: Path) -> str:
    try:
        return f"{report}\n\n{report.read_text('utf-8')}"
    except OSError:
        return _("No report could be written.")
