"""What was done with accounts is taken back, and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.accounting.chart import Account, AccountKind
from app.domain.accounting.entries import AccountForm, form_of
from app.services import accounting, accounts
from app.services.office import Office
from app.ui.accounting import deeds
from app.ui.kit.shell import Shell

Settle = Callable[[], None]
LOANS = AccountForm("1755", {"en": "Loans given"}, AccountKind.ASSET)


def chart(office: Office) -> dict[str, Account]:
    return {one.number: one for one in office.ask(accounting.accounts)}


def test_a_new_account_is_taken_back_and_comes_again(
    shell: Shell, office: Office, settle: Settle
) -> None:
    shell.did(deeds.added(office.do(accounts.add, LOANS).result))

    shell.history.undo()
    settle()
    assert "1755" not in chart(office)
    shell.history.redo()
    settle()

    assert form_of(chart(office)["1755"]) == LOANS


def test_a_change_is_taken_back(shell: Shell, office: Office, settle: Settle) -> None:
    before = office.do(accounts.add, LOANS).result
    other = replace(LOANS, names={"en": "Loans"})
    after = office.do(accounts.change, before.id, 1, other).result
    shell.did(deeds.changed(before, after))

    shell.history.undo()
    settle()

    assert form_of(chart(office)["1755"]) == LOANS


def test_a_change_that_was_changed_again_stays(
    shell: Shell, office: Office, settle: Settle
) -> None:
    refused: list[object] = []
    shell.refused.connect(refused.append)
    before = office.do(accounts.add, LOANS).result
    after = office.do(accounts.change, before.id, 1, replace(LOANS, vat="standard")).result
    shell.did(deeds.changed(before, after))
    office.do(accounts.change, before.id, 2, replace(LOANS, vat="exempt"))

    shell.history.undo()
    settle()

    assert chart(office)["1755"].vat == "exempt"
    assert refused


def test_a_closed_account_is_opened_and_closed_again(
    shell: Shell, office: Office, settle: Settle
) -> None:
    bank = chart(office)["1920"]
    shell.did(deeds.closed(office.do(accounts.close, bank.id, 1).result))

    shell.history.undo()
    settle()
    assert not chart(office)["1920"].is_closed
    shell.history.redo()
    settle()

    assert chart(office)["1920"].is_closed


def test_a_removed_account_comes_back_as_it_was(
    shell: Shell, office: Office, settle: Settle
) -> None:
    gone = chart(office)["1930"]
    shell.did(deeds.removed(office.do(accounts.remove, gone.id, 1).result))

    shell.history.undo()
    settle()

    assert chart(office)["1930"] == gone
    assert deeds.named(gone) == "1930 Savings account"
