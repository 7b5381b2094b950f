"""Warnings about the text itself."""

import pytest
from spacy.lang.en import English

from nlp.extract import extensions
from nlp.extract.language import language

extensions.register()


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("I took it for a week and felt sick all the time", ()),
        ("nausea, vomiting, hair loss, dizziness, weight gain, insomnia, fatigue, dry mouth", ()),
        ("Me dio mucho dolor de cabeza y no pude dormir en toda la noche", ("not_english",)),
        ("Ich habe von den Tabletten starke Kopfschmerzen bekommen und konnte nicht schlafen", ("not_english",)),
        ("J'ai eu des vertiges et des nausées pendant toute la semaine après le vaccin", ("not_english",)),
        ("😀😀", ("no_words",)),
        ("1234 !!", ("no_words",)),
        ("zu kurz", ()),
    ],
)
def test_warnings(text, warnings):
    assert language(English().make_doc(text))._.warnings == warnings
