"""Periods of time: their words, UCUM codes and ISO 8601 designators, and how a length is written in ISO 8601."""

from __future__ import annotations

import re
from typing import Final

# words -> UCUM code
PERIODS: Final[tuple[tuple[str, str], ...]] = (
    (r"years?|yrs?|yeras?", "a"),
    (r"months?|mths?|mos?|mnths?", "mo"),
    (r"fortnights?", "fortnight"),
    (r"weeks?|wks?|wk'?s", "wk"),
    (r"days?|dys?|nights?|mornings?|evenings?|nites?|d(?=\b)", "d"),
    (r"hours?|hrs?|h", "h"),
    (r"minutes?|mins?", "min"),
    (r"seconds?|secs?", "s"),
    (r"decades?", "decade"),
)
ANY = "|".join(words for words, _ in PERIODS)
# Mean lengths; a month is a twelfth of the Gregorian year, as UCUM defines mo_g.
DAYS: Final = {"a": 365.2425, "mo": 30.436875, "wk": 7.0, "d": 1.0, "h": 1 / 24, "min": 1 / 1440, "s": 1 / 86400}
DESIGNATORS: Final = {"a": "Y", "mo": "M", "wk": "W", "d": "D", "h": "H", "min": "M", "s": "S"}
_WIDER = {"fortnight": (2.0, "wk"), "decade": (10.0, "a")}
_PARTS = {"a": (12, "mo"), "wk": (7, "d"), "d": (24, "h"), "h": (60, "min")}


def code_of(word: str) -> tuple[float, str]:
    """(factor, UCUM code) of a word of `PERIODS`: "fortnights" is (2, "wk"). Raises KeyError for another word."""
    for words, code in PERIODS:
        if re.fullmatch(words, word):
            return _WIDER.get(code, (1.0, code))
    raise KeyError(word)


def duration(value: float, unit: str) -> str:
    """An ISO 8601 duration: 2.5 years is P2Y6M; what does not come out whole keeps a decimal ("P0.5M")."""
    whole = int(value)
    rest = value - whole
    if unit in _PARTS and rest:
        factor, below = _PARTS[unit]
        if abs(rest * factor - round(rest * factor)) < 0.02 and (unit != "wk" or not whole):
            parts = (f"{whole}{DESIGNATORS[unit]}" if whole else "", f"{round(rest * factor)}{DESIGNATORS[below]}")
            if unit == "d":
                return f"P{parts[0]}T{parts[1]}"
            return ("PT" if unit == "h" else "P") + "".join(parts)
        if unit == "wk" and abs(value * 7 - round(value * 7)) < 0.02:
            return f"P{round(value * 7)}D"
    figure = f"{round(value, 2):g}"
    return f"{'PT' if unit in ('h', 'min', 's') else 'P'}{figure}{DESIGNATORS[unit]}"
