"""Words for when an event came and how long it lasted. Data only."""

from __future__ import annotations

import re

_N = r"(?:\d+(?:\.\d+)?(?:\s?[-–]\s?\d+)?|\d+ (?:to|or) \d+|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)(?: (?:or|to) (?:two|three|four|five|six|seven|eight))?|half an?|an? few|a few|several|some|a couple(?: of)?|couple(?: of)?|a good|maybe)"
_PERIOD = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|mos?|years?|yrs?|fortnight|semester)"
)
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|same|very first|\d+(?:st|nd|rd|th))"
_EVENT = r"(?:pills?|doses?|tablets?|shots?|injections?|infusions?|rounds?|cycles?|jabs?|treatments?|capsules?|puffs?|one|patch|pack)"
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
LATENCY = re.compile(
    rf"(?<![\w'])(?:(?:just |only |it was |maybe |roughly )?(?:about |around |within |after |by |in |on |at |over |from |during |for |almost |nearly |inside |not )*(?:about |around |the |my |a )*"
    rf"(?:(?:{_N} )(?:more |whole |full )?{_PERIOD}(?: (?:later|in|into it|after(?: (?:starting|taking|the|my|i|second|first|stopping|that|each|every|receiving|getting)(?: [\w']+){{0,3}})?|in to it|on it|without it))|(?:within|after|in) (?:about |the first |a |the )?(?:{_N} )?{_PERIOD}(?: (?:of|on) (?:starting|taking|the|it|stopping)(?: \w+)?)?|"
    rf"{_NTH} (?:few |couple(?: of)? |two |three )?(?:{_PERIOD}|{_EVENT}|morning|evening|afternoon)(?: or (?:two|so))?|(?:days?|weeks?|months?|night|year|cycle|dose|round|infusion)s? (?:{_COUNT})(?: (?:or|to|and) {_COUNT})?(?: or so)?(?: without it)?|{_N} {_PERIOD} (?:later|in)))"
    rf"|(?<![\w'])(?:immediately|right away|instantly|straight away|(?:that|the same|the next|next|the following|the very next|by the next|by) (?:day|night|evening|morning|afternoon|week|weekend)|overnight|within (?:the hour|days|hours|minutes|weeks)|days later|as soon as i (?:take|took) it|after (?:each|every) (?:dose|shot|infusion|pill|one))(?!\w)"
)
LASTED = re.compile(
    rf"(?<![\w'])(?:last(?:ed|s|ing)?(?: for| about| only| over| around| maybe| like| almost)*|for|over|it's been|continued for|went on for|gone (?:in|by)|stopped after|passed (?:in|after)|over in|took) ((?:about |over |almost |nearly |only |more than |at least |around |maybe |the (?:first |whole |rest of the |next |last )?|like )*(?:{_N} )?(?:bad |whole |full |straight |solid )?{_PERIOD}(?: or (?:so|two|more))?)(?!\w)"
    rf"|(?<![\w'])((?:the )?(?:first|1st)(?: (?:few|couple(?: of)?|two|three|four|five|six|\d+))? {_PERIOD}(?: or (?:so|two))?)(?!\w)"
)
DATE = re.compile(
    r"(?<![\w'])(?:in |on |since |by |last |this |around |about |early |late |mid )+(?:(?:the )?(?:spring|summer|fall|autumn|winter)|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|christmas|thanksgiving|easter|(?:19|20)\d\d)(?: (?:of )?(?:19|20)\d\d)?(?!\w)|yesterday|(?:\w+ )?\w+ (?:days?|weeks?|months?|years?) ago"
)
