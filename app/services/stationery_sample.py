"""Letters on which one sees how stationery lies under the pages, and how somebody signs."""

from __future__ import annotations

from dataclasses import replace

from app.domain.admin.stationery import Stationery, check
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Addressee, Outgoing, OutgoingState
from app.domain.shared.ids import LetterId, SignatoryId, ThreadId
from app.lang.texts import say_in
from app.services.issuing import require_right
from app.services.letter_papers import LetterPapers
from app.services.office import Desk
from app.services.permissions import Permission, query

PARAGRAPHS = 40


@query(Permission.COMPANY_READ)
def sample(desk: Desk, content: Stationery) -> bytes:
    """Return a letter of some pages on a stationery that is tried out, as PDF; raises Invalid.

    The files are those that are kept.
    """
    require_right(check(content))
    own = content.with_files(desk.store.stationery.get().files)
    say = say_in(desk.store.company.get().language)
    line = say(
        "This is how your letters look. The text goes on for some pages, so that the first, the "
        "following and the last one can be seen on this stationery."
    )
    letter = replace(_letter(desk), body=written("\n\n".join([line] * PARAGRAPHS)))
    return LetterPapers(desk, own).pdf(letter)


@query(Permission.LETTERS_ARRANGE)
def signed(desk: Desk, signatory_id: SignatoryId, layout: str = "") -> bytes:
    """Return a short letter that somebody signs, by a custom of letters, as PDF; raises NotFound.

    Raises Invalid for a custom that does not exist.
    """
    require_right(check(Stationery(layout=layout)))
    say = say_in(desk.store.company.get().language)
    line = say("This is how a letter looks that {name} signs.", name=_name(desk, signatory_id))
    letter = replace(
        _letter(desk),
        body=written("\n\n".join((line, say("With kind regards")))),
        signatory_id=signatory_id,
        layout=layout,
    )
    return LetterPapers(desk).pdf(letter)


def _name(desk: Desk, signatory_id: SignatoryId) -> str:
    return desk.store.signatories.get(signatory_id).name


def _letter(desk: Desk) -> Outgoing:
    company = desk.store.company.get()
    say = say_in(company.language)
    blank = Outgoing(LetterId(0), 1, OutgoingState.ISSUED, company.language, ThreadId(0))
    return replace(
        blank,
        addressee=Addressee(company.name, "", company.address),
        dated_on=desk.today,
        subject=say("Sample letter"),
    )
