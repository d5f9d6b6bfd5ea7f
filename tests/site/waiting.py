"""Waiting for what a page says of itself. `Page.wait_for_function` would need a policy that lets strings run, which ours does not."""

from playwright.sync_api import Page


def until(page: Page, said: str, *, seconds: float = 15) -> None:
    """Wait until an expression of JavaScript holds in the page."""
    for _ in range(int(seconds * 20)):
        if page.evaluate(said):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"still not so after {seconds} s: {said}")
