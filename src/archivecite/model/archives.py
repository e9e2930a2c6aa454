"""The archives that the records cite most, by acronym: what an acronym stands for, and where the archive is.

It explains a value to a reader and never fills a field: what a citation does not print is None. Names and places are as
the archives themselves give them in English.
"""

from attrs import frozen

from .argument import expect


@frozen
class Archive:
    """An archive by one of its acronyms, with its name, its place and the ISO 3166 code of its country.

    >>> known_archive("AVP RF").place
    'Moscow'
    """

    acronym: str
    name: str
    place: str
    country: str


ARCHIVES = (
    Archive("AVP RF", "Archive of Foreign Policy of the Russian Federation", "Moscow", "RU"),
    Archive("APRF", "Archive of the President of the Russian Federation", "Moscow", "RU"),
    Archive("RGANI", "Russian State Archive of Contemporary History", "Moscow", "RU"),
    Archive("RGASPI", "Russian State Archive of Socio-Political History", "Moscow", "RU"),
    Archive("RGAE", "Russian State Archive of the Economy", "Moscow", "RU"),
    Archive("GARF", "State Archive of the Russian Federation", "Moscow", "RU"),
    Archive("TsAMO", "Central Archive of the Ministry of Defence", "Podolsk", "RU"),
    Archive("TsKhSD", "Center for the Storage of Contemporary Documentation (now RGANI)", "Moscow", "RU"),
    Archive("HDA SBU", "Sectoral State Archive of the Security Service of Ukraine", "Kyiv", "UA"),
    Archive("TsDAHOU", "Central State Archive of Public Organizations of Ukraine", "Kyiv", "UA"),
    Archive("LYA", "Lithuanian Special Archives", "Vilnius", "LT"),
    Archive("AMSZ", "Archive of the Polish Ministry of Foreign Affairs", "Warsaw", "PL"),
    Archive("AAN", "Archive of Modern Records", "Warsaw", "PL"),
    Archive("IPN", "Institute of National Remembrance", "Warsaw", "PL"),
    Archive("MOL", "National Archives of Hungary", "Budapest", "HU"),
    Archive("MNL OL", "National Archives of Hungary", "Budapest", "HU"),
    Archive("NA ČR", "National Archives of the Czech Republic", "Prague", "CZ"),
    Archive("ANIC", "National Central Historical Archives", "Bucharest", "RO"),
    Archive("AMAE", "Archive of the Romanian Ministry of Foreign Affairs", "Bucharest", "RO"),
    Archive("TsDA", "Central State Archives", "Sofia", "BG"),
    Archive("AQSH", "Central State Archives", "Tirana", "AL"),
    Archive("AJ", "Archives of Yugoslavia", "Belgrade", "RS"),
    Archive("DAMSP", "Diplomatic Archives of the Ministry of Foreign Affairs", "Belgrade", "RS"),
    Archive("BArch", "Federal Archives of Germany", "Berlin", "DE"),
    Archive("SAPMO-BArch", "Archives of the Parties and Mass Organizations of the GDR", "Berlin", "DE"),
    Archive("BStU", "Federal Commissioner for the Stasi Records", "Berlin", "DE"),
    Archive("PolA AA", "Political Archive of the Federal Foreign Office", "Berlin", "DE"),
    Archive("PRC FMA", "Foreign Ministry Archives of the People's Republic of China", "Beijing", "CN"),
    Archive("CFMA", "Foreign Ministry Archives of the People's Republic of China", "Beijing", "CN"),
    Archive("TNA", "The National Archives", "Kew", "GB"),
    Archive("PRO", "Public Record Office (now The National Archives)", "Kew", "GB"),
    Archive("NARA", "National Archives and Records Administration", "College Park, MD", "US"),
    Archive("NAA", "National Archives of Australia", "Canberra", "AU"),
    Archive("NAI", "National Archives of India", "New Delhi", "IN"),
    Archive("NMML", "Nehru Memorial Museum and Library", "New Delhi", "IN"),
    Archive("ISA", "Israel State Archives", "Jerusalem", "IL"),
)  # fmt: skip


BY_ACRONYM = {archive.acronym.replace(" ", ""): archive for archive in ARCHIVES}


def known_archive(acronym: str) -> Archive | None:
    """The archive that ``acronym`` is of, or None; blanks in it count for nothing.

    This is knowledge about archives. It is never put into a record, which says only what is printed.

    >>> known_archive("AVPRF") == known_archive("AVP RF")
    True
    >>> known_archive("AVPRF").name, known_archive("XYZ")
    ('Archive of Foreign Policy of the Russian Federation', None)
    """
    expect("known_archive", acronym, str, "an acronym as str")
    return BY_ACRONYM.get("".join(acronym.split()))
