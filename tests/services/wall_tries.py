"""What a reader may write for each argument of each service function, to look behind a wall."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.domain.archive.disposal import DisposalKind
from app.domain.archive.document import DocumentState
from app.domain.archive.form import DocumentForm
from app.domain.archive.holds import HoldForm
from app.domain.archive.kinds import CustomField, Tag
from app.domain.archive.receiving import FolderForm
from app.domain.archive.rules import Then, When
from app.domain.archive.saved import SavedForm
from app.domain.bills.bill import BillForm
from app.domain.shared.codec import plain
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId
from app.services import filing_rules, kinds
from app.services.filing import Standing
from tests.services.walls import CARS, Canary, Open
from tests.trade import AAMU

Tries = dict[str, list[Any]]

LEAVES = [{"page": 1}]
PLAIN: Tries = {
    "arrangement": [{"tags": [CARS.id]}],
    "arrived": [[]],
    "base_version": [1],
    "because": ["Siksi"],
    "body": [{"title": "x"}],
    "choices": [[]],
    "code": ["x"],
    "colour": [""],
    "contact_id": [AAMU.id],
    "content": [""],
    "count": [1],
    "ended": [[]],
    "failures": [[]],
    "feed": [None],
    "filing": [{"name": "x.txt", "media_type": "text/plain"}],
    "first": [1],
    "held": [[]],
    "into": [42],
    "is_four_eyes": [False],
    "is_ignored": [True],
    "kind": [one.value for one in DisposalKind],
    "language": ["en"],
    "last": [99],
    "leaves": [LEAVES],
    "limit": [50],
    "media_type": ["text/plain"],
    "most": [50],
    "name": ["Nimi"],
    "names": [{"en": "X"}],
    "note": [""],
    "number": [0, 1, 2],
    "order": ["best", "newest"],
    "parent_id": [None],
    "parts": [[LEAVES, LEAVES]],
    "password": ["x"],
    "place": ["x"],
    "places": [[]],
    "proof_id": [1],
    "question": [
        "kanaria ",
        "kana",
        "kanarja ",
        "kilowattitunnit ",
        "asn:70 ",
        "amount:>4000 ",
        "type:board ",
        "in:trash ",
        "is:sealed ",
        "from:aamu ",
        "2010 ",
        "tag:autot ",
        "-x ",
    ],
    "replace": [True],
    "seconds": [0.0],
    "signature": ["needed"],
    "size": [50],
    "tag_id": [CARS.id],
    "title": ["Otsikko"],
    "trash_days": [30],
    "trouble_id": [1],
    "version": [1, 2, 3],
    "view": [
        {"words": words} for words in ("", "kanaria ", "kilowattitunnit ", "471123", "4711,23")
    ],
    "where": [["separator"], []],
    "why": ["Siksi"],
    "width": ["wide"],
    "words": ["kanaria", "471123", "autot", "lasku", ""],
    "bills.keep form": [plain(BillForm("Sähkö Oy", number="471123"))],
    "bills.problems form": [plain(BillForm("Sähkö Oy", number="471123"))],
    "drafts.drop form": ["document"],
    "drafts.keep form": ["document"],
    "drafts.kept form": ["document"],
    "drafts.waiting form": ["document"],
    "filing.add_tag_path path": [["Autot", "Leasing"]],
    "folders.add form": [plain(SavedForm("K", "kana"))],
    "folders.change form": [plain(SavedForm("K", "kana"))],
    "kinds.add_field kind": ["text"],
    "kinds.add_type form": [plain(kinds.TypeForm("x", {"en": "X"}, "general"))],
    "kinds.change_tag changed": [plain(Tag(TagId(42), 1, "Y"))],
    "kinds.change_type form": [plain(kinds.TypeForm("board", {"en": "X"}, "general"))],
    "arranging.change_field changed": [plain(CustomField(FieldId(1), 1, "z", {"en": "Z"}))],
}
"""By the argument's name, or by that of its function too where the name alone does not tell."""


def tries(there: Open, canary: Canary, folder: Path) -> Tries:
    """Return what a reader may write for each argument, by its name."""
    places: Tries = {"target": [str(folder)], "path": [str(folder)], "folder": [str(folder)]}
    return PLAIN | places | _by_id(there, canary) | _by_form(there, canary)


def _by_id(there: Open, canary: Canary) -> Tries:
    """Return ids of what stands behind the wall, and beside them of what everybody reads."""
    ids, files = list(canary.documents), list(canary.files)
    board = there.board
    return {
        "binder_id": [there.binder],
        "disposal_id": [canary.disposal],
        "document_id": [*ids, *there.documents],
        "entity": ids,
        "file_id": files,
        "folder_id": [canary.folder],
        "folders.arrange ids": [[canary.folder]],
        "filing_rules.reorder_rules ids": [[canary.rule]],
        "hold_id": [canary.hold],
        "ids": [ids, files, list(there.documents), []],
        "record_id": files,
        "rule_id": [canary.rule],
        "source": [
            f"invoice:{there.invoice}",
            f"contact:{AAMU.id}",
            f"document:{ids[0]}",
            "x:1",
        ],
        "type_id": [board],
        "wanted": [
            {},
            {"states": []},
            {"states": [], "type_ids": [board]},
            {"tag_ids": [CARS.id]},
        ],
    }


def _by_form(there: Open, canary: Canary) -> Tries:
    """Return forms that name what stands behind the wall."""
    first, board = canary.documents[0], DocumentTypeId(there.board)
    form = DocumentForm("Sähkölasku", type_id=board)
    card, standing = plain(form), plain(Standing(form, DocumentState.FILED))
    rule = plain(filing_rules.RuleForm("R", When(title="kana*"), Then(note="x")))
    folder = plain(FolderForm("/x", type_id=board))
    binder = {"id": there.binder, "version": 1, "name": "Mappi 1", "first": 1, "last": 98}
    return {
        "now": [standing],
        "rewritten": [[{"document_id": first, "now": card, "before": card}]],
        "documents.change form": [card],
        "filing.put_back wanted": [standing],
        "filing.save form": [card],
        "filing.save_and_file form": [card],
        "filing_rules.add_rule form": [rule],
        "filing_rules.change_rule form": [rule],
        "filing_rules.try_out form": [rule],
        "holding.place form": [
            plain(HoldForm("Juttu", "Syy", documents=(first,))),
            plain(HoldForm("Juttu", "Syy", type_id=board)),
            plain(HoldForm("Juttu", "Syy", contact_id=AAMU.id)),
        ],
        "receiving.add_folder form": [folder],
        "receiving.change_folder form": [folder],
        "serials.change_binder changed": [binder],
    }
