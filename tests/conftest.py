"""Shared fixtures: one pipeline for all tests, and a pseudonym key that is the same everywhere."""

from __future__ import annotations

import os
import tempfile

import pytest
from hypothesis import settings

# A busy machine must not fail a property: what is slow is measured in benchmarks/, not here.
settings.register_profile("firsthand", deadline=None)
settings.load_profile("firsthand")

os.environ["FIRSTHAND_KEY"] = "tests-only-key-with-enough-letters-in-it"
os.environ["FIRSTHAND_HOME"] = tempfile.mkdtemp(prefix="firsthand-tests-")  # never the tables of whoever runs the tests


@pytest.fixture(scope="session")
def pipeline():
    import nlp

    return nlp.load(threads=1)
