"""What reading a long transcript costs a browser: builds one of 1,500 turns, scrolls through it in a headless Chromium, prints CPU a frame.

`python -m benchmarks.transcript [TURNS]`. Seconds of the page's main thread, which other programs on the machine do not change much. A
frame has 16.7 ms if 60 of them are to be seen in a second.
"""

import functools
import http.server
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.corpus import corpus
from benchmarks.map import ROOT, Quietly, browser_path

HEAD = "---\ntitle: A long talk\nkind: transcript\ndate: 2025-03-04\npublish: full\n---\n\n## Chapters\n\n"
#: A chapter has so many turns, a turn so many seconds.
CHAPTER, SECONDS = 60, 8
PARTS = ("Task", "Script", "Layout", "RecalcStyle")
COUNT = "window.seen = 0; (function next() { window.seen++; requestAnimationFrame(next); })()"


def talk(turns: int) -> str:
    """A transcript of so many turns, with chapters, made of the turns of made-up ones."""
    made = (
        line.partition("] ")[2]
        for name, text in corpus(10 * turns)
        if "transcript" in name
        for line in text.splitlines()
        if line[:1] == "["
    )
    times = [f"[{n * SECONDS // 3600:02d}:{n * SECONDS // 60 % 60:02d}:{n * SECONDS % 60:02d}]" for n in range(turns)]
    chapters = (f"{times[n]} Chapter {n // CHAPTER + 1}\n" for n in range(0, turns, CHAPTER))
    said = (f"{time} {next(made)}\n\n" for time in times)
    return HEAD + "".join(chapters) + "\n## Transcript\n\n" + "".join(said)


def spent(session: CDPSession) -> dict[str, float]:
    """Seconds of CPU of the page's main thread until now, by what it did."""
    found = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
    return {part: found[f"{part}Duration"] for part in PARTS}


def told(costs: dict[str, float], scale: float = 1, digits: int = 2) -> str:
    return ", ".join(f"{part.lower()} {cost * scale:.{digits}f}" for part, cost in costs.items())


def measured(page: Page, url: str) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(url)
    page.wait_for_timeout(2500)
    print(f"{page.viewport_size and page.viewport_size['width']} pixels, {page.locator('.sb-turn').count():,} turns")
    print(f"  until it is there, seconds: {told(spent(session))}")
    page.mouse.move(300, 500)
    page.mouse.wheel(0, 700)
    page.wait_for_timeout(500)
    before = spent(session)
    page.evaluate(COUNT)
    for _ in range(60):
        page.mouse.wheel(0, 200)
        page.wait_for_timeout(30)
    frames = page.evaluate("window.seen")
    after = spent(session)
    print(
        f"  scrolled by 12,000 pixels in {frames} frames; of each, ms: {told({p: after[p] - before[p] for p in PARTS}, 1000 / frames, 1)}"
    )


def main(turns: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seeds, output = Path(folder) / "seeds", Path(folder) / "out"
        seeds.mkdir()
        (seeds / "talk.md").write_text(talk(turns))
        command = [sys.executable, "-m", "generator", "build", "--seeds", str(seeds), "--output", str(output)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        handler = functools.partial(Quietly, directory=str(output / "site"))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
            for width in (1440, 390):
                page = browser.new_page(viewport={"width": width, "height": 900})
                measured(page, f"http://127.0.0.1:{server.server_port}/sources/talk/")
                page.close()
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main(int(next((word for word in sys.argv[1:] if word.isdigit()), "1500")))
