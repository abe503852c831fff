"""Qt's own texts (buttons, menus of fields, file dialogs) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from app.lang.qt_texts import qt_text
from app.ui.kit.texts import language, say


class QtTexts(QTranslator):
    """Asks our catalogue; what it does not know Qt's own file may, and else it stays English."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return qt_text(source, say()) or None

    def isEmpty(self) -> bool:
        return False


def install(app: QCoreApplication) -> tuple[QTranslator, ...]:
    """Make Qt speak the window's language; returns what must be kept, and removed one day."""
    ours, theirs = QtTexts(app), QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if theirs.load(f"qtbase_{language()}", folder):
        app.installTranslator(theirs)
    app.installTranslator(ours)
    return ours, theirs
