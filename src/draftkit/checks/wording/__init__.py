"""Words of the house: what things are called, the form of numbers, dates and amounts (un-rules C4, C7, C8, C10, G4)."""

from draftkit.checks.rule import Rule
from draftkit.checks.wording.cost_trigger import cost_trigger
from draftkit.checks.wording.date_form import date_form
from draftkit.checks.wording.first_mention_lost import first_mention_lost
from draftkit.checks.wording.gendered_terms import gendered_terms
from draftkit.checks.wording.house_latin import house_latin
from draftkit.checks.wording.house_style import house_style
from draftkit.checks.wording.house_terms import house_terms
from draftkit.checks.wording.money_form import money_form
from draftkit.checks.wording.number_form import number_form
from draftkit.checks.wording.present_resolution import present_resolution
from draftkit.checks.wording.pronouns import pronouns
from draftkit.checks.wording.repeated_word import repeated_word
from draftkit.checks.wording.short_form import short_form

RULES: tuple[Rule, ...] = (
    present_resolution,
    date_form,
    number_form,
    money_form,
    pronouns,
    gendered_terms,
    house_terms,
    cost_trigger,
    short_form,
    first_mention_lost,
    repeated_word,
    house_latin,
    house_style,
)
