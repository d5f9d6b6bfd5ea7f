"""What a rebuild costs while `seedbed serve` runs on: `python -m benchmarks.preview SIZE`. Seconds of CPU: its own, and of the programs
that it starts (MkDocs, studies in processes), which run beside it on another core. A machine that does other work too makes all of it more.
"""

import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.run import ADDED, EDITED, NOTE, project
from generator.build import Built
from generator.places import Places
from generator.publishing import ENGINES, MKDOCS, Engine, lasting, publish

ADDRESS = "http://127.0.0.1:8000/"


def spent() -> tuple[float, float]:
    """Seconds of CPU so far: of this program, and of those that it started and that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, others = (each.ru_utime + each.ru_stime for each in used)
    return own, others


def rebuilt(name: str, places: Places, by: Engine) -> Built:
    """Rebuild the preview, and print what that cost."""
    own, others = spent()
    built, report = publish(places, site=places.build / "preview", site_url=ADDRESS, by=by, again=True)
    assert not report.failed(), report
    after = spent()
    print(f"  {name:24}{after[0] - own:8.1f} s{after[1] - others:8.1f} s in programs that it starts", flush=True)
    return built


def main(arguments: Sequence[str]) -> None:
    size = int(arguments[0])
    with tempfile.TemporaryDirectory(prefix="seedbed-preview-") as folder:
        place = project(Path(folder) / "project", size)
        places = Places(place, place / "seeds", place)
        print(f"{size:,} sources", flush=True)
        with lasting(ENGINES[MKDOCS], places.config) as by:
            rebuilt("first", places, by)
            before = {file.path: file.data for file in rebuilt("nothing changed", places, by).files}
            (place / "seeds/one-more.md").write_text(ADDED, encoding="utf-8")
            pages = [file for file in rebuilt("one seed added", places, by).files if file.path.endswith(".md")]
            print(f"  {sum(before.get(page.path) != page.data for page in pages):,} of {len(pages):,} pages are others")
            rebuilt("nothing changed", places, by)
            (place / "seeds/one-more.md").unlink()
            rebuilt("one seed removed", places, by)
            note = place / NOTE
            note.write_text(note.read_text(encoding="utf-8") + EDITED, encoding="utf-8")
            rebuilt("one note edited", places, by)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {memory:,.0f} MB at most")


if __name__ == "__main__":
    main(sys.argv[1:])
