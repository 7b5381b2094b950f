"""Shared fixtures: one pipeline for all tests, and a pseudonym key that is the same everywhere."""

from __future__ import annotations

import os

import pytest

os.environ["FIRSTHAND_KEY"] = "tests-only-key-with-enough-letters-in-it"


@pytest.fixture(scope="session")
def pipeline():
    import nlp

    return nlp.load(threads=1)
