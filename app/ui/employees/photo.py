"""The photo of a person: shown, chosen from a file, or taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.shared.ids import EmployeeId
from app.services import photos
from app.services.employees import SeenPerson
from app.ui.kit.picture_view import PictureView, content_of
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

SIZE = QSize(120, 150)


class PhotoView(PictureView):
    """Shows one person; without a photo it takes no room."""

    largest = SIZE

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        super().__init__(_("Photo"), "")
        self._shell = shell
        self._person = person
        self._seen: SeenPerson | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.verbs: Mapping[str, Callable[[], object]] = {
            "employee.photo": self.choose,
            "employee.no-photo": self.remove,
        }
        self.hide()

    @property
    def has_photo(self) -> bool:
        """Whether the person has a photo today."""
        return self._seen is not None and self._seen.record.profile.photo_id is not None

    def show_seen(self, seen: SeenPerson) -> None:
        """Show the photo of a person, as soon as the office has answered."""
        self._seen = seen
        self.setVisible(self.has_photo)
        if self.has_photo:
            self._shell.client.ask(self.show_picture, photos.of, self._person)

    def choose(self) -> None:
        """Ask for a picture file and take it as the photo."""
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a photo"), "", _("Pictures") + " (*.png *.jpg *.jpeg)"
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take a file as the photo; what is no picture is refused."""
        picture = content_of(self._shell, path, photos.LARGEST)
        if picture:
            self._put(picture)

    def remove(self) -> None:
        """Show no photo any more; those before stay in the file."""
        if self.has_photo:
            self._put(b"")

    def _put(self, picture: bytes) -> None:
        if self._seen is not None:
            known = (self._person, self._seen.employee.version, picture)
            self._shell.client.do(self._kept, photos.put, *known)

    def _kept(self, _person: object) -> None:
        self._shell.say(_("The photo is kept"))
