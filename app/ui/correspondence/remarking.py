"""What is noted about a letter, wherever it is shown: words, and a day to bring it up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import LetterId
from app.ui.kit.bring_up import ask_day, ask_note
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

REMARKS = ("letter.note", "letter.bring-up")


def remarking(shell: Shell, page: QWidget, kind: str) -> dict[str, Callable[[LetterId], object]]:
    """Return what these actions do with a letter of a kind."""
    return {
        "letter.note": partial(_note, shell, page, kind),
        "letter.bring-up": partial(_bring_up, shell, page, kind),
    }


def _note(shell: Shell, page: QWidget, kind: str, letter_id: LetterId) -> None:
    ask_note(page, shell, f"{kind}:{letter_id}")


def _bring_up(shell: Shell, page: QWidget, kind: str, letter_id: LetterId) -> None:
    ask_day(page, shell, f"{kind}:{letter_id}", _("the letter"))
