"""The commands of `seedbed`: which there are and what the program as a whole does. Only this package prints and sets exit codes."""

import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer

from generator import __version__
from generator.cli.adding import add_files
from generator.cli.building import build, check, serve
from generator.cli.changing import diff
from generator.cli.examining import doctor
from generator.cli.suggesting import accept, reject, suggest
from generator.cli.terminal import err, out, refused
from generator.cli.writing import issue, new


def _examples(*commands: str) -> str:
    return "Examples:\n\n" + "\n".join(f"- `seedbed {command}`" for command in commands)


app = typer.Typer(
    name="seedbed",
    help="A static site generator for curated newsletters and knowledge bases: every line leads back to its source.",
    epilog=_examples("build", "serve", "check --seeds ../inbox"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command(epilog=_examples("build", "build --strict", "build --engine zensical", "build --seeds ../inbox --output /tmp/trial"))(build)
app.command(epilog=_examples("check", "check --strict", "check --seeds ../inbox"))(check)
app.command(epilog=_examples("serve", "serve --port 9000", "serve --seeds ../inbox"))(serve)
app.command(
    "add", epilog=_examples("add talk.vtt", "add ~/Downloads/*.md --yes", "add page.html --publish full", "add - --title 'Notes of a talk'")
)(add_files)
app.command(
    epilog=_examples(
        'new topic "Context rot"',
        'new term "vector database" --alt "vector store" --definition "A store that is searched by likeness."',
        "new issue 2024-06-30",
    )
)(new)
app.command(epilog=_examples("suggest", "suggest my-talk"))(suggest)
app.command(epilog=_examples("accept 1 2 5", "accept 3 --as product"))(accept)
app.command(epilog=_examples("reject 4"))(reject)
app.command(epilog=_examples("diff", "diff --base main", "diff --without my-talk", "diff --base main --markdown"))(diff)
app.command(epilog=_examples("doctor", "doctor --json"))(doctor)
app.command(epilog=_examples("issue", "issue --date 2024-06-30"))(issue)


@app.callback(invoke_without_command=True)
def _start(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    if version:
        out.print(f"seedbed {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the program. What the system refuses (permission, room on a disk) is told in a line; also when it is ended, it tidies up."""
    signal.signal(signal.SIGTERM, _ended)
    try:
        app(prog_name="seedbed")
    except OSError as error:
        refused(error)
        err.print("Nothing more was done.")
        sys.exit(1)


def _ended(number: int, _: FrameType | None) -> NoReturn:
    """End as the system asks, but by way of what has to be tidied up. (128 and the signal's number: what shells expect.)"""
    sys.exit(128 + number)
