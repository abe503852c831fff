from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.kinds import CustomField, FieldKind
from app.domain.shared.ids import FieldId
from app.ui.archive.own_fields import OwnField
from app.ui.kit.shell import Shell


def a_field(kind: FieldKind) -> CustomField:
    return CustomField(FieldId(1), 1, "one", {"en": "One"}, kind, ("home", "work"))


@pytest.mark.parametrize(
    ("kind", "kept", "unfit"),
    [
        (FieldKind.TEXT, "Turku", None),
        (FieldKind.NUMBER, "2.5", "two"),
        (FieldKind.DAY, "2026-03-10", "someday"),
        (FieldKind.MONEY, "686.56 SEK", "much SEK"),
        (FieldKind.CHOICE, "work", "sea"),
        (FieldKind.YES_NO, "yes", "maybe"),
    ],
)
def test_each_kind_keeps_its_text_and_shows_nothing_for_what_does_not_fit(
    qtbot: QtBot, shell: Shell, kind: FieldKind, kept: str, unfit: str | None
) -> None:
    own, other = OwnField(a_field(kind), shell, "EUR"), OwnField(a_field(kind), shell, "EUR")
    for one in (own, other):
        qtbot.addWidget(one.editor)

    own.put(kept)
    other.put(unfit or "")

    assert (own.text(), other.text()) == (kept, "")
