"""The editor of a draft contract; who may read its pay is shown it, and that is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from app.domain.employees.contract import Contract, ContractKind, Pay
from app.domain.employees.contracting import ContractTerms, check, check_pay, terms_of, tidied
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import ContractId, EmployeeId
from app.domain.shared.problems import Problem
from app.services import contracts, drafts
from app.services.contracts import OpenedContract
from app.ui.employees.contract_form import ContractFields
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

KIND = "employment-contract"


@dataclass(frozen=True, slots=True)
class TypedContract:
    """What stands in the form of a contract, as it is kept while it is typed."""

    terms: ContractTerms
    pay: Pay | None


class ContractEditor(FormPage):
    """Writes one draft of a contract; its draft is sealed as the record is."""

    recorded = "contract"

    def __init__(
        self, shell: Shell, record: int | None = None, person: EmployeeId | None = None
    ) -> None:
        super().__init__(shell, KIND, record, "contract.save")
        self._person = person
        self._opened: OpenedContract | None = None
        self.fields: ContractFields | None = None
        self.reread()

    def reread(self) -> None:
        contract = None if self.record is None else ContractId(self.record)
        asked = (contract, self._person)
        self.shell.client.ask_or(self._known, self._gone, contracts.opened, *asked)

    def content(self) -> TypedContract:
        assert self.fields is not None
        return TypedContract(self.fields.terms(), self.fields.pay())

    def _put_typed(self, content: TypedContract) -> None:
        if self.fields is not None:
            self.fields.put(content.terms, content.pay)

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None and self._opened is not None
        typed, unread = self.content(), self.fields.unreadable()
        places = {one.field for one in unread}
        found = check(tidied(typed.terms), self._opened.employee, self._opened.country)
        right = (one for one in (*found, *check_pay(typed.pay)) if one.field not in places)
        return (*unread, *right)

    def send(self) -> None:
        assert self._opened is not None
        client, typed, before = self.shell.client, self.content(), self._opened.contract
        if before is None:
            new = (self._opened.employee.id, typed.terms, typed.pay, ContractId(self.entity))
            client.do(self._saved, contracts.draft, *new, refused=self.refused)
        else:
            known = (before.id, before.version, typed.terms, typed.pay)
            client.do(self._saved, contracts.change, *known, refused=self.refused)

    def _known(self, opened: OpenedContract) -> None:
        self._opened = opened
        title = _("Contract of {name}", name=opened.name)
        self.titled.emit(title)
        if opened.contract is not None and opened.may_show:
            self.shell.client.do(
                self._begin, contracts.show_pay, opened.contract.id, refused=self._gone
            )
        else:
            self._begin(None)

    def _begin(self, pay: Pay | None) -> None:
        assert self._opened is not None
        opened = self._opened
        self.fields = ContractFields(opened.calendars, opened.currency, self.shell.today)
        terms = terms_of(opened.contract) if opened.contract else _begun(opened)
        self.fields.put(terms, pay)
        self.begin(self.fields, opened.contract.version if opened.contract else 0)
        lead_to(self, self.fields.kind)
        self.fields.kind.setFocus()
        answer = partial(self._offer, TypedContract(terms, pay))
        self.shell.client.ask(answer, drafts.kept, KIND, self.entity)

    def _offer(self, now: TypedContract, draft: FormDraft | None) -> None:
        typed = typed_in(TypedContract, self._taken(draft))
        if self.fields is not None and typed is not None and typed != now:
            self.fields.put(typed.terms, typed.pay)
            self.offer_typed(partial(self.fields.put, now.terms, now.pay))

    def _saved(self, contract: Contract) -> None:
        assert self._opened is not None
        self._close_with(contract.id, _("Contract of {name} kept", name=self._opened.name))


def _begun(opened: OpenedContract) -> ContractTerms:
    """Return what a new contract begins with: the first day, the position and the usual week."""
    starts: date = opened.begins
    hours = (Decimal(opened.week) / 60).quantize(Decimal("0.01"))
    return ContractTerms(ContractKind.PERMANENT, starts, opened.position, hours)
