"""Names of an export are kept by every system, differ, and lead nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.foldering import LONGEST_FOLDER, Places, is_inside, part, suffix_of
from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from tests.domain.archive.papers import AT


def a_record(name: str) -> Record:
    return Record(RecordId(1), name, "application/pdf", 1, "0" * 64, "", AT)


@given(st.text())
def test_a_part_is_safe_everywhere_and_stays_as_it_is(text: str) -> None:
    made = part(text)

    assert len(made.encode()) <= LONGEST_FOLDER + 1
    assert not set(made) & set('<>:"/\\|?*\0\n\u202e')
    assert not made.endswith((".", " "))
    assert made.strip(".") == made
    assert part(made) == made


def test_names_that_windows_keeps_for_itself_are_changed() -> None:
    assert [part(name) for name in ("CON", "nul.pdf", "COM1", "console")] == [
        "CON_",
        "nul_.pdf",
        "COM1_",
        "console",
    ]


def test_each_file_has_a_path_of_its_own() -> None:
    places = Places()

    paths = [places.give(("Bills", "", "2026"), "../Sähkö", ".pdf") for _ in range(2)]
    paths.append(places.give(("bills", "2026"), "sähkö", ".pdf"))

    assert paths == [
        "Bills/2026/Sähkö.pdf",
        "Bills/2026/Sähkö (2).pdf",
        "bills/2026/sähkö (3).pdf",
    ]
    assert all(map(is_inside, paths))


def test_long_thai_names_are_cut_between_letters() -> None:
    path = Places().give(("ใบกำกับภาษี" * 20,), "ใบกำกับภาษี" * 20, ".pdf")

    assert max(len(one.encode()) for one in path.split("/")) < 90


def test_paths_that_lead_outside_are_known() -> None:
    for path in ("", "/etc/passwd", "../x", "a/../b", "a//b", "C:/x", "a\\b", "a/nul", "a/. "):
        assert not is_inside(path), path


def test_endings_are_short_and_plain() -> None:
    names = ("a.pdf", "a", "a.tar.gz", "a.x y", "a.averylongending", ".pdf")

    assert [suffix_of(a_record(name)) for name in names] == [".pdf", "", ".gz", "", "", ".pdf"]
