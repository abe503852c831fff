"""Whatever an archive holds, what goes out of it comes back as the same archive, and once only."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.archive.kinds import FieldKind, Stage
from app.domain.archive.record import Filing
from app.domain.shared.ids import DocumentId, TagId
from app.domain.shared.lines import one_line
from app.domain.shared.money import money
from app.formats.handed import NotAnExport, Tampered
from app.outside.clock import FixedClock
from app.services import archive, documents, exported, handing_out, kinds, serials, taking_back
from app.services.checking_exports import AlreadyHere
from app.services.kinds import TypeForm
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.chances import few
from tests.services.test_handing_out import changed, told
from tests.trade import AAMU, opened_books

STAGES = (Stage("new", {"en": "New"}, ("done",), 3), Stage("done", {"en": "Done"}))
PERMIT = TypeForm("permit", {"en": "Permit"}, "contract", stages=STAGES)
HOSTILE = (
    "../../etc/passwd",
    "CON",
    "a\u202efdp.exe",
    "</script><img onerror=x>",
    "nul.txt",
    ". .",
)
NAMES = st.sampled_from((*HOSTILE, "Sähkölasku", "ใบกำกับภาษี", "index.html", "x" * 300)) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20
)
FATES = ("inbox", "filed", "sealed", "trashed", "locked")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it is filed and written on."""

    name: str
    title: str
    content: bytes
    type_no: int | None
    tag_nos: frozenset[int]
    day: date | None
    amount: Decimal | None
    note: str
    site: str
    has_serial: bool
    fate: str
    newer: list[bytes] = field(default_factory=list)


PAPERS = st.builds(
    Paper,
    name=NAMES,
    title=NAMES,
    content=st.binary(max_size=60),
    type_no=st.none() | st.integers(0, 20),
    tag_nos=st.frozensets(st.integers(0, 3)),
    day=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    amount=st.none() | st.decimals(-9999, 9999, places=2),
    note=NAMES | st.just(""),
    site=st.sampled_from(("", "a", "b")),
    has_serial=st.booleans(),
    fate=st.sampled_from(FATES),
    newer=st.lists(st.binary(min_size=1, max_size=30), max_size=2),
)


@pytest.fixture(scope="module")
def template(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a company that has its books, and no document; copied by who needs one."""
    folder = tmp_path_factory.mktemp("round") / "Template.backdesk"
    shutil.copytree(empty_folder, folder)
    office = opened(folder)
    opened_books(office)
    office.close()
    return folder


def opened(folder: Path) -> Office:
    return Office(open_office(folder), FixedClock(TODAY), Actor("Maija"))


@contextmanager
def offices(template: Path) -> Iterator[tuple[Path, Office, Office]]:
    """Open two companies in a folder of their own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for copy in ("A.backdesk", "B.backdesk"):
            shutil.copytree(template, folder / copy)
        office, other = opened(folder / "A.backdesk"), opened(folder / "B.backdesk")
        try:
            yield folder, office, other
        finally:
            office.close()
            other.close()


def arranged(office: Office) -> tuple[TagId, ...]:
    """Give an office types, fields and nested tags of its own, and return the tags."""
    office.do(kinds.add_type, PERMIT)
    office.do(kinds.add_field, "site", {"en": "Site"}, FieldKind.CHOICE, ("a", "b"))
    tags: list[TagId] = []
    for name in ("cars", "leases", "ภาษี", "<b>"):
        above = tags[-1] if tags else None
        tags.append(office.do(kinds.add_tag, name, above).result.id)
    office.do(serials.add_binder, "A 1", 1, 100)
    return tuple(tags)


def furnish(office: Office, papers: list[Paper]) -> None:
    tags = arranged(office)
    types = [one for one in office.ask(kinds.sorting).types if not one.is_archived]
    for number, paper in enumerate(papers, 1):
        made = office.do(archive.file, paper.name, "application/pdf", paper.content).result
        one = office.ask(documents.of_file, made.id)
        assert one is not None
        for content in paper.newer:
            office.do(documents.renew, one.id, Filing(paper.name, "text/plain"), content, "newer")
        kind = types[paper.type_no % len(types)] if paper.type_no is not None else None
        changed(
            office,
            one.id,
            title=one_line(paper.title) or "?",
            type_id=kind.id if kind else None,
            tags=tuple(tags[no] for no in sorted(paper.tag_nos)),
            correspondent_id=AAMU.id if number % 2 else None,
            day=paper.day,
            amount=money(paper.amount, "EUR") if paper.amount is not None else None,
            note=paper.note,
            fields={"site": paper.site} if paper.site else {},
            serial=number if paper.has_serial else None,
            stage="new" if kind and kind.stages else "",
        )
        office.do(documents.link, one.id, f"contact:{AAMU.id}")
        meet(office, one.id, paper.fate)


def meet(office: Office, one: DocumentId, fate: str) -> None:
    if fate in ("filed", "sealed"):
        office.do(documents.file, (one,))
    if fate == "sealed":
        office.do(documents.seal, (one,))
    if fate == "trashed":
        office.do(documents.trash, (one,))
    if fate == "locked":
        office.do(documents.take_out, one)


@settings(
    max_examples=few(10),
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(papers=st.lists(PAPERS, max_size=4))
def test_every_archive_comes_back_as_it_was_and_once_only(
    template: Path, papers: list[Paper]
) -> None:
    with offices(template) as (folder, office, other):
        furnish(office, papers)

        out = office.ask(handing_out.hand_out, folder / "out")
        seen = other.ask(exported.look_into, out.target)
        back = other.run(taking_back.take_back, out.target)

        assert (
            (back.documents, back.files)
            == (out.documents, out.files)
            == (
                seen.documents,
                seen.files,
            )
        )
        assert told(other) == told(office)
        with pytest.raises(AlreadyHere):
            other.run(taking_back.take_back, out.target)
        assert told(other) == told(office)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flipped(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


def test_whatever_is_damaged_is_named_and_nothing_comes_back(template: Path) -> None:
    with offices(template) as (folder, office, other):
        furnish(office, [a_paper(fate) for fate in FATES])
        out = office.ask(handing_out.hand_out, folder / "out").target
        before = told(other)
        asked = [out / "manifest.json", *out.rglob("*.pdf")]
        assert len(asked) > len(FATES)

        for victim in asked:
            whole = victim.read_bytes()
            for harm in (cut, flipped, Path.unlink):
                harm(victim)
                with pytest.raises((Tampered, NotAnExport)) as refused:
                    other.run(taking_back.take_back, out)
                named = refused.value.facts.get("file", "manifest.json")
                assert named == victim.relative_to(out).as_posix()
                victim.write_bytes(whole)
        assert told(other) == before

        other.run(taking_back.take_back, out)
        assert told(other) == told(office)


def a_paper(fate: str) -> Paper:
    """Return a document of that fate, in two versions."""
    return Paper(
        name=f"{fate}.pdf",
        title=fate,
        content=fate.encode(),
        type_no=1,
        tag_nos=frozenset({1}),
        day=None,
        amount=None,
        note="",
        site="a",
        has_serial=True,
        fate=fate,
        newer=[b"new"],
    )
