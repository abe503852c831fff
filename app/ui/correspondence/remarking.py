"""What is noted about a letter, wherever it is shown: words, and a day to bring it up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.ui.kit.bring_up import ask_day, ask_note
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

REMARKS = ("letter.note", "letter.bring-up")


def remarking(
    shell: Shell, page: QWidget, kind: str, name: str = ""
) -> dict[str, Callable[[int], object]]:
    """Return what these actions do with a letter of a kind, or with what is called otherwise."""
    return {
        "letter.note": partial(_note, shell, page, kind),
        "letter.bring-up": partial(_bring_up, shell, page, kind, name),
    }


def _note(shell: Shell, page: QWidget, kind: str, record: int) -> None:
    ask_note(page, shell, f"{kind}:{record}")


def _bring_up(shell: Shell, page: QWidget, kind: str, name: str, record: int) -> None:
    ask_day(page, shell, f"{kind}:{record}", name or _("the letter"))
