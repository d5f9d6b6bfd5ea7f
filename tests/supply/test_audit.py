"""`make audit` asks a service of our own, which answers as OSV and npm do: it fails where anything is known, loose or unanswered."""

import fcntl
import gzip
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
#: What is known of a package of Python (OSV's schema 1.0.0), and of one of JavaScript (npm's advisories in bulk).
HOLE = {
    "id": "PYSEC-2030-1",
    "summary": "A page runs what it should show.",
    "affected": [
        {"package": {"name": "markdown", "ecosystem": "PyPI"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}
    ],
}
ADVICE = {"id": 1, "url": "https://example.org/1", "title": "A map runs", "severity": "low", "vulnerable_versions": "<9", "cwe": []}


class Service(ThreadingHTTPServer):
    """What is known by name of a package, and what was asked for. `broken`: every answer is an error."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.known: dict[str, Mapping[str, Any]] = {}
        self.asked: set[tuple[str, str]] = set()
        self.broken = False

    def answer(self, path: str, body: Any) -> Mapping[str, Any]:
        if path == "/query":
            name = body["package"]["name"]
            self.asked.add((name, body["version"]))
            return {"vulns": [self.known[name]]} if name in self.known else {}
        self.asked |= {(name, version) for name, versions in body.items() for version in versions}
        return {name: [self.known[name]] for name in body if name in self.known}


class Answers(BaseHTTPRequestHandler):
    """One question."""

    server: Service

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        body = json.loads(gzip.decompress(data) if self.headers.get("Content-Encoding") == "gzip" else data)
        answer = json.dumps(self.server.answer(self.path, body)).encode()
        self.send_response(500 if self.server.broken else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session", autouse=True)
def tools(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The tools, which the first worker sets up."""
    if not shutil.which("npm"):
        pytest.skip("the step needs npm")
    with (tmp_path_factory.getbasetemp().parent / "supply.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run(["make", ".venv-supply/.ready"], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as service:
        thread = threading.Thread(target=service.serve_forever)
        thread.start()
        yield service
        service.shutdown()
        thread.join()


def audit(port: int, home: Path, locked: str = "") -> subprocess.CompletedProcess[str]:
    """Run the step as the workflow does, but ask a service on this machine."""
    where = f"http://127.0.0.1:{port}"
    command = ["make", "audit", f"AUDIT=--vulnerability-service osv --osv-url {where}/query", *([f"LOCKED={locked}"] if locked else [])]
    quick = {"npm_config_registry": where, "npm_config_fetch_retries": "0", "npm_config_cache": str(home / "npm")}
    return subprocess.run(command, cwd=ROOT, env=os.environ | quick, capture_output=True, text=True)


def test_everything_that_is_pinned_is_asked_for_and_nothing_known_is_right(service: Service, tmp_path: Path) -> None:
    done = audit(service.server_port, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    pinned = set[tuple[str, str]]()
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-supply.lock"):
        for package, version, _, here in re.findall(r"^([a-z0-9-]+)==([^\s;]+)( ; (.*))? \\$", (ROOT / name).read_text(), re.MULTILINE):
            pinned |= set() if here else {(package, version)}  # one for another system or version is none of those that are installed
    scripts = json.loads((ROOT / "vendor/package-lock.json").read_text())["packages"]
    pinned |= {(path.removeprefix("node_modules/"), item["version"]) for path, item in scripts.items() if path and "dev" not in item}
    assert pinned <= service.asked


@pytest.mark.parametrize(("name", "known", "told"), [("markdown", HOLE, "PYSEC-2030-1"), ("d3-force", ADVICE, "A map runs")])
def test_a_known_hole_makes_it_fail_and_is_named(service: Service, tmp_path: Path, name: str, known: Mapping[str, Any], told: str) -> None:
    service.known[name] = known
    done = audit(service.server_port, tmp_path)
    assert done.returncode != 0
    assert name in done.stdout
    assert told in done.stdout
    assert ("d3-force", "3.0.1") in service.asked, "what is known of one language keeps nobody from looking up the other"


def test_what_has_no_version_or_no_hash_makes_it_fail(service: Service, tmp_path: Path) -> None:
    for line in ("markdown>=3\n", "markdown==3.6\n"):
        (tmp_path / "loose.lock").write_text(line)
        done = audit(service.server_port, tmp_path, str(tmp_path / "loose.lock"))
        assert done.returncode != 0, line
        assert "markdown" in done.stderr


def test_without_an_answer_it_fails(service: Service, tmp_path: Path) -> None:
    service.broken = True
    nobody = 9  # the discard service, which nobody runs
    for port in (service.server_port, nobody):
        done = audit(port, tmp_path)
        assert done.returncode != 0
        assert "No known vulnerabilities" not in done.stderr
        assert "found 0 vulnerabilities" not in done.stdout
