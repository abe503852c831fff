"""The preferences file: whole or not at all, and never a reason not to start."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.admin.preferences import DENSITIES, LANGUAGES, LOOKS, Geometry, Preferences
from app.outside.preferences import place, read, write
from tests.chances import few

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LISTS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3).map(tuple), max_size=3)
PIXELS = st.integers(-5000, 5000)
PREFERENCES = st.builds(
    Preferences,
    language=st.sampled_from(LANGUAGES),
    look=st.sampled_from(LOOKS),
    density=st.sampled_from(DENSITIES),
    text_size=st.integers(80, 300),
    is_still=st.booleans(),
    is_narrow=st.booleans(),
    without_page=st.booleans(),
    without_card=st.booleans(),
    geometry=st.builds(Geometry, PIXELS, PIXELS, PIXELS, PIXELS, st.booleans()),
    recent=st.lists(NAMES, max_size=4).map(tuple),
    columns=LISTS,
    session=LISTS,
    views=LISTS,
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path))
    return tmp_path


@given(PREFERENCES)
@settings(max_examples=few(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read(chosen: Preferences) -> None:
    write(chosen)

    assert read() == chosen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not toml at all",
        'look = "pink"\ntext_size = "large"\nrecent = 7\n[columns]\nx = 1\n',
        "geometry = 4",
        "[geometry]\nx = 'left'\nwidth = true\n",
        "unknown = 1",
        "look = '\\u0000'",
    ],
)
def test_a_file_with_anything_in_it_is_no_reason_not_to_start(text: str) -> None:
    place().write_text(text, "utf-8")

    assert read() == Preferences()


def test_bytes_that_are_no_text_are_the_default(own_folder: Path) -> None:
    place().write_bytes(b"\xff\xfe\x00look")

    assert read() == Preferences()


def test_a_part_that_is_wrong_costs_only_itself() -> None:
    place().write_text('look = "dark"\ntext_size = "large"\n', "utf-8")

    assert read() == Preferences(look="dark")


def test_nothing_is_left_beside_the_file(own_folder: Path) -> None:
    write(Preferences(look="dark"))

    assert [file.name for file in own_folder.iterdir()] == ["preferences.toml"]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_breaks_nothing(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_folder / "file").write_text("")
    monkeypatch.setenv("BACKDESK_CONFIG", str(own_folder / "file"))

    write(Preferences())

    assert read() == Preferences()


def test_the_usual_place_is_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BACKDESK_CONFIG")

    assert place().name == "preferences.toml"
    assert "backdesk" in str(place()).lower()
    assert os.fspath(Path.home()) in os.fspath(place())
