"""A letter on which one sees how the firm's stationery lies under the pages."""

from __future__ import annotations

from dataclasses import replace

from app.domain.admin.stationery import Stationery, check
from app.domain.correspondence.body import written
from app.domain.correspondence.letter import Addressee, Outgoing, OutgoingState
from app.domain.shared.ids import LetterId, ThreadId
from app.domain.shared.refusals import Invalid
from app.lang.texts import say_in
from app.services.letter_papers import LetterPapers
from app.services.office import Desk
from app.services.permissions import Permission, query

PARAGRAPHS = 40


@query(Permission.COMPANY_READ)
def sample(desk: Desk, content: Stationery) -> bytes:
    """Return a letter of some pages on a stationery that is tried out, as PDF; raises Invalid.

    The files are those that are kept.
    """
    if problems := check(content):
        raise Invalid(problems)
    own = content.with_files(desk.store.stationery.get().files)
    return LetterPapers(desk, own).pdf(_letter(desk))


def _letter(desk: Desk) -> Outgoing:
    company = desk.store.company.get()
    say = say_in(company.language)
    line = say(
        "This is how your letters look. The text goes on for some pages, so that the first, the "
        "following and the last one can be seen on this stationery."
    )
    blank = Outgoing(LetterId(0), 1, OutgoingState.ISSUED, company.language, ThreadId(0))
    return replace(
        blank,
        addressee=Addressee(company.name, "", company.address),
        dated_on=desk.today,
        subject=say("Sample letter"),
        body=written("\n\n".join([line] * PARAGRAPHS)),
    )
