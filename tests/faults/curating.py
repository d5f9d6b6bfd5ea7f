"""The curator's commands, broken off at any call: each file is as it was or as it was to be, and saying it again ends it."""

import json
import random
from functools import cache

from tests.faults import calls
from tests.faults.calls import Calls
from tests.faults.kinds import Stage, told
from tests.faults.world import Ended, Files, World, files, listed, run

CAPTIONS = """WEBVTT

00:01.000 --> 00:04.000
Worms turn what is left of lunch into compost.

00:05.000 --> 00:09.000
They need air and no sun.
"""
NOTES = "# Frames\n\nA cold frame keeps frost out. Compost under it keeps it warm until May, and nobody has to water it.\n"


def curating(stage: Stage, chance: random.Random) -> list[str]:
    """A command of the curator's is killed, or meets a full, read-only or broken disk."""
    words = chance.choice(_commands(stage))
    number, after = _whole(stage, words)
    at = chance.randint(1, number)
    errors = {"full": calls.FULL, "read-only": calls.READ_ONLY, "denied": calls.DENIED, "broken": calls.BROKEN}
    way = chance.choice(["kill", *errors])
    sort = calls.needs_room if way == "full" else calls.changes if way == "read-only" else chance.choice([calls.changes, calls.looks])
    fault = calls.killed_at(at) if way == "kill" else calls.failing(at, errors[way], sort, once=chance.random() < 0.5)
    world = _ready(stage)
    before = _seen(files(world.project))
    ended = run(world, *words, before=lambda: Calls(world.folder, fault).watch())
    wrong = [f"{way}: {text}" for text in _left(world, ended, before, after, killed=way == "kill")]
    again = run(world, *words)
    if again.code not in {0, 1} or "Traceback" in again.said or (again.code == 1 and not told(again.said)):
        wrong.append(f"said again it ended with {again.code}: {again.said[-500:]}")
    if _seen(files(world.project)) != after:
        wrong.append(f"{way}, and said again, it did not make what it was to make: {again.said[-500:]}")
    return [f"{' '.join(words)}: {text}" for text in wrong]


def _left(world: World, ended: Ended, before: Files, after: Files, *, killed: bool) -> list[str]:
    """What is wrong with what a broken command left."""
    wrong = []
    if ended.code not in {0, 1, *([-9] if killed else [])} or "Traceback" in ended.said or (ended.code == 1 and not told(ended.said)):
        wrong.append(f"it ended with {ended.code}: {ended.said[-500:]}")
    now = files(world.project)
    seen = _seen(now)
    half = [path for path in {*seen, *before} if seen.get(path) not in {before.get(path), after.get(path)}]
    if half or not seen.keys() >= before.keys() & after.keys():
        wrong.append(f"neither as they were nor as they were to be: {half}")
    if ended.code == 0 and seen != after:
        wrong.append("it said that all was done")
    return wrong


def _seen(found: Files) -> Files:
    """The files without hidden ones, which a program that was killed cannot take away and no build reads, and what a build keeps."""
    return {path: digest for path, digest in found.items() if "/." not in path and not path.startswith("build/")}


def _ready(stage: Stage) -> World:
    """A world with files to add in it."""
    world = stage.fresh()
    (world.folder / "worms.vtt").write_text(CAPTIONS)
    (world.folder / "frames.md").write_text(NOTES)
    return world


@cache
def _commands(stage: Stage) -> tuple[tuple[str, ...], ...]:
    """What may be broken off; suggestions as the build of yesterday made them."""
    suggested = json.loads((stage.base.out / "build/suggestions.json").read_bytes())["suggestions"]
    ids = [item["id"] for item in suggested if item["kind"] in {"person", "term", "organisation"}]
    given = [str(stage.spoiled.folder / name) for name in ("worms.vtt", "frames.md")]
    return (
        ("new", "topic", "Worm bin"),
        ("new", "term", "Humus", "--alt", "leaf mould"),
        ("accept", ids[0]),
        ("accept", ids[1], "--as", "topic"),
        ("reject", ids[0]),
        ("add", "--yes", given[0]),
        ("add", "--yes", *given),
        ("issue", "--date", "2023-06-01"),
    )


@cache
def _whole(stage: Stage, words: tuple[str, ...]) -> tuple[int, Files]:
    """How many calls a command makes without a fault, and the project afterwards."""
    world = _ready(stage)
    made = listed(world, *words)
    return len(made), _seen(files(world.project))
