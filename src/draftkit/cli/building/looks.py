"""The look of a file as options name it: a template of one's own, and the emblem.

Example:
    >>> look("", "emblem.png").emblem.suffix
    'png'
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.errors import Unreadable

if TYPE_CHECKING:
    from draftkit.writers.look import Look

_LARGEST = 50_000_000


def look(template: str, emblem: str) -> Look:
    """The look; "" for what is not given.

    Raises:
        Unreadable: a file or a folder that cannot be taken.
    """
    from draftkit.writers.look import Look

    made = _of_template(template) if template else Look()
    if emblem:
        from draftkit.writers.emblem import LARGEST
        from draftkit.writers.emblem import emblem as picture

        made = replace(made, emblem=picture(_bytes(emblem, LARGEST), emblem))
    return made


def _of_template(template: str) -> Look:
    from draftkit.writers.look import Look
    from draftkit.writers.own_word import look_of

    path = Path(template)
    if path.is_dir():
        return Look(folder=path)
    return look_of(_bytes(template, _LARGEST), template)


def _bytes(name: str, most: int) -> bytes:
    """A file, of which no more is read than one of its kind can have."""
    path = Path(name)
    if not path.exists():
        raise Unreadable("there is no such file", name, "give the name of one that is there")
    if not path.is_file():
        raise Unreadable("this is no file", name, "give the name of one")
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise Unreadable(error.strerror or "cannot be read", name, "give one that can be read") from None
    if len(data) > most:
        raise Unreadable(f"the file has more than {most // 1_000_000} megabytes", name, "give a smaller one")
    return data
