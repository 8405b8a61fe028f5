"""The JSON Schema of clause files, put into the library that a new clause goes into, for editors that complete YAML as one types.

The first line of a new clause's file names it (``clauses.written``). One that is there is left as it is: it may be a person's.
"""

from __future__ import annotations

import os
from pathlib import Path

from draftkit.clauses.clause import PARTS
from draftkit.clauses.written import SCHEMA
from draftkit.resources import folder


def missing_schema(file: str) -> str:
    """Where the schema is to be put for a clause file; "" if it is there, or if the file lies in no folder of a part."""
    if file == "-":
        return ""
    part = Path(file).parent
    if part.name in PARTS:
        library = part.parent
    elif part.resolve().name in PARTS:  # "clause.yaml", written in such a folder
        library = part / os.pardir
    else:
        return ""
    place = str(library / SCHEMA)
    return "" if os.path.lexists(place) else place


def schema() -> str:
    """The schema, as ``draftkit schema clause`` prints it."""
    return (folder("clause_library") / SCHEMA).read_text("utf-8")


def said(place: str) -> str:
    """The line that tells of it."""
    return f"{place} was written as well: editors complete and check clause files with it"
