"""A small project made by hand, with the templates and the configuration of the real one: other sources, other words."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]

TALK = """---
title: Compost for beginners
kind: transcript
date: 2023-04-01
publish: full
media: https://example.org/compost.mp3
---
[00:00] Ana: Compost feeds the soil, and nothing else does it so cheaply.

[01:05] Bo: A heap needs air. Turn it every week, or it rots without air and stinks of ammonia.
"""

ARTICLE = """---
title: What gardeners got wrong
kind: article
date: 2023-05-02
---
# What gardeners got wrong

## Feeding

For years gardeners bought fertiliser, while compost was free. Compost, or black gold, holds water and feeds the soil for a decade.

## Tools

A wheelbarrow has one wheel. Nobody has improved on it.
"""

TOPIC = """---
prefLabel: Compost
altLabel: [black gold, rotted plants]
definition: Plants that rotted with air.
related: [watering]
---
What a heap becomes, see [how to read](../about.md).
"""

WATERING = """---
prefLabel: Watering
definition: Giving plants water.
---
Too little is better than too much.
"""

TERMS = """- id: ammonia
  prefLabel: ammonia
  definition: A gas that a heap without air gives off.
"""

PEOPLE = """- id: ana-silva
  prefLabel: Ana Silva
  altLabel: [Ana]
  definition: A gardener.
"""

FILES = {
    "seeds/compost-talk.md": TALK,
    "seeds/gardeners.md": ARTICLE,
    "docs/index.md": "---\ntitle: The garden\n---\n# The garden\n\nAll about [compost](topics/compost.md).\n",
    "docs/about.md": "# How to read\n\nStart at the [topics](topics/index.md).\n",
    "docs/curating.md": "# For curators\n\nNothing.\n",
    "docs/reference.md": "# Reference\n\nNothing.\n",
    "docs/architecture.md": "# Architecture\n\nNone.\n",
    "docs/trust.md": "# Trust\n\nNone.\n",
    "docs/topics/compost.md": TOPIC,
    "docs/topics/watering.md": WATERING,
    "docs/vocabulary/terms.yml": TERMS,
    "docs/vocabulary/people.yml": PEOPLE,
}


def make(folder: Path) -> Path:
    """Write the project into a folder. Returns the folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder
