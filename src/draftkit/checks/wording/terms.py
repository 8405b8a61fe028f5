"""How official texts spell words that are spelt in two ways, for ``house_terms``.

In the texts of the sessions 76 to 78 the second forms of these pairs stand 42,670 times and the first ones, outside quotations,
nine times ("fulfill", "inter-governmental" ...). Pairs on which the texts don't agree ("Headquarters", "toward", "time frame")
are no rule. Words that the texts have in neither form, "skilful", follow the others.

Example:
    >>> WORDS["organisation"], WORDS["peace-keeping"]
    ('organization', 'peacekeeping')
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IZE = (
    "authori categori centrali characteri criminali crystalli decentrali decoloni demilitari demobili destabili digitali digiti "
    "finali formali generali globali harmoni immuni incentivi industriali institutionali internali internationali legali "
    "legiti liberali locali marginali maximi mechani minimi mobili moderni monopoli neutrali normali operationali optimi organi "
    "penali polari politici prioriti privati professionali radicali rationali reali recogni reorgani revitali sensiti speciali "
    "stabili standardi stigmati subsidi summari sympathi synchroni systemati universali urbani utili victimi visuali"
).split()
"""Stems of verbs that end in "-ize"."""
_ENDINGS = ("e", "ed", "es", "ing", "ation", "ations", "ational", "er", "ers")
_PAIRS = """
program programme; programs programmes; center centre; centers centres; centered centred; labor labour; honor honour; honored
honoured; behavior behaviour; behaviors behaviours; behavioral behavioural; defense defence; offense offence; offenses
offences; judgement judgment; judgements judgments; fulfill fulfil; fulfillment fulfilment; favor favour; favorable
favourable; favorably favourably; neighbor neighbour; neighbors neighbours; neighboring neighbouring; color colour; endeavor
endeavour; endeavors endeavours; emphasise emphasize; emphasised emphasized; emphasises emphasizes; emphasising emphasizing;
synthesise synthesize; synthesises synthesizes; analyze analyse; analyzed analysed; analyzing analysing; enrollment enrolment;
counseling counselling; traveling travelling; labeling labelling; dialog dialogue; rigor rigour; archeological archaeological;
aging ageing; advisor adviser; advisors advisers; skillful skilful; focussed focused; focussing focusing; amongst among;
whilst while; kilometers kilometres; percent per cent; catalog catalogue; co-operate cooperate; co-operation cooperation;
co-operative cooperative; co-operates cooperates; co-operating cooperating; co-ordinate coordinate; co-ordinated coordinated;
co-ordination coordination; co-ordinating coordinating; co-ordinator coordinator; policy-making policymaking; policy-maker
policymaker; policy-makers policymakers; peace-building peacebuilding; peace-keeping peacekeeping; peace-keeper peacekeeper;
peace-keepers peacekeepers; inter-governmental intergovernmental; sub-regional subregional; multi-lateral multilateral;
multistakeholder multi-stakeholder; nongovernmental non-governmental; postconflict post-conflict; wellbeing well-being;
world-wide worldwide; cyber-security cybersecurity; socio-economic socioeconomic; anticorruption anti-corruption;
counterterrorism counter-terrorism; land-mines landmines; life-long lifelong; on-going ongoing; on-line online; off-line
offline; stake-holder stakeholder; stake-holders stakeholders; land-locked landlocked; inter-religious interreligious;
inter-faith interfaith; inter-sessional intersessional; inter-cultural intercultural; inter-linkages interlinkages;
interagency inter-agency; crosscutting cross-cutting; under-represented underrepresented; under-representation
underrepresentation; over-fishing overfishing; breast-feeding breastfeeding; lifesaving life-saving; micro-finance
microfinance; inter-dependent interdependent; multi-lingualism multilingualism; bio-diversity biodiversity; re-affirm
reaffirm; re-affirms reaffirms; re-affirming reaffirming; web-site website; web-sites websites; knowhow know-how
"""
_BLANK = (
    ("capacity building", "capacity-building"),
    ("peace building", "peacebuilding"),
    ("peace keeping", "peacekeeping"),
    ("policy making", "policymaking"),
    ("policy makers", "policymakers"),
    ("post conflict", "post-conflict"),
    ("non governmental", "non-governmental"),
    ("inter governmental", "intergovernmental"),
    ("well being", "well-being"),
    ("cyber security", "cybersecurity"),
    ("self determination", "self-determination"),
    ("web site", "website"),
    ("web sites", "websites"),
)


def _words() -> Iterator[tuple[str, str]]:
    for stem in _IZE:
        yield from ((f"{stem}s{ending}", f"{stem}z{ending}") for ending in _ENDINGS)
    for pair in _PAIRS.replace("\n", " ").split(";"):
        old, _, new = pair.strip().partition(" ")
        yield old, new


WORDS: dict[str, str] = {old: new for old, new in _words() if old != new}
"""Each word in small letters that official texts spell otherwise, with their spelling."""

_S = "[ \u00a0]"
PHRASES: dict[str, tuple[re.Pattern[str], str]] = {
    old: (re.compile(rf"(?<![\w\-\u2011]){old.replace(' ', _S)}(?![\w\-\u2011])"), new)
    for old, new in _BLANK
} | {
    "secretary general": (re.compile(rf"\bSecretary{_S}General\b(?!{_S}of{_S}(?:the{_S})?[A-Z])"), "Secretary-General"),
}
"""The same for two words with a blank between them."""

CAPITALS: dict[str, tuple[re.Pattern[str], str]] = {
    "all states": (re.compile(rf"\b[Aa]ll{_S}states\b(?!{_S}of\b)"), "all States"),
    "its resolution": (re.compile(rf"\bits{_S}Resolution\b(?={_S}\d)"), "its resolution"),
    "its resolutions": (re.compile(rf"\bits{_S}Resolutions\b(?={_S}\d)"), "its resolutions"),
    "its decision": (re.compile(rf"\bits{_S}Decision\b(?={_S}\d)"), "its decision"),
}
"""The same for words that have a capital, or none: by what they are in small letters."""

MEMBERS = re.compile(
    rf"\b(?:(?:[Uu]rges|[Cc]alls{_S}(?:up)?on|[Ii]nvites|[Rr]equests|[Ee]ncourages|[Rr]eminds){_S}(?:all{_S})?)"
    rf"(?P<words>member{_S}[Ss]tates)\b(?!{_S}of\b)"
)
"""Member States of the United Nations, in all likelihood: those of other bodies have a small letter."""


def like(old: str, new: str) -> str:
    """The new words, with a capital where the old ones have one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
