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
        "Bills/2026/sähkö (3).pdf",
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


def test_no_file_is_named_as_a_folder_or_as_what_lies_there_already() -> None:
    places = Places(("index.html", "index"))

    paths = [
        places.give(("Index.html",), "a", ".pdf"),
        places.give(("Bills",), "x", ".pdf"),
        places.give(("Bills", "X.pdf"), "y", ".pdf"),
        places.give(("Bills", "z.pdf"), "y", ".pdf"),
        places.give(("Bills",), "Z", ".pdf"),
        places.give((), "index", ""),
    ]

    assert paths == [
        "Index.html_/a.pdf",
        "Bills/x.pdf",
        "Bills/X.pdf_/y.pdf",
        "Bills/z.pdf/y.pdf",
        "Bills/Z (2).pdf",
        "index (2)",
    ]
    assert all(map(is_inside, paths))


@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), max_size=8))
def test_no_path_is_another_one_or_leads_through_a_file(given: list[tuple[str, str]]) -> None:
    places = Places()

    paths = [places.give((folder,), stem, ".x").casefold() for folder, stem in given]

    assert len(set(paths)) == len(paths)
    assert not {path.rpartition("/")[0] for path in paths} & set(paths)


def test_the_longest_path_leaves_room_for_the_folder_of_the_export() -> None:
    long = "ก" * 300

    path = Places().give((long, "2026", long), long, ".docx", " (version 12)")

    assert path.endswith(" (version 12).docx")
    assert len(path.encode()) <= 185
