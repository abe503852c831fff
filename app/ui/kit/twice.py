"""A password that is typed twice: the second line says when the two are not the same."""

from __future__ import annotations

from functools import partial

from app.ui.kit.fields import TextEdit
from app.ui.kit.texts import _


def compare(password: TextEdit, again: TextEdit) -> None:
    """Say it when the second line is left, and take it back as soon as both are the same."""
    again.editingFinished.connect(partial(_tell, password, again))
    password.textChanged.connect(partial(_take_back, password, again))


def _tell(password: TextEdit, again: TextEdit) -> None:
    if again.text() and again.text() != password.text():
        again.show_problem(_("The two passwords are not the same."))


def _take_back(password: TextEdit, again: TextEdit, _typed: str) -> None:
    if again.text() == password.text():
        again.show_problem("")
