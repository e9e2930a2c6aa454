"""Languages that records name."""

from hypothesis import strategies as st

import archivecite as ac

LANGUAGES = {"Russian": "ru", "German": "de", "Chinese": "zh", "Serbo-Croatian": "sh", "English": "en", "Korean": "ko"}


def languages() -> st.SearchStrategy[ac.Language]:
    """Known languages."""
    return st.sampled_from([ac.Language(name, tag) for name, tag in LANGUAGES.items()])
