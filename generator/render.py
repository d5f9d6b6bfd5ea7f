"""Pages and templates in, output files out: Jinja with every name strict and everything escaped. Knows no page's content."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from generator.output import OutputFile
from generator.pages import Page
from generator.report import Location, Problem
from generator.text import escape_html, escape_markdown, settled
from generator.typeset import typeset

#: What a template's own expressions can fail with.
_MISTAKES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)
_FOLDER = "templates/"
#: What stands below pages of all kinds.
_FOOT = "foot.md"
_BEYOND_ASCII = re.compile(r"[^\x20-\x7e]")
_RIGHT = "A template writes what its view holds: the fields of the view's class in generator/pages/, in Jinja's syntax."


def render(pages: Iterable[Page], templates: Mapping[str, str]) -> tuple[tuple[OutputFile, ...], tuple[Problem, ...]]:
    """Every page through its template (by name: the text of the file in `templates/`), and the templates' mistakes, each once."""
    environment = _environment(frozenset(templates.items()))
    files: list[OutputFile] = []
    problems: dict[Problem, None] = {}
    for page in pages:
        try:
            text = environment.get_template(page.template).render(view=page.view, page=page)
            foot = environment.get_template(_FOOT).render(page=page) if page.links_here else ""
        except _MISTAKES as error:
            problems[_problem(error, page.template)] = None
        else:
            files.append(OutputFile(page.path, _joined(text, foot).encode("utf-8", "replace")))
    return tuple(files), tuple(problems)


def _joined(*texts: str) -> str:
    """Pieces of Markdown with an empty line between them, and one end of line at the end."""
    return "\n\n".join(filter(None, (text.strip("\n") for text in texts))) + "\n"


@lru_cache(maxsize=1)  # compiling the templates takes longer than filling them: a preview that rebuilds does it once
def _environment(templates: frozenset[tuple[str, str]]) -> Environment:
    environment = Environment(
        loader=FunctionLoader(_loader(dict(templates))),
        autoescape=True,
        finalize=_finished,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(md=_md, yaml=_yaml, tip=_tip, prose=Markup, html=_html, data=_data)
    return environment


def _loader(templates: Mapping[str, str]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Templates by name. A file name goes with each, because Jinja names a mistake's place after it."""
    return lambda name: (templates[name], _FOLDER + name, lambda: True) if name in templates else None


def _finished(value: object) -> object:
    """What `{{ x }}` writes: a text turns round nothing that stands behind it, whichever way it is escaped."""
    if isinstance(value, str) and not value.isascii():  # plain letters turn nothing, and most texts have no others
        return value + settled(value)[len(value) :]
    return value


def _md(text: str) -> Markup:
    """`{{ x | md }}`: plain text for a line of Markdown."""
    return Markup(escape_markdown(text))


def _yaml(text: str) -> Markup:
    """`{{ x | yaml }}`: plain text for the front matter; escaped for HTML too, because the theme writes it as it is."""
    return _data(escape_html(" ".join(text.split())))


def _data(value: object) -> Markup:
    """`{{ x | data }}`: JSON for the front matter. YAML reads it as it is, once a character beyond Unicode's first plane is one escape."""
    return Markup(_BEYOND_ASCII.sub(lambda m: f"\\U{ord(m.group()):08x}", json.dumps(value, ensure_ascii=False)))


def _html(markdown: str, page: str) -> Markup:
    """`{{ prose | html(page) }}`: the curator's Markdown of a page as HTML, where no engine comes by."""
    return Markup(typeset(markdown, page))


def _tip(text: str) -> Markup:
    """`title="{{ x | tip }}"`: plain text for a tooltip. Material's script reads it as HTML, so no mark may be left to it."""
    return Markup(escape_html(text.replace("<", "&lt;")))


def _problem(error: Exception, template: str) -> Problem:
    return Problem("template", _place(error, template), f"The template cannot be used: {_wrong(error)}.", _RIGHT)


def _wrong(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name!r}"
    return (str(error) or type(error).__name__).rstrip(".")


def _place(error: Exception, template: str) -> Location:
    """Line and file of a mistake: told by a syntax error itself, else the innermost line of a template that was at work."""
    if isinstance(error, TemplateSyntaxError):
        return Location(_FOLDER + (error.name or template), error.lineno)
    place = Location(_FOLDER + template)
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        place = Location(name, trace.tb_lineno) if name.startswith(_FOLDER) else place
        trace = trace.tb_next
    return place
