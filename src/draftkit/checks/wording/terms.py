"""How official texts spell words that are spelt in two ways, for ``house_terms``.

Of every pair the texts of the sessions 76 to 78 write the second form at least fifty times as often as the first, most never
write the first at all. Pairs that the texts are not agreed about ("Headquarters", "toward", "time frame") are no rule.

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
program programme; programs programmes; center centre; centers centres; centered centred; labor labour; honor honour;
honored honoured; behavior behaviour; behaviors behaviours; behavioral behavioural; defense defence; offense offence;
offenses offences; judgement judgment; judgements judgments; fulfill fulfil; fulfillment fulfilment; favor favour;
favorable favourable; favorably favourably; neighbor neighbour; neighbors neighbours; neighboring neighbouring; color colour;
endeavor endeavour; endeavors endeavours; emphasise emphasize; emphasised emphasized; emphasising emphasizing; synthesise synthesize; analyze analyse; analyzed analysed; analyzing analysing; enrollment enrolment;
counseling counselling; traveling travelling; labeling labelling; dialog dialogue; rigor rigour; archeological archaeological;
aging ageing; advisor adviser; advisors advisers; skillful skilful; focussed focused; focussing focusing; amongst among;
whilst while; meters metres; kilometers kilometres; percent per cent; catalog catalogue;
co-operate cooperate; co-operation cooperation; co-operative cooperative; co-operates cooperates; co-operating cooperating;
co-ordinate coordinate; co-ordinated coordinated; co-ordination coordination; co-ordinating coordinating;
co-ordinator coordinator; policy-making policymaking; policy-maker policymaker; policy-makers policymakers;
peace-building peacebuilding; peace-keeping peacekeeping; peace-keeper peacekeeper; peace-keepers peacekeepers;
inter-governmental intergovernmental; sub-regional subregional; multi-lateral multilateral; multistakeholder multi-stakeholder;
nongovernmental non-governmental; postconflict post-conflict; wellbeing well-being; world-wide worldwide;
cyber-security cybersecurity; socio-economic socioeconomic; anticorruption anti-corruption; counterterrorism counter-terrorism;
land-mines landmines; life-long lifelong; on-going ongoing; on-line online; off-line offline; stake-holder stakeholder;
stake-holders stakeholders; land-locked landlocked; inter-religious interreligious; inter-faith interfaith;
inter-sessional intersessional; inter-cultural intercultural; inter-linkages interlinkages; interagency inter-agency;
crosscutting cross-cutting; under-represented underrepresented; under-representation underrepresentation;
over-fishing overfishing; breast-feeding breastfeeding; lifesaving life-saving; micro-finance microfinance;
inter-dependent interdependent; multi-lingualism multilingualism; bio-diversity biodiversity; re-affirm reaffirm;
re-affirms reaffirms; re-affirming reaffirming; data-base database; web-site website; web-sites websites;
data-bases databases; frame-work framework; time-table timetable; knowhow know-how
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
    ("secretary general", "Secretary-General"),
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
    old: (re.compile(rf"(?<![\w\-\u2011]){old.replace(' ', _S)}(?![\w\-\u2011])", re.IGNORECASE), new)
    for old, new in _BLANK
}
"""The same for two words with a blank between them."""


def like(old: str, new: str) -> str:
    """The new words, with a capital where the old ones have one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
