"""The form of a document: masthead, title, sponsors, numbers, blanks, sections, annexes (un-rules A2, A4 to A6, A9 to A12)."""

from draftkit.checks.form.adopted_remnants import adopted_remnants
from draftkit.checks.form.annex_reference import annex_reference
from draftkit.checks.form.bracketed_id import bracketed_id
from draftkit.checks.form.closing_lines import closing_lines
from draftkit.checks.form.draft_frame import draft_frame
from draftkit.checks.form.empty_operative import empty_operative
from draftkit.checks.form.empty_paragraph import empty_paragraph
from draftkit.checks.form.formula import formula
from draftkit.checks.form.lone_section import lone_section
from draftkit.checks.form.lone_subparagraph import lone_subparagraph
from draftkit.checks.form.numbering import numbering
from draftkit.checks.form.open_blank import open_blank
from draftkit.checks.form.open_bracket import open_bracket
from draftkit.checks.form.sponsor_names import sponsor_names
from draftkit.checks.form.sponsors_order import sponsors_order
from draftkit.checks.form.subparagraph_opening import subparagraph_opening
from draftkit.checks.form.symbol_form import symbol_form
from draftkit.checks.form.title_and_item import title_and_item
from draftkit.checks.form.title_form import title_form
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
    formula,
    draft_frame,
    title_form,
    title_and_item,
    sponsor_names,
    subparagraph_opening,
    lone_section,
    annex_reference,
    open_bracket,
    lone_subparagraph,
    closing_lines,
)
