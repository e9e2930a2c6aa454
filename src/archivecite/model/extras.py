"""What has to be installed for the formats that most people don't need, and how: the extras of ``pyproject.toml``."""

#: The requirement of each extra.
EXTRAS = {"pdf": "pypdfium2>=5,<6", "xlsx": "xlsxwriter>=3.2", "parquet": "pyarrow>=17"}


def installing(extra: str) -> str:
    """The command that installs what an extra needs. It names the other package and not the extra, so that it works
    wherever archivecite itself was installed from, and in every shell.

    >>> installing("xlsx")
    'python3 -m pip install "xlsxwriter>=3.2"'
    """
    return f'python3 -m pip install "{EXTRAS[extra]}"'
