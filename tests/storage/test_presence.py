"""Who has the office is known to the next one, and forgotten when it is gone."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.storage import presence
from app.storage.presence import InUse, Wants, enter, holder_of


def test_a_second_one_is_told_who_is_there(tmp_path: Path) -> None:
    first = enter(tmp_path, Wants.WINDOW)

    with pytest.raises(InUse) as refused:
        enter(tmp_path, Wants.WINDOW)
    first.leave()

    facts = refused.value.facts
    assert facts["by"] == "window"
    assert all(facts[name] for name in ("name", "machine", "since"))


def test_a_script_waits_for_a_script(tmp_path: Path) -> None:
    first = enter(tmp_path, Wants.SCRIPT)
    threading.Timer(0.1, first.leave).start()

    second = enter(tmp_path, Wants.SCRIPT)

    assert holder_of(tmp_path).wants == "script"
    second.leave()


def test_a_script_does_not_wait_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "PATIENCE", 0.0)
    first = enter(tmp_path, Wants.SCRIPT)

    with pytest.raises(InUse):
        enter(tmp_path, Wants.SCRIPT)
    first.leave()


def test_who_leaves_twice_has_left(tmp_path: Path) -> None:
    stay = enter(tmp_path, Wants.WINDOW)

    stay.leave()
    stay.leave()

    assert not enter(tmp_path, Wants.WINDOW).was_unclean


def test_who_died_is_noticed_by_the_next_one(tmp_path: Path) -> None:
    (tmp_path / "open.json").write_text('{"wants": "window"}')

    stay = enter(tmp_path, Wants.WINDOW)

    assert stay.was_unclean
    stay.leave()


@pytest.mark.parametrize("told", ["", "{", "[]", '{"since": 3}', "\x00\xff"])
def test_what_cannot_be_read_about_the_holder_is_unknown(tmp_path: Path, told: str) -> None:
    (tmp_path / "open.json").write_text(told, encoding="latin-1")

    assert holder_of(tmp_path).name == "?"
