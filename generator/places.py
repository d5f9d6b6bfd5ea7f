"""Where a build reads and writes: paths only. Opens none of them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Where a build reads and writes. `project` holds mkdocs.yml, docs/ and templates/; `output` gets build/ and site/."""

    project: Path
    seeds: Path
    output: Path

    @property
    def config(self) -> Path:
        """MkDocs' configuration."""
        return self.project / "mkdocs.yml"

    @property
    def docs(self) -> Path:
        """What the curator writes."""
        return self.project / "docs"

    @property
    def templates(self) -> Path:
        """What the designer writes."""
        return self.project / "templates"

    @property
    def build(self) -> Path:
        """What the generator writes for itself."""
        return self.output / "build"

    @property
    def pages(self) -> Path:
        """The generated Markdown, MkDocs' `docs_dir`."""
        return self.build / "docs"

    @property
    def cache(self) -> Path:
        """What builds keep for the next one. It may be deleted at any time."""
        return self.build / "cache"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.output / "site"
