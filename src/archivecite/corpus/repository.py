"""Files that by their name are about the repository they are in, and as a rule no records."""

from pathlib import Path

#: What such a file's name begins with; a suffix may follow (``README.de.md``, ``LICENSE-MIT.txt``), but no other word:
#: "License to Export Grain.txt" is a document.
OPENINGS = (
    "readme", "license", "licence", "copying", "changelog", "contributing", "code_of_conduct", "code-of-conduct",
    "requirements",
)  # fmt: skip
#: Words with which a document's own name may begin ("security-council-1962.txt"): these are the whole name.
WHOLE = frozenset(
    ("security", "changes", "history", "news", "notice", "authors", "contributors", "maintainers", "governance",
     "support", "install", "citation", "todo", "constraints", "cmakelists", "robots", "llms",
     "pull_request_template", "issue_template")
)  # fmt: skip


def is_about_repository(path: Path) -> bool:
    """Whether the file at ``path`` is by its name about the repository that it is in.

    >>> [is_about_repository(Path(name)) for name in ("docs/ReadMe.de.md", "LICENSE-MIT.txt", "SECURITY.md")]
    [True, True, True]
    >>> [is_about_repository(Path(name)) for name in ("License to Export.txt", "security-council.txt", "readmes.md")]
    [False, False, False]
    """
    stem = path.stem.casefold()
    opening = next((word for word in OPENINGS if stem.startswith(word)), None)
    if opening is None:
        return stem in WHOLE
    return stem == opening or stem[len(opening)] in "-_."
