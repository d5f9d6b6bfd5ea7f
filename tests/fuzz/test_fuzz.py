"""A little of the fuzzing in every run of the tests; `python -m tests.fuzz` is the long one."""

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import mutants, tried
from tests.fuzz.corpus import MARKS, STARTS
from tests.fuzz.patterns import Found, patterns, steep
from tests.fuzz.targets import TARGETS

FORMATS = sorted(set(TARGETS) - {"whole"})


def test_every_target_has_inputs_and_marks() -> None:
    assert set(STARTS) == set(MARKS) == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_right_inputs_and_mutants_break_nothing(name: str) -> None:
    inputs = (*STARTS[name][:5], *islice(mutants(name, 1), 5 if name == "whole" else 60))
    assert [(data, wrong) for data in inputs if (wrong := tried(name, data))] == []


@settings(max_examples=150, deadline=None, derandomize=True)  # a landing is no place for luck; the long run looks for it
@given(st.data(), st.sampled_from(FORMATS))
def test_marks_in_any_order_break_nothing(data: st.DataObject, name: str) -> None:
    parts = data.draw(st.lists(st.one_of(st.sampled_from(MARKS[name]), st.text(max_size=20).map(_encoded)), max_size=20))
    assert tried(name, b"".join(parts)) == ""


@settings(max_examples=150, deadline=None, derandomize=True)  # a landing is no place for luck; the long run looks for it
@given(st.binary(max_size=300), st.sampled_from(FORMATS))
def test_any_bytes_break_nothing(data: bytes, name: str) -> None:
    assert tried(name, data) == ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def test_the_measure_of_patterns_knows_a_steep_one_from_a_linear_one() -> None:
    assert steep(Found("steep", re.compile(r"\s*,"), anchored=False))
    assert not steep(Found("linear", re.compile(r"(?<!\s)\s*,"), anchored=False))
    assert not steep(Found("anchored", re.compile(r"\s*,"), anchored=True))


def test_every_pattern_is_linear_on_strings_made_to_be_hard() -> None:
    """What is steep is measured again, in case the machine was busy."""
    every = patterns()
    assert len(every) > 400
    assert {found.name: told for found in every if steep(found) and (told := steep(found))} == {}
