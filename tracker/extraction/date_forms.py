"""The forms in which English tells dates, as patterns, and which of two that overlap holds."""

import re

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<year>(?:1[789]|20)\d\d)\b"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?(?:few|couple|several|many)(?: of)?)"
)
_PART = r"(?:(?:early|late|mid|earlier|later|the (?:start|beginning|end) of|the end of)[ -])?"

# Each form with examples; all are linear, with bounded repeats only.
FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        # 2025-05-14
        ("iso", r"\b(?P<year>\d{4})-(?P<monthno>\d\d)-(?P<day>\d\d)\b"),
        # May 14, 2025; Sept. 25, 1789; Feb. 23; May 14th
        (
            "day",
            rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.:]?\d|%)(?:,? {_YEAR})?",
        ),
        # 14 May 2025; the 14th of May
        (
            "day",
            (
                r"(?<![\d.,])\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?"
                rf" {_MONTH}(?!\w)(?:,? {_YEAR})?"
            ),
        ),
        # on the 12th
        (
            "ordinal",
            (
                r"\bon the (?P<day>\d{1,2})(?:st|nd|rd|th)\b"
                r"(?: of (?:this|the) month\b|(?= ?[.,;)]|$))"
            ),
        ),
        # January 2024; January of 2020
        ("month", rf"\b{_MONTH},?(?: of)? {_YEAR}"),
        # November of last year; June this year; December last year
        (
            "month of year",
            (
                rf"\b{_MONTH},?(?: of)? (?i:(?P<which>last|this|next|that|the same|the previous))"
                r" (?i:year)\b"
            ),
        ),
        # last Monday, next Tuesday, this Friday, the Thursday before, the following Monday
        (
            "weekday",
            (
                r"\b(?:(?i:(?P<which>this past|this coming|last|next|this|past|coming|that"
                rf"|the previous|the following"
                rf"|(?:the )?same)) )?{_WEEKDAY}(?: (?P<after>before|after)\b(?= ?[.,;]))?"
            ),
        ),
        # last June, in June, this February, the August decision
        (
            "bare month",
            (
                r"(?<!Fourth )(?i:\b(?P<which>this past|this coming|past|coming|last|next|this"
                r"|that|in|since|early|late|mid|earlier in|later in|by|until|through|from|during|of"
                r"|the|its|their|his|an?|and|or)|(?<=')s)[ -]"
                rf"(?:early |late |mid-|the month of )?{_MONTH}(?![\w-])(?!\.? \d)"
            ),
        ),
        # last month, this year, earlier this month, the end of the year
        (
            "period",
            (
                rf"\b{_PART}(?i:(?P<which>last|this|next|previous|the same|that|the previous"
                r"|the following|the end of the))(?: (?:current|calendar|fiscal))?"
                r" (?P<unit>month|year)\b"
            ),
        ),
        # earlier in the month, the beginning of the year
        (
            "period",
            (
                r"\b(?i:(?:earlier|later|early|late) in"
                r"|(?:start|beginning|end|close|middle|half) of) the (?P<unit>month|year)\b(?! \d)"
            ),
        ),
        # the week of May 19
        ("span", rf"\b(?i:(?:week|weekend) of) {_MONTH} \d{{1,2}}\b"),
        # last week, over the weekend, in the coming days, within hours, in recent weeks
        (
            "span",
            (
                r"\b(?i:(?:last|this|next|past|previous|coming|following|recent|same|the) "
                r"(?:few |couple of |several )?(?:weekend|weeks?\b(?! of)"
                r"|days\b(?! of)|hours\b(?! of)"
                r"|months\b(?! of)|years\b(?! of)|winter|spring|summer|autumn|fall|session|decade)"
                r"|(?:within|in) (?:hours|days|weeks|months)|(?:days|weeks|months|years|hours) "
                r"(?:ago|earlier|later|before|after))\b"
            ),
        ),
        # two days ago, a year ago, a day earlier, three weeks later
        (
            "ago",
            (
                rf"\b(?i:{_COUNT})[ -](?P<unit>day|week|month|year|hour)s?"
                r" (?P<after>ago|earlier|later|(?:before|after)(?= ?[.,;]))\b"
            ),
        ),
        # the year before, the month after
        ("ago", r"\b(?i:the) (?P<unit>month|year) (?P<after>before|after)\b(?= ?[.,;])"),
        # a day after he signed the bill: what follows was that much earlier
        (
            "offset",
            (
                rf"\b(?i:{_COUNT})(?: mere| full)?[ -](?P<unit>day|month|year)s?"
                r" (?P<after>before|after)\b(?! ?[.,;])"
            ),
        ),
        # on this day in 1791
        ("anniversary", rf"\b(?i:on this (?:day|date)) in {_YEAR}"),
        # today, yesterday, this morning, last night
        (
            "relative",
            (
                r"\b(?i:(?P<word>today|yesterday|tomorrow|tonight"
                r"|(?:late |early )?(?:this|last|yesterday|tomorrow)"
                r" (?:morning|afternoon|evening|night)))\b"
            ),
        ),
        # that day, the same day, later in the day, the next day, the day before, at 10:30 am
        (
            "narrated",
            (
                r"\b(?i:(?P<word>(?:that|the same|that same|the very same|that very)"
                r" (?:day|evening|night|morning|afternoon)|(?:later|earlier) in the day"
                r"|the (?:day|morning) (?:before|after)"
                r"|the (?:next|following|previous) (?:day|morning)"
                r"|at \d{1,2}(?::\d\d)? ?[ap]\.?m\b))"
            ),
        ),
        # in 2018, since 1999, by mid-2020, back in 2014
        (
            "year",
            (
                r"(?<!Act )(?<!Resolution )\b"
                r"(?i:in|since|during|until|through|by|from|of|early|late|mid|back in)"
                rf"[ -](?:early |late |mid-)?{_YEAR}(?![-/]\d)"
            ),
        ),
        # summer 2024
        ("year", rf"\b(?i:spring|summer|autumn|fall|winter) {_YEAR}"),
        # the 2017 vote, its 2015 decision
        ("year", rf"\b(?i:the|its|his|her|their|a|'s|after|following) {_YEAR}(?= [a-z])"),
    )
)
# Where two forms begin at the same words, the longer holds; side by side, the more exact.
RANK = {
    name: rank
    for rank, name in enumerate(
        (
            *("iso", "day", "ordinal", "anniversary", "weekday", "relative", "narrated", "offset"),
            *("month", "month of year", "bare month", "ago", "period", "year", "span"),
        )
    )
}
