"""The editor of a certificate of tax withheld: issued, it has its number and its paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.domain.payments.withholding import WITHOUT_INCOME, Certificate, NewCertificate
from app.domain.shared.ids import CertificateId
from app.domain.shared.problems import Problem
from app.services import certificate_forms, withholding
from app.services.certificate_forms import Opened
from app.services.withholding import FORM
from app.ui.accounting.certificate_form import NOBODY, CertificateFields
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class CertificateEditor(FormPage):
    """Writes one certificate."""

    def __init__(self, shell: Shell, _record: int | None = None) -> None:
        super().__init__(shell, FORM, None, "entry.post")
        self.fields: CertificateFields | None = None
        self.hint.setText(_("Ctrl+Enter issues"))
        shell.book.call(self, "entry.post", _("Issue it"))
        self.setWindowTitle(_("New certificate"))
        shell.client.ask_or(self._begin, self._gone, certificate_forms.opened, shell.held(FORM))

    def content(self) -> NewCertificate:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        missing = [] if self.content().rows else [WITHOUT_INCOME.at("rows")]
        return (*self.fields.unreadable(), *self.placed(missing), *self._warnings)

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [replace(one, field=self.fields.place_of(one.field)) for one in problems]

    def send(self) -> None:
        told = (self.content(), CertificateId(self.entity))
        self.shell.client.do(self._issued, withholding.issue, *told, refused=self.refused)

    def _begin(self, opened: Opened) -> None:
        self.fields = CertificateFields(self.shell, opened)
        self.fields.begin(opened)
        self.begin(self.fields, 0)
        self.titled.emit(_("New certificate"))
        if opened.typed is not None and self._taken(opened.draft) is not None:
            bare = replace(opened, typed=None, contact=None)
            self.offer_typed(partial(self.fields.begin, bare))
        lead_to(self, self.fields.contact)
        self.fields.contact.setFocus()

    def _think(self) -> None:
        if self.fields is not None and self.content().contact_id != NOBODY:
            self.shell.client.ask(self._warn, withholding.check_certificate, self.content())

    def _issued(self, one: Certificate) -> None:
        self._close_with(one.id, _("Certificate {number} is kept", number=one.number))
