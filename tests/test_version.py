"""The version: one place says it, and it is there without an installation."""

import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import archivecite


def test_the_version_is_that_of_the_metadata() -> None:
    """The build takes it from the package."""
    assert archivecite.__version__ == version("archivecite")


def test_the_version_is_known_in_a_zip(tmp_path: Path) -> None:
    """Where there is no metadata, and nothing is imported for it."""
    package = Path(archivecite.__file__).parent
    with zipfile.ZipFile(tmp_path / "app.zip", "w") as archive:
        archive.write(package / "__init__.py", "archivecite/__init__.py")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import archivecite; "
        "print(archivecite.__file__, archivecite.__version__, 'importlib.metadata' in sys.modules)"
    )
    command = [sys.executable, "-I", "-S", "-c", code, str(tmp_path / "app.zip")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert "app.zip" in printed[0]
    assert printed[1:] == [archivecite.__version__, "False"]
