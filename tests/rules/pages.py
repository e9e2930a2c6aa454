"""The pages in ``docs/rules``: ``python tests/rules/pages.py`` writes them, with ``--check`` says which are not current."""

import sys
from pathlib import Path

from archivecite.rules.page import write_page
from archivecite.rules.profile import told_severity
from archivecite.rules.reading import FAILURES
from archivecite.rules.run_rule import RUN_RULES
from archivecite.rules.table import RULES

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


def pages() -> dict[str, str]:
    """Every page by the name of its file: one a rule, and the list of them."""
    listed = "".join(
        f"| [{code}]({code}.md) | {rule.name} | {told_severity(code, rule.severity)} |\n"
        for code, rule in RULES.items()
    )
    listed += "".join(f"| [{code}]({code}.md) | {rule.name} | {rule.severity} |\n" for code, rule in RUN_RULES.items())
    listed += "".join(f"| [{code}]({code}.md) | {page.split()[2]} | error |\n" for code, page in FAILURES.items())
    index = f"# Rules\n\n| code | name | severity |\n|---|---|---|\n{listed}"
    failures = {f"{code}.md": page for code, page in FAILURES.items()}
    failures |= {f"{code}.md": rule.page for code, rule in RUN_RULES.items()}
    return {f"{code}.md": write_page(rule) for code, rule in RULES.items()} | failures | {"README.md": index}


def stale() -> list[str]:
    """The pages that are missing, not current, or of no rule."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def main(arguments: list[str]) -> int:
    """Write the pages, or check them."""
    names = stale()
    if arguments != ["--check"]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name in names:
            (FOLDER / name).unlink(missing_ok=True)
            if name in pages():
                (FOLDER / name).write_text(pages()[name], encoding="utf-8")
        return 0
    for name in names:
        sys.stderr.write(f"docs/rules/{name} is not current: run python tests/rules/pages.py\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
