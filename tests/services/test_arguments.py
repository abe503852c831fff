"""Of what is long the audit writes how much it was, its ends and its proof."""

from __future__ import annotations

import hashlib

from app.services.arguments import MOST_TOLD, all_told, told


def test_short_arguments_are_written_out() -> None:
    assert all_told((7, ["a"]), {"reason": "x"}) == [[7, ["a"]], {"reason": "x"}]


def test_of_a_long_list_the_count_the_ends_and_the_proof_are_written() -> None:
    many = list(range(MOST_TOLD + 1))

    found = told(many)

    assert isinstance(found, dict)
    assert (found["count"], found["first"], found["last"]) == (MOST_TOLD + 1, 0, MOST_TOLD)
    assert len(str(found["sha256"])) == 64


def test_contents_are_written_by_their_proof() -> None:
    assert told(b"pdf") == {"sha256": hashlib.sha256(b"pdf").hexdigest(), "size": 3}
