"""What another person has to look at first is not done, but waits; whoever asks and however."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.admin.approvals import MovedOn, OwnAsking
from app.domain.admin.log import LogEntry
from app.domain.admin.users import Decision, Limit, SecondPair
from app.domain.contacts.contact import BankAccount
from app.domain.contacts.form import ContactForm, form_of
from app.domain.employees.employee import PayAccount
from app.domain.invoices.invoice import State
from app.domain.shared.codec import Json
from app.domain.shared.money import Money
from app.domain.shared.refusals import Conflict, Invalid
from app.services import (
    approvals,
    contacts,
    crediting,
    door,
    employees,
    invoices,
    log,
)
from app.services.limits import AboveLimit
from app.services.permissions import NotAllowed, Permission
from app.services.second_looks import NobodyElse, SecondNeeded, Waits
from app.storage.database import Database
from app.storage.wall import BehindWall
from tests.builders import a_contact
from tests.employing import CLERK, PRIVATE, as_role, hire
from tests.pairs import SELLER, approve, ask_for, paired, seen_by, waiting
from tests.trade import count, drafted, issued

OLD = BankAccount("FI2112345600000785")
NEW = BankAccount("DE89370400440532013000")
PAIR = SecondPair


def supplier() -> ContactForm:
    return replace(form_of(a_contact("Kone Oy", number="7")), accounts=(OLD,))


def test_a_changed_bank_account_waits_and_the_second_pair_makes_it_so(database: Database) -> None:
    anna = paired(database, PAIR.BANK_DETAILS)
    kept = anna.do(contacts.add, supplier()).result
    swapped = replace(form_of(kept), accounts=(NEW,))

    with pytest.raises(Waits) as waits:
        anna.do(contacts.change, kept.id, kept.version, swapped)

    assert waits.value.facts["names"] == "Ben, Boon"
    assert anna.ask(contacts.get, kept.id).accounts == (OLD,)
    ben = seen_by(anna)
    (difference,) = ben.ask(approvals.seen, waiting(ben).approval.id).differences
    assert (difference.before, difference.after) == (OLD.iban, NEW.iban)
    approved = approve(ben)
    assert approved.approval.decision is Decision.APPROVED
    assert anna.ask(contacts.get, kept.id).accounts == (NEW,)
    assert ben.ask(approvals.waiting) == ()


def test_what_changes_no_account_waits_for_nobody(database: Database) -> None:
    anna = paired(database, PAIR.BANK_DETAILS)
    kept = anna.do(contacts.add, supplier()).result

    anna.do(contacts.change, kept.id, kept.version, replace(form_of(kept), name="Kone Ab"))

    assert anna.ask(contacts.get, kept.id).name == "Kone Ab"
    assert count(anna, "approval") == 0


def test_through_the_door_of_scripts_it_waits_too(database: Database) -> None:
    anna = paired(database, PAIR.DELETE)
    kept = anna.do(contacts.add, supplier()).result

    with pytest.raises(Waits):
        door.do(anna, "contacts.put_away", {"ids": [int(kept.id)]})
    one = waiting(seen_by(anna)).approval
    done = door.do(
        seen_by(anna), "approvals.approve", {"approval_id": int(one.id), "version": one.version}
    )

    assert done["approval"]["decision"] == "approved"
    assert anna.ask(contacts.get, kept.id).is_archived


def test_nobody_approves_what_he_or_she_asked_for(database: Database) -> None:
    anna = paired(database, PAIR.DELETE)
    kept = anna.do(contacts.add, supplier()).result
    with pytest.raises(Waits):
        anna.do(contacts.put_away, (kept.id,))

    with pytest.raises(OwnAsking):
        approve(anna)

    assert not anna.ask(contacts.get, kept.id).is_archived
    assert waiting(anna).is_mine


def test_who_may_not_see_the_roles_of_others_waits_too(database: Database) -> None:
    anna = paired(database, PAIR.BANK_DETAILS)
    kept = anna.do(contacts.add, supplier()).result
    boon = seen_by(anna, SELLER)

    with pytest.raises(Waits) as waits:
        boon.do(contacts.change, kept.id, kept.version, replace(form_of(kept), accounts=(NEW,)))

    assert waits.value.facts["names"] == "Anna, Ben"
    assert waiting(boon).is_mine
    approve(seen_by(anna))
    assert boon.ask(contacts.get, kept.id).accounts == (NEW,)


def test_who_may_not_do_it_may_not_approve_it(database: Database) -> None:
    anna = paired(database, PAIR.CANCEL)
    credit = anna.do(crediting.credit, issued(anna).id, (), "Wrong price").result
    with pytest.raises(Waits):
        anna.do(invoices.issue, credit.id)
    one = waiting(anna).approval
    boon = seen_by(anna, SELLER)
    reader = as_role(anna, replace(boon.who.role, permissions=frozenset({Permission.COMPANY_READ})))

    assert reader.ask(approvals.waiting) == ()
    with pytest.raises(BehindWall):
        reader.ask(approvals.seen, one.id)
    with pytest.raises(NotAllowed):
        reader.run(approvals.approve, one.id, one.version)
    with pytest.raises(NotAllowed):
        reader.do(approvals.refuse, one.id, one.version, "No")

    assert anna.ask(invoices.get, credit.id).state is State.DRAFT


def test_a_credit_note_waits_and_takes_no_number_before(database: Database) -> None:
    anna = paired(database, PAIR.CANCEL)
    credit = anna.do(crediting.credit, issued(anna).id, (), "Wrong price").result

    with pytest.raises(Waits):
        anna.do(invoices.issue, credit.id)
    many = anna.do(invoices.issue_many, (credit.id,)).result
    assert [one.code for one in many.refused] == [SecondNeeded.code]
    assert anna.ask(invoices.get, credit.id).state is State.DRAFT

    approve(seen_by(anna))

    assert anna.ask(invoices.get, credit.id).state is State.ISSUED


def test_a_record_that_moved_on_is_not_approved_and_still_waits(database: Database) -> None:
    anna = paired(database, PAIR.AMOUNT, least=Money(1_00, "EUR"))
    draft = drafted(anna)
    with pytest.raises(Waits):
        anna.do(invoices.issue, draft.id)
    content = replace(anna.ask(invoices.content, draft.id), reason="ten times as much")
    anna.do(invoices.revise, draft.id, draft.version, content)

    with pytest.raises(MovedOn):
        approve(seen_by(anna))

    assert anna.ask(invoices.get, draft.id).state is State.DRAFT
    assert waiting(anna).approval.decision is Decision.WAITING


def test_a_stale_version_refuses_the_approval(database: Database) -> None:
    anna = paired(database, PAIR.BANK_DETAILS)
    kept = anna.do(contacts.add, supplier()).result
    with pytest.raises(Waits):
        anna.do(contacts.change, kept.id, kept.version, replace(form_of(kept), accounts=(NEW,)))
    anna.do(contacts.change, kept.id, kept.version, replace(form_of(kept), name="Kone Ab"))

    with pytest.raises(Conflict):
        approve(seen_by(anna))

    assert anna.ask(contacts.get, kept.id).accounts == (OLD,)
    assert waiting(anna).approval.version == 1


def test_asked_again_the_newer_request_is_the_one_that_waits(database: Database) -> None:
    anna = paired(database, PAIR.DELETE)
    kept = anna.do(contacts.add, supplier()).result
    for _time in range(2):
        with pytest.raises(Waits):
            anna.do(contacts.put_away, (kept.id,))

    former = [row.approval for row in anna.ask(approvals.history)]

    assert [one.decision for one in former] == [Decision.WITHDRAWN]
    approve(seen_by(anna))


def test_an_amount_waits_from_the_least_on(database: Database) -> None:
    anna = paired(database, PAIR.AMOUNT, least=Money(1_000_000_00, "EUR"))
    assert issued(anna).state is State.ISSUED

    ask_for_less = Money(1_00, "EUR")
    with pytest.raises(Waits):
        ask_for(anna, PAIR.AMOUNT, least=ask_for_less)
    approve(seen_by(anna))
    with pytest.raises(Waits):
        anna.do(invoices.issue, drafted(anna).id)

    seen = seen_by(anna).ask(approvals.seen, waiting(anna).approval.id)
    assert seen.amount is not None
    assert seen.row.name


def test_above_a_limit_it_waits_and_the_second_needs_a_higher_one(database: Database) -> None:
    anna = paired(database, PAIR.AMOUNT)
    low = Limit(Permission.INVOICES_ISSUE.value, Money(1_00, "EUR"))
    draft = drafted(anna)
    with pytest.raises(Waits):
        seen_by(anna, SELLER, low).do(invoices.issue, draft.id)

    with pytest.raises(AboveLimit):
        approve(seen_by(anna, "Ben", low))
    approve(seen_by(anna))

    assert anna.ask(invoices.get, draft.id).state is State.ISSUED


def test_an_employees_account_waits_sealed_and_only_the_personnel_office_reads_it(
    database: Database,
) -> None:
    anna = paired(database)
    person = hire(anna)
    ask_for(anna, PAIR.BANK_DETAILS)
    moved = replace(PRIVATE, account=PayAccount(iban=NEW.iban))

    with pytest.raises(Waits):
        anna.do(employees.keep_private, person.id, person.version, moved)

    with database.read() as unit:
        (lying,) = unit.approvals.waiting()
    assert "sealed" in json.loads(lying.arguments)
    assert NEW.iban not in lying.arguments
    clerk = as_role(seen_by(anna), CLERK, "Ville")
    assert NEW.iban not in str(clerk.ask(approvals.waiting))
    ben = seen_by(anna)
    (difference,) = ben.ask(approvals.seen, lying.id).differences
    assert (difference.before, difference.after) == ("FI2112345600000785", NEW.iban)
    approve(ben)
    record = ben.do(employees.show_private, person.id).result
    assert NEW.iban in str(record)


def test_where_nobody_else_may_do_it_it_is_refused(database: Database) -> None:
    anna = paired(database, PAIR.DELETE)
    kept = anna.do(contacts.add, supplier()).result
    with database.write() as unit:
        for user in unit.users.all():
            if user.name != anna.who.name:
                gone = replace(user, is_active=False, version=user.version + 1)
                unit.users.save(user, gone)

    with pytest.raises(NobodyElse):
        anna.do(contacts.put_away, (kept.id,))

    assert count(anna, "approval") == 0


def test_a_refused_or_withdrawn_request_does_nothing(database: Database) -> None:
    anna = paired(database, PAIR.DELETE)
    kept = anna.do(contacts.add, supplier()).result
    ben = seen_by(anna)
    for end in ("refuse", "withdraw"):
        with pytest.raises(Waits):
            anna.do(contacts.put_away, (kept.id,))
        one = waiting(anna).approval
        if end == "refuse":
            with pytest.raises(Invalid):
                ben.do(approvals.refuse, one.id, one.version, " ")
            ben.do(approvals.refuse, one.id, one.version, "We still buy there")
        else:
            anna.do(approvals.withdraw, one.id, one.version)
        with pytest.raises(Conflict):
            ben.run(approvals.approve, one.id, one.version)

    assert not anna.ask(contacts.get, kept.id).is_archived
    assert ben.ask(approvals.waiting) == ()


def test_the_audit_says_who_asked_and_who_approved(database: Database) -> None:
    anna = paired(database, PAIR.DELETE)
    kept = anna.do(contacts.add, supplier()).result
    with pytest.raises(Waits):
        anna.do(contacts.put_away, (kept.id,))
    approve(seen_by(anna))

    done, decided, asked = (anna.ask(log.entry, seq) for seq in list(anna.ask(log.spine))[:3])

    assert [(one.who, one.command, one.refused) for one in (done, decided, asked)] == [
        ("Ben", "contacts.put_away", ""),
        ("Ben", "approvals.approve", ""),
        ("Anna", "contacts.put_away", Waits.code),
    ]
    assert decided.changes[0].record == asked.changes[0].record
    assert written(asked, "asked_by") == "Anna"
    assert written(decided, "decided_by") == "Ben"


def written(entry: LogEntry, name: str) -> Json:
    """Return what an entry says that a field of its first record became."""
    return next(one.after for one in entry.changes[0].fields if one.path == (name,))
