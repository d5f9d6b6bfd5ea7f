"""What can go wrong, each kind as a function of a place and chance: it breaks a build and says what is wrong with what it left."""

import os
import random
import re
import shutil
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import staging
from tests.faults import calls
from tests.faults.calls import Call, Calls, Fault
from tests.faults.world import Ended, Files, World, copy, curated, differs, files, made, run, start, wait

#: A problem as it is printed.
_TOLD = re.compile(r"^\S.*:\d+: .", re.MULTILINE)
#: Twenty-seven years, as clocks without a battery jump.
_FAR = 27 * 365 * 86400


@dataclass(frozen=True, eq=False)
class Stage:
    """What trials begin with: the world of yesterday, one to spoil, what is expected, and the calls that a build without a fault makes."""

    base: World
    spoiled: World
    old: Files
    new: Files
    whole: Files
    calls: tuple[Call, ...]

    @property
    def sorts(self) -> list[list[Call]]:
        """The calls by what they do in which folder of the output or the project."""
        found: dict[tuple[str, tuple[str, ...]], list[Call]] = {}
        for call in self.calls:
            below = call.path.removeprefix(str(self.spoiled.folder)).split("/")
            found.setdefault((call.name, tuple(below[1:4])), []).append(call)
        return list(found.values())

    def fresh(self) -> World:
        """The world of yesterday once more."""
        return copy(self.base, self.spoiled)


Kind = Callable[[Stage, random.Random], list[str]]


def told(said: str) -> bool:
    """Whether a problem was told, with its place."""
    return bool(_TOLD.search(said))


def left(stage: Stage, world: World, ended: Ended, before: Mapping[str, object], *, killed: bool = False) -> list[str]:
    """What is wrong after a build that met a fault: with how it ended, the site, the curator's files."""
    wrong = []
    if ended.code not in {0, 1, *([-9] if killed else [])} or "Traceback" in ended.said:
        wrong.append(f"it ended with {ended.code}: {ended.said[-800:]}")
    if ended.code == 1 and not told(ended.said):
        wrong.append(f"no problem is told: {ended.said!r}")
    site = files(world.site)
    if site != stage.new and (ended.code == 0 or site != stage.old):
        undone = not world.site.exists() and files(staging._aside(world.site)) == stage.old
        if not undone:
            wrong.append(f"the site is neither the old one ({differs(site, stage.old)}) nor the new one ({differs(site, stage.new)})")
    if curated(world) != before:
        wrong.append("a file of the curator's changed")
    return wrong


def healed(stage: Stage, world: World, before: Mapping[str, object], expected: Files | None = None) -> list[str]:
    """What is wrong after the next build, which nothing disturbs."""
    ended = run(world)
    wrong = [] if ended.code == 0 else [f"the next build ended with {ended.code}: {ended.said[-800:]}"]
    if difference := differs(made(world), expected or stage.whole):
        wrong.append(f"the next build differs from a clean one: {difference}")
    if curated(world) != before:
        wrong.append("the next build changed a file of the curator's")
    return wrong


def chosen(stage: Stage, chance: random.Random) -> int:
    """The number of a call: any one, one that changes something, or one of a sort, so that rare ones are struck often too."""
    way = chance.choice(["any", "changing", "sort", "sort"])
    if way == "sort":
        return chance.choice(chance.choice(stage.sorts)).number
    return chance.choice([call for call in stage.calls if call.changes or way == "any"]).number


def broken(stage: Stage, fault: Fault, chance: random.Random, *, killed: bool = False) -> list[str]:
    """A build with a fault, and the next one."""
    world = stage.fresh()
    before = curated(world)
    simple = chance.random() < 0.3

    def watched() -> None:
        if simple:  # a system that cannot exchange two folders
            staging._exchange = lambda one, other: False
        Calls(world.folder, fault).watch()

    wrong = left(stage, world, run(world, before=watched), before, killed=killed)
    return wrong + healed(stage, world, before)


def kill(stage: Stage, chance: random.Random) -> list[str]:
    """The process is ended at a call."""
    return broken(stage, calls.killed_at(chosen(stage, chance)), chance, killed=True)


def full(stage: Stage, chance: random.Random) -> list[str]:
    """The disk is full from a call on; or once, if others make room."""
    once = chance.random() < 0.2
    return broken(stage, calls.failing(chosen(stage, chance), calls.FULL, calls.needs_room, once=once), chance)


def read_only(stage: Stage, chance: random.Random) -> list[str]:
    """The disk may only be read from a call on, or from the start."""
    at = 1 if chance.random() < 0.1 else chosen(stage, chance)
    return broken(stage, calls.failing(at, calls.READ_ONLY, calls.changes), chance)


def denied(stage: Stage, chance: random.Random) -> list[str]:
    """A call is refused for want of permission or a broken disk: any one, or all that look, or all that change something, from it on."""
    sort = chance.choice([calls.changes, calls.looks, lambda call: True])
    fault = calls.failing(chosen(stage, chance), chance.choice([calls.DENIED, calls.BROKEN]), sort, once=chance.random() < 0.6)
    return broken(stage, fault, chance)


#: What others may do to the folder of seeds.
def _vanish(seeds: Path) -> None:
    (seeds / "gardeners.md").unlink()


def _grow(seeds: Path) -> None:
    with (seeds / "gardeners.md").open("a") as file:
        file.write("\n\nCompost is a habit, and slugs know it.\n")


def _replace(seeds: Path) -> None:
    (seeds / "fresh").write_text("---\ntitle: Other words\nkind: insights\n---\n- A heap of compost feeds on what is left.\n")
    (seeds / "fresh").rename(seeds / "gardeners.md")


def _come(seeds: Path) -> None:
    (seeds / "late.md").write_text("---\ntitle: Late\nkind: insights\n---\n- Compost comes late, and it comes.\n")


def _become_a_folder(seeds: Path) -> None:
    (seeds / "gardeners.md").unlink()
    (seeds / "gardeners.md").mkdir()


SEEDS = (_vanish, _grow, _replace, _come, _become_a_folder)


def seeds(stage: Stage, chance: random.Random) -> list[str]:
    """A source goes, comes, grows, is replaced or half written while its folder is read (or, of ten times once, later)."""
    world = stage.fresh()
    folder = world.project / "seeds"
    change, halves = chance.choice(SEEDS), chance.random() < 0.3
    reading = [call.number for call in stage.calls if ("/project/seeds/gardeners" if halves else "/project/seeds") in call.path]
    at = chance.choice(reading) if chance.random() < 0.9 else chosen(stage, chance)
    until = at + chance.randint(1, 4)
    text = (folder / "gardeners.md").read_text().replace("one wheel", "two wheels or three")

    def fault(call: Call) -> None:
        if halves and call.number == at:
            os.truncate(folder / "gardeners.md", len(text) // 2)
        elif halves and call.number == until:
            descriptor = os.open(folder / "gardeners.md", os.O_WRONLY | os.O_TRUNC)
            os.write(descriptor, text.encode())
            os.close(descriptor)
        elif call.number == at:
            change(folder)

    counted: list[Calls] = []

    def watched() -> None:
        counted.append(Calls(world.folder, lambda call: None))
        watch = counted[0]

        def once(call: Call) -> None:
            watch.fault = lambda _: None  # what the fault itself calls is no call of the build
            fault(call)
            watch.fault = once
            watch.number = call.number

        watch.fault = once
        watch.watch()

    ended = run(world, before=watched)
    after = curated(world)
    expected = _clean(stage, world)
    states = [stage.old, stage.new, {path.removeprefix("site/"): d for path, d in expected.items() if path.startswith("site/")}]
    wrong = []
    if ended.code not in {0, 1} or "Traceback" in ended.said or (ended.code == 1 and not told(ended.said)):
        wrong.append(f"it ended with {ended.code}: {ended.said[-800:]}")
    if files(world.site) not in (states[1:] if ended.code == 0 else states):
        wrong.append(f"the site is none of those that there may be: {[differs(files(world.site), state) for state in states]}")
    return wrong + healed(stage, world, after, expected)


def _clean(stage: Stage, world: World) -> Files:
    """What a clean build of a project makes."""
    other = World(world.folder.with_name("clean"))
    shutil.rmtree(other.folder, ignore_errors=True)
    shutil.copytree(world.project, other.project)
    shutil.copytree(stage.base.out / "build/cache", other.out / "build/cache")
    run(other)
    return made(other)


def clock(stage: Stage, chance: random.Random) -> list[str]:
    """The clock jumps: times of all files lie anywhere, and each look at the clock gives another year."""
    world = stage.fresh()
    for path in [*world.folder.rglob("*")]:
        when = chance.choice([0, 1, time.time() + chance.uniform(-_FAR, _FAR)])
        os.utime(path, (when, when), follow_symlinks=False)
    before = curated(world)
    real, jumps = time.time, random.Random(chance.random())

    def jumping() -> None:
        time.time = lambda: real() + jumps.uniform(-_FAR, _FAR)
        time.time_ns = lambda: int(time.time() * 1e9)

    ended = run(world, before=jumping)
    wrong = left(stage, world, ended, before) + ([] if ended.code == 0 else [f"a jumping clock stopped it: {ended.said}"])
    return wrong + healed(stage, world, before)


def together(stage: Stage, chance: random.Random) -> list[str]:
    """Two or three commands at once write to one output, or to two outputs that share a cache; one of them may be killed."""
    world = stage.fresh()
    before = curated(world)
    shared = chance.random() < 0.3
    other = world.folder / "other"
    if shared:
        (other / "build").mkdir(parents=True)
        (other / "build/cache").symlink_to(world.out / "build/cache")
    doomed = chance.random() < 0.4
    running = []
    for number in range(chance.choice([2, 2, 3])):
        at, delay = chosen(stage, chance), chance.random() * 0.4
        fault = calls.killed_at(at) if doomed and number == 0 else calls.never
        words = world.command(
            chance.choice(["build", "build", "check"]) if number else "build", output=other if shared and number else None
        )

        def first(fault: Fault = fault, delay: float = delay) -> None:
            time.sleep(delay)
            Calls(world.folder, fault).watch()

        said = world.folder.with_name(f"said-{number}")
        running.append((start(world, first, words, said), said))
    ended = [wait(child, said) for child, said in running]
    wrong = [text for each in ended for text in left(stage, world, each, before, killed=doomed) if each.code != 0 or "ended" in text]
    if ended[0].code == 0 and files(world.site) != stage.new:
        wrong.append(f"the site is not the new one: {differs(files(world.site), stage.new)}")
    if shared and (other / "site").exists() and files(other / "site") != stage.new:
        wrong.append(f"the other site is not the new one: {differs(files(other / 'site'), stage.new)}")
    return wrong + healed(stage, world, before)


def cache(stage: Stage, chance: random.Random) -> list[str]:
    """Up to ten things of build/ or site/ are spoiled: bits, ends, other bytes, nothing, folders for files, files for folders, swaps."""
    world = stage.fresh()
    before = curated(world)
    marker = world.site / "data/knowledge.json"  # without it the folder is no site of ours, and stays as it is
    for _ in range(chance.randint(1, 10)):
        places = [path for path in world.out.rglob("*") if path not in {marker, *marker.parents}]
        inner = [path for path in places if "cache" in path.parts]
        _spoil(chance.choice(inner if inner and chance.random() < 0.6 else places), places, chance)
    spoiled = files(world.site)
    ended = run(world)
    wrong = [] if ended.code == 0 else [f"it ended with {ended.code}: {ended.said[-800:]}"]
    if "Traceback" in ended.said or files(world.site) not in (stage.new, spoiled) or (ended.code == 0 and files(world.site) != stage.new):
        wrong.append(f"the site differs: {differs(files(world.site), stage.new)} {ended.said[-300:]}")
    return wrong + healed(stage, world, before)


def _spoil(path: Path, others: list[Path], chance: random.Random) -> None:
    if not os.path.lexists(path):
        return
    if path.is_dir():
        way = chance.choice(["gone", "file", "read-only"])
        if way == "read-only":
            path.chmod(0o500)
            return
        shutil.rmtree(path)
        if way == "file":
            path.write_bytes(b"no folder")
        return
    data = path.read_bytes()
    way = chance.choice(["bit", "cut", "empty", "noise", "folder", "gone", "swapped", "read-only"])
    way = "pickle" if path.parent.name == "studies" and chance.random() < 0.3 else way
    if way == "bit" and data:
        at = chance.randrange(len(data))
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])
    elif way == "cut":
        path.write_bytes(data[: chance.randrange(len(data) + 1)])
    elif way == "empty":
        path.write_bytes(b"")
    elif way == "noise":
        path.write_bytes(chance.randbytes(chance.randrange(4000)))
    elif way == "pickle":  # a right checksum, and inside the name of a function that no cache may call
        body = b"cos\nsystem\n(S'touch /tmp/called-by-a-cache'\ntR."
        path.write_bytes(b"%08x\n" % zlib.crc32(body, zlib.crc32(path.name.encode())) + body)
    elif way == "folder":
        path.unlink()
        path.mkdir()
        (path / "inside").write_bytes(b"x")
    elif way == "gone":
        path.unlink()
    elif way == "swapped":
        plain = [other for other in others if other.is_file()]
        path.write_bytes(chance.choice(plain).read_bytes() if plain else b"")
    else:
        path.chmod(0o400)


#: Kinds that break a build.
BUILDS: dict[str, Kind] = {
    "kill": kill,
    "full": full,
    "read-only": read_only,
    "denied": denied,
    "seeds": seeds,
    "clock": clock,
    "together": together,
    "cache": cache,
}
