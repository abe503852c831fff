"""An e-invoice becomes a draft bill: the supplier is known or offered, and nothing is half-done."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.archive.einvoice import Doubt
from app.domain.bills.bill import BillState
from app.domain.contacts.contact import BankAccount, Identifier, Role
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import ContactId, DocumentId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.formats.einvoices.reading import NotAnEInvoice
from app.services import bills, contacts
from app.services.office import Office
from app.services.permissions import OWNER, Actor, NotAllowed, Permission
from tests.formats.test_einvoices import carrying, sample
from tests.services.test_einvoices import filed


def a_bill(office: Office, name: str = "finvoice") -> DocumentId:
    return filed(office, f"{name}.xml", "text/xml", sample(name))


@pytest.mark.parametrize("name", ["ubl", "cii", "finvoice", "etax"])
def test_an_e_invoice_is_kept_as_a_draft_bill_with_its_document(office: Office, name: str) -> None:
    one = a_bill(office, name)
    opened = office.ask(bills.opened, one)

    kept = office.do(bills.keep, one, 0, opened.form).result

    again = office.ask(bills.opened, one)
    assert (opened.bill, again.bill, again.form) == (None, kept, kept.form)
    assert (kept.state, kept.version) == (BillState.DRAFT, 1)
    assert office.ask(bills.drafts) == (kept,)
    assert office.ask(bills.get, one) == kept
    assert opened.offered.name == opened.form.supplier
    assert opened.offered.roles == frozenset({Role.SUPPLIER})


def test_a_pdf_that_carries_one_becomes_a_bill_too(office: Office) -> None:
    one = filed(office, "bill.pdf", "application/pdf", carrying(sample("cii")))

    assert office.ask(bills.opened, one).form.number == "471102"


def test_the_supplier_is_known_by_its_number_and_nobody_is_guessed(office: Office) -> None:
    xml = sample("finvoice").replace(b"FI12345678", b"FI20774740")
    one, other = (filed(office, f"{n}.xml", "text/xml", xml + b"\n" * n) for n in range(2))
    offered = office.ask(bills.opened, one).offered
    alone = replace(offered, accounts=(), addresses=())
    supplier = office.do(contacts.add, alone).result

    known = office.ask(bills.opened, one)
    kept = office.do(bills.keep, one, 0, replace(known.form, supplier="x")).result
    office.do(contacts.add, replace(alone, name="Toinen"))
    unsure = office.ask(bills.opened, other).form

    assert offered.identifiers == (Identifier("fi.vat", "FI20774740"),)
    assert known.form.supplier_id == supplier.id
    assert kept.form.supplier == supplier.name
    assert unsure.supplier_id is None


def a_bill_of(office: Office) -> DocumentId:
    """File the same e-invoice in another file."""
    return filed(office, "again.xml", "text/xml", sample("finvoice") + b"\n")


def test_a_supplier_with_a_name_alone_is_offered_and_not_taken(office: Office) -> None:
    one = a_bill(office)
    name = office.ask(bills.opened, one).offered.name
    office.do(contacts.add, ContactForm(name))

    opened = office.ask(bills.opened, one)

    assert opened.form.supplier_id is None
    assert [each.row.name for each in opened.alike] == [name]


def test_a_supplier_is_known_by_its_account_where_the_name_is_like_it(office: Office) -> None:
    one = a_bill(office)
    form = office.ask(bills.opened, one).form
    accounts = (BankAccount(form.account),)
    office.do(contacts.add, ContactForm("Aivan muu", accounts=accounts))
    stranger = office.ask(bills.opened, one).form.supplier_id
    like = ContactForm(form.supplier.upper(), accounts=accounts)
    supplier = office.do(contacts.add, like).result

    assert stranger is None
    assert office.ask(bills.opened, one).form.supplier_id == supplier.id


def test_who_may_not_see_contacts_is_told_of_none(office: Office) -> None:
    one = a_bill(office)
    offered = office.ask(bills.opened, one).offered
    office.do(contacts.add, offered)
    held = OWNER.permissions - {Permission.CONTACTS_READ, Permission.ARCHIVE_FILE}
    clerk = Office(
        office.database,
        office.clock,
        Actor("Anna", replace(OWNER, name="reader", permissions=held)),
    )

    opened = clerk.ask(bills.opened, one)

    assert (opened.form.supplier_id, opened.alike) == (None, ())
    with pytest.raises(NotAllowed):
        clerk.do(bills.keep, one, 0, opened.form)


def test_a_bill_is_corrected_put_aside_and_taken_back(office: Office) -> None:
    one = a_bill(office)
    form = office.ask(bills.opened, one).form
    office.do(bills.keep, one, 0, form)

    corrected = office.do(bills.keep, one, 1, replace(form, reference="1232")).result
    aside = office.do(bills.put_aside, one, 2).result
    waiting = office.ask(bills.drafts)
    back = office.do(bills.take_back, one, 3).result

    assert corrected.form.reference == "1232"
    assert (aside.state, waiting) == (BillState.PUT_ASIDE, ())
    assert (back.state, back.form) == (BillState.DRAFT, corrected.form)
    with pytest.raises(Conflict):
        office.do(bills.keep, one, 1, form)
    with pytest.raises(Conflict):
        office.do(bills.keep, one, 0, form)


def test_what_is_wrong_is_refused_whole_and_nothing_is_kept(office: Office) -> None:
    one = a_bill(office)
    form = office.ask(bills.opened, one).form

    with pytest.raises(Invalid) as refused:
        office.do(bills.keep, one, 0, replace(form, currency="ABC", number=""))
    with pytest.raises(NotFound):
        office.do(bills.keep, one, 0, replace(form, supplier_id=ContactId(9)))
    with pytest.raises(NotFound):
        office.do(bills.keep, DocumentId(9), 0, form)
    with pytest.raises(NotFound):
        office.ask(bills.get, one)

    assert {problem.field for problem in refused.value.problems} == {"currency", "number"}
    assert office.ask(bills.drafts) == ()


def test_totals_that_disagree_are_told_and_the_bill_can_still_be_kept(office: Office) -> None:
    one = a_bill(office, "ubl")
    form = office.ask(bills.opened, one).form

    wrong = replace(form, gross=Decimal("1.00"))
    problems = office.ask(bills.problems, one, wrong)

    assert "bills.total-differs" in {problem.code for problem in problems}
    assert office.do(bills.keep, one, 0, wrong).result.form.gross == Decimal("1.00")


def test_an_unknown_currency_and_unit_are_doubts_that_the_clerk_is_told(office: Office) -> None:
    xml = sample("cii").replace(b"EUR", b"EUX").replace(b'unitCode="', b'unitCode="?', 1)
    one = filed(office, "odd.xml", "text/xml", xml)

    opened = office.ask(bills.opened, one)

    assert {Doubt.CURRENCY, Doubt.UNIT} <= {each.doubt for each in opened.doubts}
    with pytest.raises(Invalid):
        office.do(bills.keep, one, 0, opened.form)


def test_the_same_bill_in_two_documents_is_warned_of(office: Office) -> None:
    first, second = a_bill(office), a_bill_of(office)
    form = office.ask(bills.opened, first).form
    office.do(bills.keep, first, 0, form)

    again = {one.code for one in office.ask(bills.problems, second, form)}

    assert "bills.same-bill" in again
    assert "bills.same-bill" not in {one.code for one in office.ask(bills.problems, first, form)}


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><Invoice>&b;</Invoice>',
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Invoice><ID>&b;</ID></Invoice>',
        b"<?xml version='1.0' encoding='utf-16'?><Invoice/>",
        sample("ubl")[:700],
        b"plain words",
    ],
)
def test_hostile_and_broken_files_become_no_bill(office: Office, content: bytes) -> None:
    one = filed(office, "bad.xml", "text/xml", content)

    with pytest.raises(NotAnEInvoice):
        office.ask(bills.opened, one)
    assert office.ask(bills.drafts) == ()


def test_a_pdf_without_its_end_becomes_no_bill(office: Office) -> None:
    whole = carrying(sample("cii"))
    short = filed(office, "short.pdf", "application/pdf", whole[: len(whole) // 3])

    with pytest.raises(NotAnEInvoice):
        office.ask(bills.opened, short)


@pytest.mark.parametrize("version", [b"2.01", b"2.0", b"1.3"])
def test_an_older_finvoice_becomes_the_same_bill(office: Office, version: bytes) -> None:
    now = office.ask(bills.opened, a_bill(office)).form
    old = sample("finvoice").replace(b'Version="3.0"', b'Version="' + version + b'"')
    one = filed(office, "old.xml", "text/xml", old)

    assert office.ask(bills.opened, one).form == now


@pytest.mark.parametrize("profile", [b"minimum", b"basicwl"])
def test_a_profile_without_lines_becomes_a_bill_of_its_sums(office: Office, profile: bytes) -> None:
    line = rb"<ram:IncludedSupplyChainTradeLineItem>.*</ram:IncludedSupplyChainTradeLineItem>"
    xml = re.sub(line, b"", sample("cii"), flags=re.DOTALL)
    guideline = b"urn:factur-x.eu:1p0:" + profile
    xml = xml.replace(b"urn:cen.eu:en16931:2017", guideline, 1)
    one = filed(office, "bill.pdf", "application/pdf", carrying(xml))
    form = office.ask(bills.opened, one).form

    kept = office.do(bills.keep, one, 0, form).result

    assert kept.form.lines == ()
    assert kept.form.gross == office.ask(bills.opened, a_bill(office, "cii")).form.gross
    assert [
        each.code for each in office.ask(bills.problems, one, form) if not each.is_warning
    ] == []
