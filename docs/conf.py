"""How the documentation is built: ``python3 -m sphinx -W --keep-going docs build/docs``.

Pages hold lines such as ``<!-- made: commands -->``; the modules in ``made`` put there what the code, the grammars and
the word files say, so that these pages are always those of the code.
"""

import re
import sys
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

import made

import archivecite as ac

project = "archivecite"
author = "archivecite contributors"
copyright = author
release = version = ac.__version__

extensions = ["myst_parser"]
root_doc = "index"
exclude_patterns = ["made"]
html_theme = "furo"
html_title = f"archivecite {release}"

#: Headings can be linked to, as on the pages that hosts of repositories show.
myst_heading_anchors = 4
#: ``--fix`` stays as it is, and so do three dots.
smartquotes = False

PLACE = re.compile(r"^<!-- made: (\w+) -->$", re.MULTILINE)

#: The pages of the rules, which the list of them has in a table.
RULES = "\n```{toctree}\n:hidden:\n:glob:\n\nAC*\n```\n"


def put_in(app: Sphinx, page: str, source: list[str]) -> None:
    """Put what is made into a page that has a place for it."""
    if page == "rules/README":
        source[0] += RULES
    source[0] = PLACE.sub(lambda found: made.PARTS[found[1]](), source[0])


def setup(app: Sphinx) -> None:
    """Tell Sphinx of all this."""
    app.add_lexer("lark", TextLexer)
    app.connect("source-read", put_in)
