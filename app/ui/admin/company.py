"""The company's own page: what stands on its papers; every answer of the first run changeable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.admin.company import Company
from app.domain.admin.pack import CountryPack
from app.domain.contacts.contact import BankAccount, Identifier
from app.domain.shared.drafts import Place
from app.domain.shared.identifiers import compact, written
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import admin
from app.ui.kit.editor import Editor
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.history import Deed
from app.ui.kit.safekeeping import Safekeeping
from app.ui.kit.schemes import scheme_name
from app.ui.kit.settling import Writing, settling
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

LANGUAGES = (
    ("en", "English"),
    ("fi", "Suomi"),
    ("sv", "Svenska"),
    ("de", "Deutsch"),
    ("th", "ไทย"),
)


class CompanyForm(Form):
    """Shows the company and keeps what was changed; ``begun()`` once its fields are there."""

    begun = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._company: Company | None = None
        self._fields: dict[str, TextEdit] = {}
        self._schemes: tuple[str, ...] = ()
        self._language: ChoiceEdit[str] = ChoiceEdit(LANGUAGES)
        self._terms = NumberEdit(0)
        self.keeping = Safekeeping(shell.client, self)
        writing = Writing(self, self._reread, self.save, ("company",))
        self.standoff = settling(shell, self, writing)
        self.place(self.standoff.line)
        self.resting.connect(self._check)
        self.submitted.connect(self.save)
        shell.client.changed.connect(self._changed)
        self._ask()

    def save(self) -> None:
        """Keep what stands here; problems are shown at their fields."""
        if self.standoff.is_open:
            self.standoff.ask()
        elif self._company is not None:
            content = self._content(self._company)
            with self.keeping.sending():
                self._shell.client.do(
                    self._saved, admin.change_company, content, refused=self._refused
                )

    def _ask(self) -> None:
        self._shell.client.ask(self._show_pack, admin.pack)

    def _reread(self) -> None:
        self._shell.client.ask_or(self._show, self.standoff.lost, admin.company)

    def _changed(self, tables: frozenset[str]) -> None:
        is_asking = self.standoff.is_open or self.standoff.is_rereading
        if "company" in tables and not self.is_dirty and not is_asking:
            self._shell.client.ask(self._show, admin.company)

    def _show_pack(self, pack: CountryPack) -> None:
        if not self._schemes:
            self._schemes = tuple(one for one in pack.identifiers if one != "th.branch")
            self._build(pack)
        self._shell.client.ask(self._show, admin.company)

    def _build(self, pack: CountryPack) -> None:
        self.place(self.keeping.strip)
        self.heading(_("On every paper"))
        self._text("name", _("Name"), 12)
        self._text("address.street", _("Street"), 12)
        self._text("address.extra", _("Second line"), 12)
        self._text("address.postcode", _("Postcode"), 4)
        self._text("address.town", _("Town"), 8)
        if pack.country == "US":
            self._text("address.region", _("State"), 4)
        self.heading(_("Numbers of the authorities"))
        for scheme in self._schemes:
            self._text(f"identifiers.{scheme}", scheme_name(scheme), 6)
        if "th.branch" in pack.identifiers:
            self._text("branch", scheme_name("th.branch"), 6)
        self.heading(_("Where we are paid"))
        self._text("accounts.0.iban", _("Account number (IBAN)"), 8)
        self._text("accounts.0.bic", _("BIC"), 4)
        self.heading(_("How we are reached"))
        self._text("phone", _("Phone"), 4)
        self._text("email", _("E-mail"), 4)
        self._text("website", _("Website"), 4)
        self.heading(_("What holds where nothing else was agreed"))
        self._put_field("terms_days", _("Days to pay"), self._terms, 4)
        self._text("late_interest", _("Late interest"), 4)
        self._put_field("language", _("Language of papers"), self._language, 4)

    def _text(self, path: str, label: str, columns: int) -> None:
        self._fields[path] = TextEdit()
        self.add(path, label, self._fields[path], columns=columns)

    def _put_field(self, path: str, label: str, editor: Editor, columns: int) -> None:
        self.add(path, label, editor, columns=columns)

    def _show(self, company: Company) -> None:
        is_first = self._company is None
        self._company = company
        for path, text in _texts(company, self._schemes).items():
            if path in self._fields:
                self._fields[path].put(text)
        self._terms.put(Decimal(company.terms_days))
        self._language.put(company.language)
        self.call_clean()
        if is_first:
            lead_to(self, self._fields["name"])
            self.begun.emit()
        self.keeping.watch(self, Place("company", 0), company.version)
        self.standoff.opened(company.version)
        self._check()

    def _content(self, company: Company) -> Company:
        texts = self._now()
        days = self._terms.value()
        return replace(
            company,
            name=texts["name"],
            address=replace(
                company.address,
                street=texts["address.street"],
                extra=texts["address.extra"],
                postcode=texts["address.postcode"],
                town=texts["address.town"],
                region=texts["address.region"],
                country=company.country,
            ),
            identifiers=_identifiers(texts, self._schemes),
            accounts=_accounts(texts, company),
            branch=texts["branch"],
            phone=texts["phone"],
            email=texts["email"],
            website=texts["website"],
            late_interest=texts["late_interest"],
            terms_days=int(days) if days is not None else company.terms_days,
            language=self._language.value(),
        )

    def _check(self) -> None:
        if self._company is not None:
            self._shell.client.ask(self._show_found, admin.check, self._content(self._company))

    def _show_found(self, problems: tuple[Problem, ...]) -> None:
        self.show_problems(self._placed(problem) for problem in problems)

    def _placed(self, problem: Problem) -> Problem:
        """Return a problem at the field of this form that shows it."""
        field = problem.field
        if field.startswith("identifiers."):
            known = _identifiers(self._now(), self._schemes)
            field = f"identifiers.{known[int(field.split('.')[1])].scheme}"
        elif field == "identifiers":
            field = f"identifiers.{self._schemes[0]}"
        elif field == "accounts":
            field = "accounts.0.iban"
        return replace(problem, field=field)

    def _now(self) -> Mapping[str, str]:
        return defaultdict(str, {path: one.value() for path, one in self._fields.items()})

    def _saved(self, company: Company) -> None:
        self.keeping.settle()
        before = self._company
        self._show(company)
        if before is not None:
            self._shell.did(kept(before, company))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.show_problems([self._placed(one) for one in error.problems], focus=True)
        elif isinstance(error, Conflict | NotFound):
            self.standoff.meet()
        else:
            self._shell.refuse(error)


def kept(before: Company, after: Company) -> Deed:
    """Return that the company's data was changed: it can be as it was."""
    back = partial(kept, after)
    return Deed(_("The company's data is kept."), admin.put_back, (after, before), back)


def _texts(company: Company, schemes: tuple[str, ...]) -> dict[str, str]:
    """Return the company as the fields show it."""
    account = next(iter(company.accounts), BankAccount(""))
    address = company.address
    return {
        "name": company.name,
        "address.street": address.street,
        "address.extra": address.extra,
        "address.postcode": address.postcode,
        "address.town": address.town,
        "address.region": address.region,
        **{f"identifiers.{one}": written(one, company.identifier(one)) for one in schemes},
        "branch": company.branch,
        "accounts.0.iban": written("iban", account.iban),
        "accounts.0.bic": account.bic,
        "phone": company.phone,
        "email": company.email,
        "website": company.website,
        "late_interest": company.late_interest,
    }


def _identifiers(texts: Mapping[str, str], schemes: tuple[str, ...]) -> tuple[Identifier, ...]:
    """Return the identifiers that were written, compact, without the empty ones."""
    found = ((scheme, texts[f"identifiers.{scheme}"]) for scheme in schemes)
    return tuple(Identifier(scheme, compact(scheme, text)) for scheme, text in found if text)


def _accounts(texts: Mapping[str, str], company: Company) -> tuple[BankAccount, ...]:
    """Return the accounts with the first one as it is written here; further ones stay."""
    iban = compact("iban", texts["accounts.0.iban"])
    first = (BankAccount(iban, compact("bic", texts["accounts.0.bic"])),) if iban else ()
    return first + company.accounts[1:]
