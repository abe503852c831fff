"""What is done with a letter that came in, wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.domain.correspondence.incoming import form_of
from app.domain.correspondence.letter import INCOMING, Incoming, IncomingState, Outgoing
from app.domain.correspondence.template import Template
from app.domain.shared.ids import LetterId, TemplateId
from app.services import letters_in, letters_out, templates
from app.services.office import Desk
from app.ui.correspondence.answering import ask_template
from app.ui.correspondence.letter_verbs import LetterVerbs, put_away_text
from app.ui.correspondence.remarking import REMARKS, remarking
from app.ui.kit.bring_up import ask_hand_over
from app.ui.kit.dialogs import Question
from app.ui.kit.history import Deed
from app.ui.kit.texts import _, formats

_REGISTERED = (IncomingState.REGISTERED, IncomingState.ASSIGNED)
_DONE = (IncomingState.ANSWERED, IncomingState.NO_REPLY_NEEDED)


def possible_in(state: IncomingState, *, has_document: bool) -> frozenset[str]:
    """Return the actions that a letter in this state can be put through."""
    names = {"letter.open", "letter.contact", "letter.link", *REMARKS}
    if state is IncomingState.RECEIVED:
        names |= {"letter.issue", "letter.discard"}
    if state in _REGISTERED:
        names |= {"letter.answer", "letter.assign", "letter.no-reply", "letter.hand-over"}
    if state in _DONE:
        names |= {"letter.file", "letter.answer"}
    if has_document:
        names.add("letter.document")
    return frozenset(names)


class IncomingVerbs(LetterVerbs[Incoming]):
    """Registers, assigns, answers and puts letters away."""

    def get(self) -> Callable[[Desk, LetterId], Incoming]:
        return letters_in.get

    def gone(self, letter: Incoming) -> Deed:
        return thrown_away(letter)

    def slots(self) -> dict[str, Callable[[LetterId], object]]:
        """Return what each action does with a letter."""
        return {
            "letter.issue": self.register,
            "letter.answer": self.answer,
            **remarking(self._shell, self._page, INCOMING),
            "letter.hand-over": self._hand_over,
            "letter.assign": self._ask_person,
            "letter.no-reply": self._ask_reason,
            "letter.file": self._file,
            "letter.discard": self._discard,
            "letter.document": partial(self.look, self.show_document),
            "letter.contact": partial(self.look, self._show_sender),
        }

    def register(self, letter_id: LetterId) -> None:
        """Give a letter its number; one that lacks something is opened at what has to be mended."""
        refused = partial(self._not_registered, letter_id)
        done = partial(self.tell, registered_text)
        self._shell.client.do(done, letters_in.register, letter_id, refused=refused)

    def answer(self, letter_id: LetterId) -> None:
        """Write a letter to the sender, from a template or from nothing."""
        self._shell.client.ask(partial(self._ask_template, letter_id), templates.templates)

    def _hand_over(self, letter_id: LetterId) -> None:
        """Put a letter into other hands, with a word for them."""
        ask_hand_over(self._page, self._shell, f"{INCOMING}:{letter_id}")

    def _ask_template(self, letter_id: LetterId, kept: tuple[Template, ...]) -> None:
        ask_template(self._page, kept, partial(self._answer, letter_id))

    def _answer(self, letter_id: LetterId, template_id: TemplateId | None) -> None:
        self._shell.client.do(self._written, letters_out.answer, letter_id, template_id, "")

    def _written(self, letter: Outgoing) -> None:
        self._shell.open("letter-out", letter.id)

    def _not_registered(self, letter_id: LetterId, error: object) -> None:
        self._shell.open("letter-in", letter_id)
        self._shell.say(_("Not registered: the letter is open at what has to be mended"))

    def _ask_person(self, letter_id: LetterId) -> None:
        question = Question(
            _("In whose hands?"),
            _("Whoever it is sees the letter in their list until it is answered."),
            _("Put into their hands"),
        )
        done = partial(self.do, _assigned_text, letters_in.assign, letter_id)
        self.ask(question, _("Name"), done)

    def _ask_reason(self, letter_id: LetterId) -> None:
        question = Question(
            _("Does it need no reply?"),
            _("Say why: whoever asks later is told."),
            _("Needs no reply"),
        )
        done = partial(self.do, _settled_text, letters_in.no_reply, letter_id)
        self.ask(question, _("Reason"), done)

    def _file(self, letter_id: LetterId) -> None:
        done = partial(self.tell, put_away_text)
        self._shell.client.do(done, letters_in.file, letter_id)

    def _discard(self, letter_id: LetterId) -> None:
        self._shell.client.do(self.was_discarded, letters_in.discard, letter_id)

    def _show_sender(self, letter: Incoming) -> None:
        self.show_contact(letter.sender_id, letter.sender or _("The sender"))


def _assigned_text(letter: Incoming) -> str:
    who = letter.responsible
    return _("{number} is in the hands of {who}", number=letter.number, who=who)


def _settled_text(letter: Incoming) -> str:
    return _("{number} needs no reply", number=letter.number)


def registered_text(letter: Incoming) -> str:
    """Return that a letter has its number, and until when to reply."""
    if letter.reply_by is None:
        return _("Registered as {number}", number=letter.number)
    day = formats().day(letter.reply_by)
    return _("Registered as {number}, reply by {day}", number=letter.number, day=day)


def thrown_away(letter: Incoming) -> Deed:
    """Return that a letter without a number was forgotten: it can be written down again."""
    text = _("{subject} discarded", subject=letter.subject or _("The letter"))
    return Deed(text, letters_in.receive, (form_of(letter), letter.id), _brought_back)


def _brought_back(letter: Incoming) -> Deed:
    return Deed(_("The letter is back"), letters_in.discard, (letter.id,), thrown_away)
