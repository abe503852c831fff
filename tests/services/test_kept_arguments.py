"""Files of a command that waits are kept by their bytes, and are where they were when approved."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.approvals import Asked
from app.domain.shared.codec import parsed
from app.domain.shared.imports import ImportKind, Plan, Source
from app.services import kept_arguments
from app.services.kept_arguments import NoFile, TooLarge, given_back, kept, shown


def plan_for(path: Path) -> Plan:
    return Plan(ImportKind.CONTACTS, Source(path), ("name",))


def asked_of(found: kept_arguments.KeptArguments) -> Asked:
    return Asked(found.arguments, "", (), files=found.files)


def test_a_file_deep_in_the_arguments_is_there_again_and_gone_afterwards(tmp_path: Path) -> None:
    source = tmp_path / "customers.csv"
    source.write_bytes(b"Name\nKone\n")
    found = kept({"plans": (plan_for(source),), "note": "x"}, is_command=True)
    source.unlink()

    with given_back(asked_of(found), found.contents) as given_again:
        (plan,) = parsed(tuple[Plan, ...], given_again["plans"])
        assert plan.source.path is not None
        there = plan.source.path
        assert there != source
        assert there.name == "customers.csv"
        assert there.read_bytes() == b"Name\nKone\n"

    assert given_again["note"] == "x"
    assert not there.parent.parent.exists()


@given(contents=st.lists(st.binary(min_size=1, max_size=40), max_size=4))
def test_bytes_come_back_as_they_were(contents: list[bytes]) -> None:
    found = kept({"pieces": contents, "empty": b""}, is_command=True)

    with given_back(asked_of(found), found.contents) as again:
        assert parsed(tuple[bytes, ...], again["pieces"]) == tuple(contents)
        assert parsed(bytes, again["empty"]) == b""
    assert not any(
        base64.b64encode(one).decode() in str(found.arguments) for one in contents if len(one) > 8
    )


def test_more_than_the_bound_is_refused_over_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_arguments, "MOST", 1 << 20)
    large = tmp_path / "large.bin"
    large.write_bytes(bytes(1 << 19))

    assert kept({"one": large, "two": bytes(1 << 19)}, is_command=True).contents
    with pytest.raises(TooLarge) as refused:
        kept({"one": large, "two": bytes((1 << 19) + 1)}, is_command=True)
    assert refused.value.facts["most"] == "1"


def test_a_folder_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.csv"):
        with pytest.raises(NoFile):
            kept({"path": path}, is_command=True)


def test_what_is_written_is_named_and_not_kept(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"

    for is_command in (True, False):
        found = kept({"target": target}, is_command=is_command)
        assert found.arguments == {"target": str(target)}
        assert found.files == ()
    assert kept({"folder": tmp_path}, is_command=False).files == ()


def test_the_proof_is_of_the_bytes_and_not_of_where_they_lie(tmp_path: Path) -> None:
    here, there = tmp_path / "a.csv", tmp_path / "b" / "a.csv"
    there.parent.mkdir()
    for path in (here, there):
        path.write_bytes(b"Name\n")
    before = shown({"plan": plan_for(here)}, is_command=True)

    assert shown({"plan": plan_for(there)}, is_command=True) == before
    there.write_bytes(b"Other\n")
    assert shown({"plan": plan_for(there)}, is_command=True) != before
    there.unlink()
    assert str(there) in str(shown({"plan": plan_for(there)}, is_command=True))


def test_a_name_that_another_system_cannot_keep_is_tidied(tmp_path: Path) -> None:
    odd = tmp_path / 'a"b.csv'
    try:
        odd.write_bytes(b"x")
    except OSError:
        pytest.skip("this system keeps no such name")

    (file,) = kept({"path": odd}, is_command=True).files

    assert file.name == "a_b.csv"
