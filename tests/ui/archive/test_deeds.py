from __future__ import annotations

from app.domain.archive.document import DocumentState
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import documents
from app.services.office import Office
from app.ui.archive import deeds


def test_each_deed_is_taken_back_and_done_again(office: Office, filed: dict[str, Record]) -> None:
    one = DocumentId(filed["note.txt"].id)
    deed = deeds.filed(office.do(documents.file, (one,)).result)
    states: list[DocumentState] = []
    texts: list[str] = []

    for _turn in range(2):
        result = office.do(deed.command, *deed.arguments).result
        states.append(office.ask(documents.get, one).state)
        texts.append(deed.text)
        assert deed.after is not None
        deed = deed.after(result)

    assert states == [DocumentState.INBOX, DocumentState.FILED]
    assert texts == ["1 document filed", "1 document back in the inbox"]


def test_what_went_into_the_trash_comes_back(office: Office, filed: dict[str, Record]) -> None:
    one = DocumentId(filed["note.txt"].id)
    gone = deeds.trashed(office.do(documents.trash, (one,)).result)

    back = deeds.restored(office.do(gone.command, *gone.arguments).result)

    assert (gone.text, back.text) == ("1 document in the trash", "1 document taken back")
    assert back.command is documents.trash
