"""The paper of a letter: what its pages are written from, gathered from the whole office."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from app.documents import letters
from app.documents.letters import LetterPaper
from app.domain.admin.company import Company
from app.domain.admin.stationery import Stationery
from app.domain.correspondence.letter import Outgoing, Signatory
from app.domain.shared.ids import SignatoryId
from app.domain.shared.problems import Problem, Rule
from app.lang.formats import formats_in
from app.lang.texts import say_in
from app.services.naming_pictures import NamedPictures
from app.services.office import Desk
from app.services.papers import logo_of, stationery_of

PICTURE_LOST = Rule("letters.picture-lost")


class LetterPapers:
    """Writes letters on paper, with what one office holds: company, logo, signatures, pictures.

    A stationery that is tried out takes the place of the firm's own.
    """

    def __init__(self, desk: Desk, stationery: Stationery | None = None) -> None:
        self._store = desk.store
        self._named = NamedPictures(desk)
        self._own = stationery
        self._signed: dict[SignatoryId, tuple[Signatory, bytes]] = {}
        self._pictures: dict[str, bytes] = {}

    def paper(self, letter: Outgoing) -> LetterPaper:
        """Return everything that the pages of a letter are written from."""
        signatory, signature = self._signature(letter.signatory_id)
        return LetterPaper(
            letter=letter,
            body=letter.body,
            company=self.company,
            say=say_in(letter.language),
            formats=formats_in(letter.language, self.company.country),
            pictures=self._images(letter),
            logo=self._logo,
            signatory=signatory,
            signature=signature,
            stationery=self._stationery,
            answers=self._answered(letter),
        )

    def problems(self, letter: Outgoing) -> tuple[Problem, ...]:
        """Return that a picture is shown which is not in the archive."""
        shown = letter.body.images()
        is_lost = bool(shown - self._named.usable(shown))
        return (PICTURE_LOST.at("body"),) if is_lost else ()

    def pdf(self, letter: Outgoing) -> bytes:
        """Return the PDF of a letter, in the language of its reader."""
        return printed(self.paper(letter))

    @cached_property
    def company(self) -> Company:
        """The company that writes."""
        return self._store.company.get()

    @cached_property
    def _stationery(self) -> Stationery:
        return self._own or self._store.stationery.get()

    @cached_property
    def _sheets(self) -> Mapping[str, bytes]:
        return stationery_of(self._stationery, self._store.contents.get)

    @cached_property
    def _logo(self) -> bytes:
        return logo_of(self.company, self._store.contents.get)

    def _signature(self, signatory_id: SignatoryId | None) -> tuple[Signatory | None, bytes]:
        if signatory_id is None:
            return None, b""
        if signatory_id not in self._signed:
            found = self._store.signatories.get(signatory_id)
            self._signed[signatory_id] = found, self._content(found.picture)
        return self._signed[signatory_id]

    def _images(self, letter: Outgoing) -> Mapping[str, bytes]:
        """Return every picture of a letter that is there: a preview shows the others by name."""
        here = self._named.usable(letter.body.images())
        return {**{name: self._content(name) for name in sorted(here)}, **self._sheets}

    def _content(self, sha256: str) -> bytes:
        if sha256 and sha256 not in self._pictures:
            self._pictures[sha256] = b"".join(self._store.contents.get(sha256))
        return self._pictures.get(sha256, b"")

    def _answered(self, letter: Outgoing) -> str:
        """Return how the letter that is answered is known to its writer, else to us."""
        if letter.answers is None:
            return ""
        answered = self._store.letters_in.get(letter.answers)
        return answered.their_reference or answered.number


def printed(paper: LetterPaper) -> bytes:
    """Return the PDF of a letter; the same paper gives the same bytes, in any process."""
    # The renderer loads reportlab: with the first paper, not with the first window.
    from app.documents.pdf.render import render  # noqa: PLC0415  loads reportlab

    return render(letters.describe(paper))
