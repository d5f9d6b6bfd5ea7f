"""Waiting for what a page says of itself, and keeping an eye on what goes wrong in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page


def until(page: Page, said: str, *, seconds: float = 15) -> None:
    """Wait until an expression of JavaScript holds. (`Page.wait_for_function` needs a policy that lets strings run; ours does not.)"""
    for _ in range(int(seconds * 20)):
        if page.evaluate(said):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still not so after {seconds} s: {said}")


@contextmanager
def faultless(page: Page, *, home: str = "", levels: frozenset[str] = frozenset({"error"})) -> Iterator[Page]:
    """Fail at the end when a script failed, something of these `levels` was told on the console, or a request left `home` (an address).

    Collected and not raised: an exception in a handler ends the connection to the browser for all tests that follow.
    """
    faults: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in levels:
            faults.append(f"console: {message.text}")

    def asked(address: str) -> None:
        parts = urlsplit(address)
        if home and parts.scheme not in {"data", "blob"} and parts.netloc != urlsplit(home).netloc:
            faults.append(f"a request leaves the site: {address}")

    page.on("pageerror", lambda error: faults.append(f"a script failed: {error}"))
    page.on("console", heard)
    page.on("request", lambda request: asked(request.url))
    yield page
    assert not faults, "; ".join(faults)
