"""The form of a document: masthead, sponsors, numbers, blanks (un-rules A4, A5, A9)."""

from draftkit.checks.form.adopted_remnants import adopted_remnants
from draftkit.checks.form.bracketed_id import bracketed_id
from draftkit.checks.form.empty_operative import empty_operative
from draftkit.checks.form.empty_paragraph import empty_paragraph
from draftkit.checks.form.numbering import numbering
from draftkit.checks.form.open_blank import open_blank
from draftkit.checks.form.sponsors_order import sponsors_order
from draftkit.checks.form.symbol_form import symbol_form
from draftkit.checks.form.typed_number import typed_number
from draftkit.checks.form.unread_block import unread_block
from draftkit.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    empty_paragraph,
    empty_operative,
    numbering,
    typed_number,
    bracketed_id,
    open_blank,
    adopted_remnants,
    unread_block,
    sponsors_order,
    symbol_form,
)
