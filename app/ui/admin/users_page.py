"""Users: who logs in, with which roles, and what each of them can see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.domain.admin.company import Company
from app.domain.admin.users import User, UserForm
from app.domain.employees.row import EmployeeRow
from app.domain.shared.ids import EmployeeId
from app.lang.permission_words import role_word
from app.lang.texts import mark, say_in
from app.services import admin, drafts, roles, sights, users
from app.services.roles import RoleRow
from app.services.sights import Preview
from app.services.users import UserRow
from app.ui.admin.founding import begin_with_users, renew_keys
from app.ui.admin.passwords import change_password, show_code
from app.ui.admin.remembering import Remembering
from app.ui.admin.user_limits import LimitFields
from app.ui.admin.user_words import preview_text
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.picker import Picker
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language, many

NO_USERS = mark(
    "There are no users: whoever opens the company may do everything. With users everybody logs in "
    "with a password of his or her own and sees what the roles allow, and a stolen computer tells "
    "nothing."
)
TABLES = frozenset({"user_account", "user_role"})


class UsersPage(ListedForm[User]):
    """Lists users; the form says the roles, and below it stands what they let one see."""

    recorded = "user_account"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._rows: tuple[UserRow, ...] = ()
        self._roles: tuple[RoleRow, ...] = ()
        self._currency = ""
        self.title, self.seen = plain_label("", "heading"), plain_label("")
        super().__init__(shell, strip, _("Users"))
        self.out_button = self._button(_("Shut out"), self._shut_out)
        self._lay_beside()
        self.remembering = Remembering(shell, self)
        shell.book.offer(
            self,
            {
                "users.begin": self._begin,
                "users.password": self._change_password,
                "users.code": self._renew_code,
                "users.renew": self._renew_keys,
                "users.remember": self.remembering.ask,
                "users.forget": self.remembering.forget,
            },
        )
        shell.client.changed.connect(self._news)
        self.ask()

    def _lay_beside(self) -> None:
        """Put the verbs beside *Save*, and what one sees below them."""
        book = self.shell.book
        self.begin_button = book.button("users.begin", primary=True)
        self.more = [book.button(name) for name in ("users.password", "users.code")]
        self.typed_button = self._button(_("Forget the drafts"), self._forget_typed)
        beside = (self.begin_button, self.typed_button, self.out_button, *self.more)
        for place, button in enumerate(beside):
            self.buttons.insertWidget(place, button)
        right = self.save_button.parentWidget()
        inside = right.layout() if right is not None else None
        assert isinstance(inside, QVBoxLayout)
        for label in (self.title, self.seen):
            label.setWordWrap(True)
            inside.insertWidget(inside.count() - 1, label)

    @property
    def has_users(self) -> bool:
        """Say whether the office has users; before, one is begun with."""
        return bool(self._rows) and self.shell.client.office.is_secret

    def ask(self) -> None:
        self.shell.client.ask(self._know_company, admin.company)

    def lines(self) -> Sequence[tuple[User, str]]:
        gone = _("shut out")
        return [
            (row.user, row.user.name if row.user.is_active else f"{row.user.name} ({gone})")
            for row in self._rows
        ]

    def make_form(self) -> Form:
        one, form = self.chosen, Form()
        self._look(one)
        if not self.has_users:
            return form
        self.name, self.full_name, self.password = TextEdit(), TextEdit(), TextEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.name.put(one.name if one else "")
        self.name.setReadOnly(one is not None)
        self.full_name.put(one.full_name if one else "")
        self.held = {row.name: CheckEdit(_role(row.name)) for row in self._roles}
        form.add("name", _("Name to log in with"), self.name, columns=6)
        form.add("full_name", _("Full name"), self.full_name, columns=6)
        title = _("New password (empty: it stays)") if one else _("First password")
        form.add("password", title, self.password, columns=6)
        self.limits = LimitFields(form, one.limits if one else (), self._currency)
        self._ask_person(form, one)
        form.heading(_("Roles"))
        for name, box in self.held.items():
            box.put(bool(one and name in one.roles))
            form.add(f"roles.{name}", "", box, columns=4)
            form.cell(f"roles.{name}").label.hide()
        return form

    def _ask_person(self, form: Form, one: User | None) -> None:
        """Ask which employee the user is: then the own file, hours and payslips are there."""
        self.person: Picker[EmployeeRow] = Picker(
            self.shell.client, users.people, lambda row: row.name, lambda row: row.number
        )
        title = _("Is the employee (empty: none)")
        form.add("employee_id", title, self.person, columns=6)
        self._has_person = one is None or one.employee_id is None
        if one is not None and not self._has_person:
            self.shell.client.ask(self._show_person, users.person, one.id)

    def _show_person(self, found: EmployeeRow | None) -> None:
        if found is not None and self.chosen and self.chosen.employee_id == found.id:
            self.person.put(found)
            self._has_person = True

    def send(self) -> None:
        client, one = self.shell.client, self.chosen
        if not self.has_users or self._is_nobody():
            return
        if one is None:
            told = (self.written(), self.password.text())
            client.errand(self.saved, users.make, *told, refused=self.refused)
        else:
            told_more = (one.id, one.version, self.written())
            client.errand(self._changed, users.change, *told_more, refused=self.refused)

    def written(self) -> UserForm:
        """Return the user as the form says."""
        held = tuple(name for name, box in self.held.items() if box.value())
        employee = self._employee()
        limits = self.limits.value()
        return UserForm(self.name.value(), self.full_name.value(), held, employee, limits)

    def _is_nobody(self) -> bool:
        """Say whether words were typed that name no employee, and tell so at the field."""
        is_nobody = bool(self.person.words()) and self.person.value() is None
        if is_nobody:
            self.person.show_problem(_("There is no employee of this name."))
            self.person.setFocus()
        return is_nobody

    def _employee(self) -> EmployeeId | None:
        """Return who was picked; an employee that is not shown yet stays."""
        picked = self.person.value()
        if picked is not None:
            return picked.id
        return self.chosen.employee_id if self.chosen and not self._has_person else None

    def at(self, field: str) -> str:
        if field.startswith("limits."):
            return self.limits.at(field)
        return f"roles.{next(iter(self.held), '')}" if field == "roles" else field

    def _changed(self, user: User) -> None:
        """Give the password that was typed, if any, once the rest is changed."""
        if self.password.text():
            told = (user.id, user.version, self.password.text())
            self.shell.client.errand(self.saved, users.let_in, *told, refused=self.refused)
        else:
            self.saved(user)

    def _shut_out(self) -> None:
        if (one := self.chosen) is not None:
            told = (one.id, one.version)
            self.shell.client.errand(self.saved, users.shut_out, *told, refused=self.refused)

    def _forget_typed(self) -> None:
        """Forget what somebody who was shut out typed and never saved."""
        if (one := self.chosen) is not None:
            told = self._tell_forgotten
            self.shell.client.do(told, drafts.drop_of, one.id, refused=self.refused)

    def _tell_forgotten(self, gone: int) -> None:
        self.shell.say(many("{n} draft forgotten", "{n} drafts forgotten", gone))

    def _look(self, one: User | None) -> None:
        """Ask what the chosen one can see; a new one can see nothing yet."""
        self.title.setText("" if self.has_users else _("Everybody who opens the company is you"))
        self.seen.setText("" if self.has_users else _(NO_USERS))
        self.out_button.setEnabled(one is not None and one.is_active)
        self.typed_button.setVisible(one is not None and not one.is_active)
        if one is not None:
            self.shell.client.ask(self._show_seen, sights.preview, one.id)

    def _show_seen(self, found: Preview) -> None:
        if self.chosen is not None and found.name == self.chosen.full_name:
            self.title.setText(_("What {name} can see and do", name=found.name))
            self.seen.setText(preview_text(found))

    def _know_company(self, company: Company) -> None:
        self._currency = company.currency
        self.shell.client.ask(self._know_roles, roles.rows)

    def _know_roles(self, found: tuple[RoleRow, ...]) -> None:
        self._roles = found
        self.shell.client.ask(self._show, users.rows)

    def _show(self, found: tuple[UserRow, ...]) -> None:
        self._rows = found
        self._allow()
        self.fill()

    def _allow(self) -> None:
        for button in (self.new_button, self.save_button, self.out_button, *self.more):
            button.setVisible(self.has_users)
        self.begin_button.setVisible(not self.has_users)
        for name in ("users.password", "users.code", "users.renew"):
            self.shell.book.allow(self, name, allowed=self.has_users)
        self.shell.book.allow(self, "users.begin", allowed=not self.has_users)
        self.remembering.look()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.ask()

    def _begin(self) -> None:
        begin_with_users(self.shell, self)

    def _change_password(self) -> None:
        change_password(self.shell, self)

    def _renew_code(self) -> None:
        self.shell.client.errand(self._show_code, users.renew_code)

    def _renew_keys(self) -> None:
        renew_keys(self.shell, self)

    def _show_code(self, code: str) -> None:
        show_code(self.shell, self, code)


def _role(name: str) -> str:
    return role_word(name, say_in(language()))
