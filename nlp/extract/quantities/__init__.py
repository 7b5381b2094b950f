"""Quantities as patients write them, in figures: doses, frequencies, durations, ages, weights and dates.

Each module reads one kind from words in lower case with straight apostrophes and gives a `Quantity`, or None where the
words hold no figure. Declared tables of our own: of the libraries that we tried on 30 dates of our posts, dateparser
lost half ("last fall", "2 wks ago", "mid July") and read "the 5th" as the first of the month; quantulum3 brings a
trained classifier of 10 MB for units and knows no tablets, no "2x/day" and no ranges in words.
"""
