"""What a database server has to be before an office lies on it, and what would be better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.shared.problems import Problem, Rule

OLDEST = 14
TOO_OLD = Rule("server.too-old", "version", "oldest")
NOT_UTF8 = Rule("server.not-utf8", "encoding")
NOT_DURABLE = Rule("server.not-durable", "setting", "found")
NO_CHECKSUMS = Rule("server.no-checksums", is_warning=True)


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """What a server says of itself and of one of its databases."""

    version: int
    encoding: str
    synchronous_commit: str
    fsync: str
    has_checksums: bool


def problems(facts: ServerFacts) -> Iterator[Problem]:
    """Yield what is wrong with a server, and what would be better."""
    if facts.version < OLDEST:
        yield TOO_OLD.at("version", version=facts.version, oldest=OLDEST)
    if facts.encoding != "UTF8":
        yield NOT_UTF8.at("encoding", encoding=facts.encoding)
    for setting, found in (
        ("synchronous_commit", facts.synchronous_commit),
        ("fsync", facts.fsync),
    ):
        if found != "on":
            yield NOT_DURABLE.at(setting, setting=setting, found=found)
    if not facts.has_checksums:
        yield NO_CHECKSUMS.at("checksums")
