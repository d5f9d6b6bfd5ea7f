"""What no program can do to itself: real processes with a real engine, ended by signals at any time; a real disk that is full."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.faults.kinds import Stage, healed, left, told
from tests.faults.world import ROOT, Ended, World, curated, differs, files, made, really, run

#: A build takes about so long (seconds, measured once when it is first needed).
_LENGTHS: list[float] = []


def signals(stage: Stage, chance: random.Random) -> list[str]:
    """A build as a user runs it is ended at any time: it alone, its engine, or all of its processes at once; the next follows at once."""
    world = stage.fresh()
    before = curated(world)
    number = chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
    victim = chance.choice(["builder", "engine", "all"])
    if not _LENGTHS:
        began = time.monotonic()
        really(world)
        _LENGTHS.append(time.monotonic() - began)
        world = stage.fresh()
        before = curated(world)
    command = [sys.executable, "-m", "generator", *world.command("build")[1:]]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    said = world.folder.with_name("said-outside")
    with said.open("wb") as file:
        builder = subprocess.Popen(command, cwd=world.project, stdout=file, stderr=file, env=environment, start_new_session=True)
    time.sleep(chance.random() * _LENGTHS[0])
    hit = _hit(builder.pid, victim, number)
    wrong = []
    if victim != "builder" or number != signal.SIGKILL:
        builder.wait(60)
        ended = Ended(builder.returncode, said.read_text("utf-8", "replace"))
        wrong += _told(ended, number if hit else 0)
    site = files(world.site)
    if site not in (stage.old, stage.new):
        wrong.append(f"the site is neither the old one ({differs(site, stage.old)}) nor the new one ({differs(site, stage.new)})")
    if number != signal.SIGKILL and victim != "engine" and (world.out / "build/scratch").exists():
        wrong.append("half-made things were left")
    again = really(world)  # at once: an engine that was left alone may still be at work
    if again.code or differs(made(world), stage.whole):
        wrong.append(f"the next build: {again.code} {differs(made(world), stage.whole)} {again.said[-500:]}")
    builder.wait(60)
    if alive := _alive(builder.pid):
        wrong.append(f"processes were left: {alive}")
    if curated(world) != before:
        wrong.append("a file of the curator's changed")
    return [f"{signal.Signals(number).name} to {victim}: {text}" for text in wrong]


def _told(ended: Ended, number: int) -> list[str]:
    """What is wrong with how a build ended that got a signal (0: none): by it, as shells expect it, or with a problem that says so."""
    if ended.code in {0, -number, 128 + number} or (ended.code == 1 and (told(ended.said) or "Aborted" in ended.said)):
        return [f"a traceback: {ended.said[-500:]}"] if "Traceback" in ended.said else []
    return [f"it ended with {ended.code}: {ended.said[-500:]}"]


def _hit(builder: int, victim: str, number: int) -> bool:
    """Send a signal. Whether there was somebody to take it."""
    with suppress(ProcessLookupError):
        if victim == "all":
            os.killpg(builder, number)
            return True
        if victim == "builder":
            os.kill(builder, number)
            return True
        for child in [pid for pid in _alive(builder) if pid != builder]:
            os.kill(child, number)
            return True
    return False


def _alive(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            status = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(status[3]) == session and status[0] != "Z":
                found.append(int(folder.name))
    return found


def real_disk(stage: Stage, chance: random.Random) -> list[str]:
    """A disk of its own (tmpfs) with a little room left, and then with more. Only root may mount one."""
    fresh = stage.fresh()
    world, place = World(fresh.folder), fresh.folder.with_name("disk")
    place.mkdir(exist_ok=True)
    size = sum(path.stat().st_blocks * 512 for path in world.out.rglob("*")) + chance.randrange(8_000_000)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        subprocess.run(["cp", "-a", f"{world.out}/.", str(place)], check=True)
        world.out = place
        before = curated(world)
        ended = run(world)
        wrong = left(stage, world, ended, before)
        subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
        return [f"{size:,} bytes: {text}" for text in wrong + healed(stage, world, before)]
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def may_mount() -> bool:
    """Whether this user may mount a disk here."""
    return os.geteuid() == 0 and bool(re.search(r"^CapEff:.*[0-9a-f]{16}$", Path("/proc/self/status").read_text(), re.MULTILINE))
