"""Which kind a text is, where its form alone would mislead."""

import pytest

from generator.model import Kind, Role, SourceText
from generator.read import read

NOTES = """Show notes: The compost hour, episode 12

[00:00] Ana Silva opens with the year's rain and explains why she stopped turning her heap. She says that worms do it better.

[04:10] Bo Hart disagrees. He argues that worms die in a hot heap, and describes how he lost two thousand of them.

[09:30] The two compare prices. Silva notes that a bin costs forty pounds, and Hart says that pallets cost nothing.
"""
NEWS = """Council clears the allotments

LEEDS, 4 March 2025 — The council has struck forty allotments off its list, the first use of a rule that lets it take back idle plots.

The cull frees three acres. Most plots had stood empty for two years, and the queue for them is nine hundred names long.

Holders have until June to appeal. Two of them intend to.

A second list follows in autumn.
"""
SUMMARY = """Heaps, in ten minutes
A summary of Garden Day (3 March 2025), with Ana Silva and Bo Hart.

Silva opens with rain. A heap that drowns stinks, she says, and nobody can mend it before spring comes and dries it out again.

## Predictions

Hart thinks that bins will be gone in ten years, because every street will have a heap of its own and a person who turns it.
"""
ESSAY = """The heap

Ask a gardener what a heap costs and you are told a number. Ask again in spring and the number has grown, because by then the \
bin has rotted, the fork has lost a tine, and the neighbour who had promised leaves has moved to the coast with all of his trees \
and most of the patience that a heap needs from whoever lives beside it.

Heat comes first. In a wet year the middle of a heap reached sixty degrees within a week, and in a dry one it never did, \
whatever was thrown on top of it, turned into it or poured over it from the can that stands beside the door for the days on \
which the butt is empty and the hose has been lent.

Air is cheap. A fork that goes in twice a week brings more of it than any pipe, and the arm that drives the fork is in most \
gardens there already, though in some of them it complains, and in a few it has found a reason to stay indoors from the first of \
October until the clocks have gone forward.

Water is not. A summer like the last one took four hundred litres, all of them from a tap, and all of them paid for at the rate \
that a kitchen pays, which is the highest rate that there is, since no company has yet thought of a tariff for people who pour \
what they buy over what they threw away.
"""
ROUNDUP = """THE PLOT LETTER
Monday 7 April 2025

FORTY PLOTS COME FREE
The council has struck forty allotments off its list. The queue for them is nine hundred names long, and the first keys are due in June.

COMPOST PRICES DIP
A tonne of green compost went for 31 pounds at the Leeds yard, three less than in March. Horse manure is free to whoever loads it.

SHED FIRE AT ELM ROAD
Two sheds burned down on Thursday night. Nobody was hurt, and the bees had moved out the week before.

DIARY
12 April: seed swap, town hall. 19 April: the pump is switched on again.
"""
BULLETS = """A digest of the spring seminar on heaps

* Silva says that air is all a heap wants, and explains why she turns hers once a week.
* Hart argues that worms do it better. He describes how he lost two thousand of them.
* On price the two agree. Hart notes that pallets cost nothing.
* Silva adds that a bin of forty pounds rots no faster.
"""
WHISPER = """[00:00.000 --> 00:06.200]  So the heap wants air, and that is all that
[00:06.200 --> 00:12.000]  anybody needs to know about it. You turn it once a week.
[00:12.000 --> 00:18.000]  If you do not, it rots and it
[00:18.000 --> 00:24.000]  stinks, and I have seen
[00:24.000 --> 00:30.000]  people give up for that. My own one stood for a year.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NOTES, Kind.SUMMARY),
        (NEWS, Kind.BRIEF),
        (SUMMARY, Kind.SUMMARY),
        (ESSAY, Kind.ARTICLE),
        (WHISPER, Kind.TRANSCRIPT),
        (ROUNDUP, Kind.BRIEF),
        (BULLETS, Kind.SUMMARY),
    ],
    ids=[
        "notes with times",
        "news with a dateline",
        "calls itself a summary",
        "long paragraphs",
        "Whisper's text",
        "short news",
        "a digest in bullets",
    ],
)
def test_the_kind_is_that_of_the_text(text: str, kind: Kind) -> None:
    document, problems = read(SourceText("seeds/a.txt", text.encode()))
    assert document is not None, problems
    assert document.kind is kind


def test_sentences_that_a_machine_cut_are_whole_again() -> None:
    document, _ = read(SourceText("seeds/a.txt", WHISPER.encode()))
    assert document is not None
    said = [p for p in document.passages if p.role is Role.TURN]
    assert said[0].text.startswith("So the heap wants air, and that is all that anybody needs to know about it.")
    assert [(p.lines.first, p.lines.last, p.seconds) for p in said] == [(1, 5, 0.0)]
    assert [mark.seconds for mark in said[0].marks] == [6.2, 12.0, 18.0, 24.0]


def test_words_of_a_video_that_has_no_sentences_are_joined_too() -> None:
    words = [
        "welcome to the show today we",
        "talk about heaps and why you",
        "do not need one at all",
        "so a heap is a way",
        "to rot things",
    ]
    document, _ = read(SourceText("seeds/a.txt", "\n".join(f"0:{4 * n:02}\n{text}" for n, text in enumerate(words)).encode()))
    assert document is not None
    assert [(p.text, p.seconds) for p in document.passages] == [(" ".join(words), 0.0)]
