"""Where a value meets the words of its clause: what both of them say is said once.

People type "the Institute" where the clause has the article, "to support" where it has "to", a title with its quotation marks, a
topic with its full stop. What is certain to be wrong is put right here; what is not is left as it was typed, or refused.

Example:
    >>> joined("to invite the " + marked("the Institute of Lamps") + " to " + marked("to speak.") + ";")
    'to invite the Institute of Lamps to speak;'
"""

from __future__ import annotations

import re

from draftkit.errors import ClauseError

OPEN, CLOSE, NAMED = "\x02", "\x03", "\x04"
"""Stand round a value in a rendered template; the third begins the name of a body. No text holds them."""

_VALUE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_WORDS_BEFORE = re.compile(r"(?:(?<=\s)|\A)(?:[A-Za-z][\w’'-]*\s+){1,4}\Z")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_REACH = 120
"""So many characters round a value are looked at."""

_MOST_MENDED = 20
"""A value is mended so many times at most; two are enough for what people type."""

_ARTICLES = frozenset(("the", "a", "an"))
_NO_ARTICLE_BEHIND = _ARTICLES | frozenset("its their his her this these those each every another".split())
_DETERMINERS = _NO_ARTICLE_BEHIND | frozenset("any all no such both".split())
_TWICE = frozenset(("that", "had"))
"""Words that may rightly stand twice in a row."""

_AFTER_THAT = frozenset("the a an its their all each every no there it they this these such any both".split())
"""Behind these "that" is a conjunction, which stands once."""

_SENTENCE_END = re.compile(r"(?:(?<![\w.])(?!(?:etc|seq|bis|ibid)\.\Z)(?:[a-z]{3,}|\w*[a-z]{4,}|\d+)|[)”\]])\.\Z")
"""A full stop that is no part of an abbreviation."""

_HEADS = re.compile(
    r"\b(?:Agency|Alliance|Assembly|Association|Authority|Bank|Board|Bureau|Centre|Centers?|Commission(?:er)?|Committee|Community|"
    r"Conference|Congress|Council|Court|Department|Division|Federation|Force|Forum|Foundation|Fund|Group|Institute|Islands|League|"
    r"Mission|Nations|Office|Organi[sz]ation|Panel|Parliament|Partnership|Programme|Registry|Secretariat|Secretary-General|"
    r"Tribunal|Union|University)\b"
)
"""Bodies that are called so carry the article in running text; "UNICEF" and "UN-Women" do not."""

_ATTRIBUTE = re.compile(r"\s+(?:resolution|decision)s?\b")
"""Before these a name stands without its article: "Economic and Social Council resolution 1980/67"."""


def marked(printed: str, *, name: bool = False) -> str:
    """A printed value as ``joined`` finds it again."""
    return f"{OPEN}{NAMED if name else ''}{printed}{CLOSE}"


def joined(rendered: str) -> str:
    """A rendered template with its values fitted to the words round them.

    Raises:
        ClauseError: quotation marks stand in quotation marks.
    """
    parts = _VALUE.split(rendered)
    done = parts[0]
    for at in range(1, len(parts), 2):
        behind = "".join(parts[at + 1 :])[:_REACH].replace(NAMED, "")
        done += _fitted(parts[at], done[-_REACH:], behind) + parts[at + 1]
    return done


def _fitted(value: str, before: str, behind: str) -> str:
    name, value = value.startswith(NAMED), value.removeprefix(NAMED)
    for _ in range(_MOST_MENDED):
        was = value
        for mend in (_without_quotes, _without_last_mark, _without_words_before, _without_words_behind):
            value = mend(value, before, behind) or value
        if value == was:  # mended once more, it stays as it is
            break
    if name and _wants_article(value, before, behind):
        return f"the {value}"
    return value


def _without_quotes(value: str, before: str, behind: str) -> str:
    """A title without quotation marks of its own where the clause has them."""
    if not (before.endswith("“") and behind.startswith("”")):
        return value
    if re.fullmatch(r"“[^“”]*”|\"[^\"]*\"", value):
        return value[1:-1]
    if value.startswith("“") or value.endswith("”"):
        what = f"the text puts quotation marks round “{value[:40]}”, which has some itself"
        raise ClauseError(what, remedy="leave the outer ones away, and write ‘ ’ for those inside")
    return value


def _without_last_mark(value: str, _: str, behind: str) -> str:
    """A value without the mark that ends the paragraph, or would end a sentence in its middle."""
    ends_here = not behind.strip() or bool(re.match(r"(?:\[\^[^\]]*\])*[,;:.]", behind))
    if value.endswith(";") or (ends_here and value.endswith((",", ":"))):
        return value[:-1].rstrip()
    return value[:-1] if _SENTENCE_END.search(value[-_REACH:]) else value


def _without_words_before(value: str, before: str, _: str) -> str:
    """A value without the words that the clause has said just before it."""
    said = [word.lower() for word in before_words.group().split()] if (before_words := _WORDS_BEFORE.search(before)) else []
    own = list(re.finditer(r"\S+", value[:_REACH]))
    if not said or len(own) < 2:
        return value
    for size in range(min(len(said), len(own) - 1), 1, -1):
        if [word.group().lower() for word in own[:size]] == said[-size:]:
            return value[own[size].start() :]
    first, second = own[0].group().lower(), own[1].group().lower()
    again = first == said[-1] and (first not in _TWICE or second in _AFTER_THAT)
    if (again and _WORD.fullmatch(first)) or (first in _ARTICLES and said[-1] in _NO_ARTICLE_BEHIND):
        return value[own[1].start() :]
    return value


def _without_words_behind(value: str, _: str, behind: str) -> str:
    """A value without its last word if the clause goes on with it."""
    next_word = re.match(r"\s+([A-Za-z]+)(?![\w’'-])", behind)
    rest, _blank, last = value.rpartition(" ")
    if next_word and rest and last == next_word[1] and last.lower() not in _TWICE:
        return rest.rstrip()
    return value


def _wants_article(value: str, before: str, behind: str) -> bool:
    """Whether the name of a body wants "the" where it stands."""
    if not _HEADS.search(value) or value.split()[0].lower() in _DETERMINERS or re.match(r"\S+[’']s\b", value):
        return False
    last = re.search(r"(\S+)\s+\Z", before)
    if last is None or _ATTRIBUTE.match(behind):
        return False
    return last[1].lower() not in _DETERMINERS and not last[1].endswith(("’s", "'s", "s’"))
