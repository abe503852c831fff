"""What is done with a letter either way: put away, asked why, looked at, gone to what it names."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.correspondence.letter import Incoming, Outgoing
from app.domain.shared.ids import LetterId
from app.ui.kit.asking import ask_words
from app.ui.kit.dialogs import Question
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.domain.shared.ids import ContactId
    from app.services.office import Desk

Letter = TypeVar("Letter", Incoming, Outgoing)


class LetterVerbs(QObject, Generic[Letter]):
    """Does what is done with letters of one way; ``moved(letter)`` after each."""

    moved = Signal(object)
    discarded = Signal()

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    @abstractmethod
    def get(self) -> Callable[[Desk, LetterId], Letter]:
        """Return the query that gives a letter."""

    @abstractmethod
    def gone(self, letter: Letter) -> Deed:
        """Return that a letter was thrown away, which can be taken back."""

    def do(
        self,
        text: Callable[[Letter], str],
        command: Callable[[Desk, LetterId, str], Letter],
        letter_id: LetterId,
        words: tuple[str, ...],
    ) -> None:
        """Run a command with what was asked for, and tell what was done."""
        self._shell.client.do(partial(self.tell, text), command, letter_id, words[0])

    def ask(
        self,
        question: Question,
        label: str,
        done: Callable[[tuple[str, ...]], object],
    ) -> None:
        """Ask for a word before something is done."""
        ask_words(self._page, question, (label,), done)

    def tell(self, text: Callable[[Letter], str], letter: Letter) -> None:
        """Tell what was done with a letter."""
        self._shell.say(text(letter))
        self.moved.emit(letter)

    def look(self, answer: Callable[[Letter], object], letter_id: LetterId) -> None:
        """Ask for a letter as it stands."""
        self._shell.client.ask_each(answer, self.get(), letter_id)

    def show_document(self, letter: Letter) -> None:
        """Open the document of a letter, if it has one."""
        if letter.document_id is not None:
            self._shell.open("document", letter.document_id)

    def show_contact(self, contact_id: ContactId | None, name: str) -> None:
        """Open the other side, if it is a contact."""
        if contact_id is not None:
            self._shell.open("contact", contact_id)
        else:
            self._shell.say(_("{name} is no contact yet", name=name))

    def was_discarded(self, letter: Letter) -> None:
        """Tell that a letter was thrown away, and how to have it back."""
        self._shell.did(self.gone(letter))
        self.discarded.emit()


def put_away_text(letter: Incoming | Outgoing) -> str:
    """Return that a letter is filed away."""
    return _("{number} is filed away", number=letter.number)
