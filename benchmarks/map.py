"""How smooth the map is: lays out a graph of 2,000 nodes in a headless Chromium, drags and zooms it, and prints the frames.

`python -m benchmarks.map [NODES]`
"""

import functools
import http.server
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Map</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'; base-uri 'none'">
<link rel="icon" href="assets/favicon.svg"><link rel="stylesheet" href="assets/seedbed.css"><link rel="stylesheet" href="assets/map.css">
<body data-md-color-scheme="default" class="md-typeset"><div class="sb-map" data-sb-map hidden></div>
<script type="module" src="assets/map.js"></script></body></html>"""
#: Time between frames in milliseconds while the map is dragged and zoomed, and how long drawing itself takes.
FRAMES = """new Promise(done => { const gaps = []; let last = performance.now();
  const next = now => { gaps.push(now - last); last = now; gaps.length < 150 ? requestAnimationFrame(next) : done(gaps.slice(5)); };
  requestAnimationFrame(next); })"""


class Quietly(http.server.SimpleHTTPRequestHandler):
    """Serves files without telling each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def browser_path() -> str:
    """The browser that the tests drive."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)))


def generated(size: int) -> dict[str, Any]:
    """A graph as a library of that size has it: a tenth are topics, each source is about one to eight of them, a few of them about most."""
    chance = random.Random(7)
    topics = size // 10
    words = "soil water light frost seed root leaf worm stone glass wind bee ant fern moss".split()
    nodes = []
    for i in range(size):
        kind = "topic" if i < topics else "source"
        label = " ".join(chance.sample(words, chance.randint(1, 2 if i < topics else 5))).capitalize()
        passages = max(1, round(200 / (i + 1))) if i < topics else chance.randint(1, 40)
        nodes.append({"id": str(i), "kind": kind, "label": f"{label} {i}", "url": "", "note": "", "passages": passages,
                      "sources": 3, "origins": 2, "also": []})  # fmt: skip
    field = {i: chance.randrange(topics) for i in range(topics, size)}  # what a source is about lies together, with exceptions
    about = {(i, int(chance.gauss(field[i], topics / 30)) % topics) for i in field for _ in range(chance.randint(1, 6))}
    about |= {(i, int(topics * chance.random() ** 3)) for i in field}
    edges: list[list[Any]] = [[source, topic, "evidence", chance.randint(1, 9), 1] for source, topic in sorted(about)]
    edges += [[i, max(0, i - chance.randint(1, 4)), "related", 0, 0] for i in range(1, topics)]
    return {"as_of": "", "left_out": 0, "edge": [], "nodes": nodes, "edges": edges}


def measured(page: Page, how: str) -> str:
    """The frames while the pointer drags or the wheel turns, in words."""
    box = page.locator("canvas").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.locator(".sb-map-stage").focus()
    page.evaluate(f"window.frames_ = {FRAMES}; 0")
    if how == "drag":
        page.mouse.down()
    for i in range(60):
        page.mouse.move(x + 3 * i, y + 2 * i) if how == "drag" else page.mouse.wheel(0, -60 if i < 30 else 60)
        page.wait_for_timeout(16)
    page.mouse.up()
    gaps: list[float] = page.evaluate("window.frames_")
    ordered = sorted(gaps)
    return f"{how}: {1000 / statistics.mean(gaps):.0f} frames a second, 95 % within {ordered[int(len(ordered) * 0.95)]:.0f} ms"


def main(size: int) -> None:
    chart = generated(size)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "assets").symlink_to(ROOT / "docs/assets", target_is_directory=True)
        (root / "index.html").write_text(PAGE)
        (root / "data").mkdir()
        (root / "data/map.json").write_text(json.dumps(chart))
        handler = functools.partial(Quietly, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.on("console", lambda message: print(f"  {message.text}") if message.type == "error" else None)
            page.goto(f"http://127.0.0.1:{server.server_port}/")
            page.wait_for_selector('.sb-map-stage[aria-busy="false"]', timeout=120_000)
            ready = page.evaluate("performance.now()")
            page.wait_for_timeout(600)
            drawing = page.evaluate("""() => { const times = []; for (let i = 0; i < 40; i++) { const from = performance.now();
              seedbedMap.frame(); times.push(performance.now() - from); } return times; }""")
            print(f"{len(chart['nodes']):,} nodes, {len(chart['edges']):,} edges; no graphics card; {os.cpu_count()} cores")
            print(f"  laid out {ready:,.0f} ms after the page was asked for, in a worker")
            print(f"  one picture takes {statistics.median(drawing):.1f} ms")
            for how in ("drag", "zoom"):
                print("  " + measured(page, how))
            if "--picture" in sys.argv:
                page.screenshot(path="map.png")
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main(int(next((word for word in sys.argv[1:] if word.isdigit()), "2000")))
