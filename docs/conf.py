"""How the documentation is built: ``python3 -m sphinx -W --keep-going docs build/docs``.

Pages hold lines such as ``<!-- made: commands -->``; the modules in ``made`` put there what the code, the grammars and
the word files say, so that these pages are always those of the code.
"""

import re
import sys
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

import made

import archivecite as ac

project = "archivecite"
author = "archivecite contributors"
copyright = author
release = version = ac.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
root_doc = "index"
exclude_patterns = ["made"]
html_theme = "furo"
html_title = f"archivecite {release}"

#: Headings can be linked to, as on the pages that hosts of repositories show.
myst_heading_anchors = 4
#: ``--fix`` stays as it is, and so do three dots.
smartquotes = False

#: Every reference within the documentation must lead somewhere.
nitpicky = True
#: What signatures name and no page of ours describes.
nitpick_ignore_regex = [
    ("py:.*", r"(?!archivecite\b).*"),  # Python's own: there is no network while this is built
    ("py:.*", r"archivecite\.api\.Readable"),
    ("py:.*", r"archivecite\.model\.reading\.SuppliedAs"),
    ("py:.*", r"archivecite\.model\.(links\.Links|row\.Cell)"),
    ("py:.*", r"archivecite\.formats\.json\.R"),
]
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 80

PLACE = re.compile(r"^<!-- made: (\w+) -->$", re.MULTILINE)

#: The pages of the rules, which the list of them has in a table.
RULES = "\n```{toctree}\n:hidden:\n:glob:\n\nAC*\n```\n"


def put_in(app: Sphinx, page: str, source: list[str]) -> None:
    """Put what is made into a page that has a place for it."""
    if page == "rules/README":
        source[0] += RULES
    source[0] = PLACE.sub(lambda found: made.PARTS[found[1]](), source[0])


def public(app: Sphinx, env: Any, node: Any, content: nodes.Element) -> nodes.Element | None:
    """A reference to a class by the module that it is defined in leads to its public name."""
    target = str(node.get("reftarget", ""))
    name = target.rpartition(".")[2]
    if not target.startswith("archivecite.") or name not in ac.__all__:
        return None
    domain = env.get_domain("py")
    found: nodes.Element | None = domain.resolve_xref(
        env, node["refdoc"], app.builder, "obj", f"archivecite.{name}", node, content
    )
    return found


def setup(app: Sphinx) -> None:
    """Tell Sphinx of all this."""
    app.add_lexer("lark", TextLexer)
    app.connect("source-read", put_in)
    app.connect("missing-reference", public)
