"""Invented citations in real shapes, each with the whole value that it reads as. Reading and writing share them."""

from typing import Any, NamedTuple

from archivecite.model.citation import (
    Agent,
    ArchivalSource,
    Citation,
    Level,
    LocatorPart,
    OtherSource,
    Provenance,
    PublishedSource,
    Repository,
)
from archivecite.model.date import Date
from archivecite.model.language import Language


class Case(NamedTuple):
    """A citation as printed and as read."""

    text: str
    citation: Citation


def whole(text: str, **fields: Any) -> Case:
    """A citation from its first word to its last."""
    return Case(text, Citation(**fields))


def tail(text: str, **fields: Any) -> Case:
    """A citation of which only the tail matters."""
    opening: dict[str, Any] = {
        "title": "T",
        "date": Date("May 3, 1950", "1950-05-03"),
        "digital_archive": "CWIHP Archive",
    }
    return Case(f'"T", May 3, 1950, CWIHP Archive, {text}', Citation(**opening, **fields))


def part(level: Level, value: str, label: str | None = None) -> LocatorPart:
    """One step of a locator."""
    return LocatorPart(level, value, label)


CASES = [
    # --- the opening
    whole(
        '"Note from Weber to Novak", July 4, 1949, Wilson Center Digital Archive, RGASPI',
        title="Note from Weber to Novak",
        date=Date("July 4, 1949", "1949-07-04"),
        digital_archive="Wilson Center Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        "“Note from Weber to Novak,” July 04, 1949, History and Public Policy Program Digital Archive, RGASPI",
        title="Note from Weber to Novak",
        date=Date("July 04, 1949", "1949-07-04"),
        digital_archive="History and Public Policy Program Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        '"Note from Weber to Novak,” August 1945, CWIHP Archive, RGASPI',
        title="Note from Weber to Novak",
        date=Date("August 1945", "1945-08"),
        digital_archive="CWIHP Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        "Note, Weber to Novak, 5 p.m., Wednesday, June 3, 1953, Wilson Center Digital Archive, RGASPI",
        title="Note, Weber to Novak, 5 p.m.",
        date=Date("Wednesday, June 3, 1953", "1953-06-03"),
        digital_archive="Wilson Center Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        '"Talk on “Peace, Now” (Excerpts)", 1948, Wilson Center Digital Archive, RGASPI',
        title="Talk on “Peace, Now” (Excerpts)",
        date=Date("1948", "1948"),
        digital_archive="Wilson Center Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        "\"Draft [of June 1, 1950], with 'Notes',\", June 2, 1950, Wilson Center Digital Archive, RGASPI",
        title="Draft [of June 1, 1950], with 'Notes'",
        date=Date("June 2, 1950", "1950-06-02"),
        digital_archive="Wilson Center Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        '"Letter to Kim", Wilson Center Digital Archive, RGASPI',
        title="Letter to Kim",
        digital_archive="Wilson Center Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    whole(
        '"Letter to Kim", 30-31 October 1962, Open Cold War Digital Library, RGASPI, f. 1',
        title="Letter to Kim",
        date=Date("30-31 October 1962", "1962-10-30/1962-10-31"),
        digital_archive="Open Cold War Digital Library",
        sources=[ArchivalSource(Repository(acronym="RGASPI"), [part("fond", "1", "f.")])],
    ),
    whole(
        '"Letter to Kim", Date unknown, Wilson Center Digital Archive, RGASPI',
        title="Letter to Kim",
        date=Date("Date unknown"),
        digital_archive="Wilson Center Digital Archive",
        sources=[ArchivalSource(Repository(acronym="RGASPI"))],
    ),
    # --- archives
    tail(
        "Archive of Foreign Policy, Russian Federation (AVP RF), Moscow",
        sources=[
            ArchivalSource(
                Repository(name="Archive of Foreign Policy, Russian Federation", acronym="AVP RF", place="Moscow")
            )
        ],
    ),
    tail(
        "Archive of the President, Russian Federation (APRF)",
        sources=[ArchivalSource(Repository(name="Archive of the President, Russian Federation", acronym="APRF"))],
    ),
    tail(
        "Office of the Federal Commissioner for the Stasi Records (BStU), MfS, ZAIG 4711, p. 2-9",
        sources=[
            ArchivalSource(
                Repository(name="Office of the Federal Commissioner for the Stasi Records", acronym="BStU"),
                [part("shelfmark", "MfS"), part("shelfmark", "ZAIG 4711"), part("page", "2-9", "p.")],
            )
        ],
    ),
    tail(
        "Political Archive of the Federal Foreign Office, Berlin (PolA AA), MfAA, C 12/70",
        sources=[
            ArchivalSource(
                Repository(name="Political Archive of the Federal Foreign Office", acronym="PolA AA", place="Berlin"),
                [part("shelfmark", "MfAA"), part("shelfmark", "C 12/70")],
                text="Political Archive of the Federal Foreign Office, Berlin (PolA AA), MfAA, C 12/70",
            )
        ],
    ),
    tail(
        "National Historical and Central Archives, Bucharest",
        sources=[ArchivalSource(Repository(name="National Historical and Central Archives", place="Bucharest"))],
    ),
    tail("Public Record Office", sources=[ArchivalSource(Repository(name="Public Record Office"))]),
    tail(
        "Hungarian Foreign Ministry archives, Budapest",
        sources=[ArchivalSource(Repository(name="Hungarian Foreign Ministry archives", place="Budapest"))],
    ),
    tail("MNL OL", sources=[ArchivalSource(Repository(acronym="MNL OL"))]),
    tail(
        "Central State Archive (Prague), fond 12",
        sources=[
            ArchivalSource(
                Repository(name="Central State Archive", place="Prague"),
                [part("fond", "12", "fond")],
                text="Central State Archive (Prague), fond 12",
            )
        ],
    ),
    tail(
        "Ruritanian State Archive (RSA), Warsaw, Box 3",
        sources=[
            ArchivalSource(
                Repository(name="Ruritanian State Archive", acronym="RSA", place="Warsaw"), [part("box", "3", "Box")]
            )
        ],
    ),
    tail(
        "Foreign Ministry Registry, National Archives of Ruritania, Bonn, f. 3, op. 2, d. 1; Military Archive, Box 7",
        sources=[
            ArchivalSource(
                Repository(name="National Archives of Ruritania", place="Bonn"),
                [
                    part("shelfmark", "Foreign Ministry Registry"),
                    part("fond", "3", "f."),
                    part("opis", "2", "op."),
                    part("delo", "1", "d."),
                ],
                text="Foreign Ministry Registry, National Archives of Ruritania, Bonn, f. 3, op. 2, d. 1",
            ),
            ArchivalSource(Repository(name="Military Archive"), [part("box", "7", "Box")]),
        ],
    ),
    # --- Russian signatures
    tail(
        "APRF, fond (f.) 45, opis (op.) 1, delo (d.) 300, listy (ll.) 9-17",
        sources=[
            ArchivalSource(
                Repository(acronym="APRF"),
                [
                    part("fond", "45", "fond (f.)"),
                    part("opis", "1", "opis (op.)"),
                    part("delo", "300", "delo (d.)"),
                    part("list", "9-17", "listy (ll.)"),
                ],
            )
        ],
    ),
    tail(
        "RGASPI, f. 558, op. 11, d. 300, ll. 51-55",
        sources=[
            ArchivalSource(
                Repository(acronym="RGASPI"),
                [
                    part("fond", "558", "f."),
                    part("opis", "11", "op."),
                    part("delo", "300", "d."),
                    part("list", "51-55", "ll."),
                ],
            )
        ],
    ),
    tail(
        "APRF: F. 39, Op. 1, D. 30, Ll. 54-58",
        sources=[
            ArchivalSource(
                Repository(acronym="APRF"),
                [
                    part("fond", "39", "F."),
                    part("opis", "1", "Op."),
                    part("delo", "30", "D."),
                    part("list", "54-58", "Ll."),
                ],
                text="APRF: F. 39, Op. 1, D. 30, Ll. 54-58",
            )
        ],
    ),
    tail(
        "AVPRF, fond 0100, opis 40, delo 7, papka 200, listy 39-44",
        sources=[
            ArchivalSource(
                Repository(acronym="AVPRF"),
                [
                    part("fond", "0100", "fond"),
                    part("opis", "40", "opis"),
                    part("delo", "7", "delo"),
                    part("papka", "200", "papka"),
                    part("list", "39-44", "listy"),
                ],
            )
        ],
    ),
    tail(
        "AVPRF F. 0102, Op. 13, P. 70, Delo 5, Listy 165-192",
        sources=[
            ArchivalSource(
                Repository(acronym="AVPRF"),
                [
                    part("fond", "0102", "F."),
                    part("opis", "13", "Op."),
                    part("papka", "70", "P."),
                    part("delo", "5", "Delo"),
                    part("list", "165-192", "Listy"),
                ],
                text="AVPRF F. 0102, Op. 13, P. 70, Delo 5, Listy 165-192",
            )
        ],
    ),
    tail(
        "AVPRF, f. 0100, op. 34, 1946, p. 253, d. 18",
        sources=[
            ArchivalSource(
                Repository(acronym="AVPRF"),
                [
                    part("fond", "0100", "f."),
                    part("opis", "34", "op."),
                    part("year", "1946"),
                    part("papka", "253", "p."),
                    part("delo", "18", "d."),
                ],
            )
        ],
    ),
    tail(
        "AVPRF, f. 0100, op. 42, por. 19, pap. 288, ll. 81–85",
        sources=[
            ArchivalSource(
                Repository(acronym="AVPRF"),
                [
                    part("fond", "0100", "f."),
                    part("opis", "42", "op."),
                    part("portfel", "19", "por."),
                    part("papka", "288", "pap."),
                    part("list", "81–85", "ll."),
                ],
            )
        ],
    ),
    tail(
        "AVPRF, Fond 059a, List 80, ll. 0078",
        sources=[
            ArchivalSource(
                Repository(acronym="AVPRF"),
                [part("fond", "059a", "Fond"), part("list", "80", "List"), part("list", "0078", "ll.")],
            )
        ],
    ),
    tail(
        "RGANI, f.1, op.89, d. [120], ll. 51, 56",
        sources=[
            ArchivalSource(
                Repository(acronym="RGANI"),
                [
                    part("fond", "1", "f."),
                    part("opis", "89", "op."),
                    part("delo", "[120]", "d."),
                    part("list", "51, 56", "ll."),
                ],
                text="RGANI, f.1, op.89, d. [120], ll. 51, 56",
            )
        ],
    ),
    tail(
        "RGASPI, F. 17. Op. 162. D. 13. Ll. 2-2ob",
        sources=[
            ArchivalSource(
                Repository(acronym="RGASPI"),
                [
                    part("fond", "17", "F."),
                    part("opis", "162", "Op."),
                    part("delo", "13", "D."),
                    part("list", "2-2ob", "Ll."),
                ],
                text="RGASPI, F. 17. Op. 162. D. 13. Ll. 2-2ob",
            )
        ],
    ),
    tail(
        "RGASPI, fond and opis not given, l. 5",
        sources=[
            ArchivalSource(
                Repository(acronym="RGASPI"), [part("shelfmark", "fond and opis not given"), part("list", "5", "l.")]
            )
        ],
    ),
    tail(
        "RGASPI, f. 17, d. unknown, l. 5",
        sources=[
            ArchivalSource(
                Repository(acronym="RGASPI"),
                [part("fond", "17", "f."), part("shelfmark", "d. unknown"), part("list", "5", "l.")],
            )
        ],
    ),
    tail(
        "APRF, f. 45, op. 1, d. 33, l. 78; AVPRF, Fond 059a, Opis 5; and RGASPI, f. 558, d. 3",
        sources=[
            ArchivalSource(
                Repository(acronym="APRF"),
                [
                    part("fond", "45", "f."),
                    part("opis", "1", "op."),
                    part("delo", "33", "d."),
                    part("list", "78", "l."),
                ],
            ),
            ArchivalSource(Repository(acronym="AVPRF"), [part("fond", "059a", "Fond"), part("opis", "5", "Opis")]),
            ArchivalSource(Repository(acronym="RGASPI"), [part("fond", "558", "f."), part("delo", "3", "d.")]),
        ],
    ),
    tail(
        "RGANI, f. 3, op. 1 and RGASPI, f. 17, op. 2",
        sources=[
            ArchivalSource(Repository(acronym="RGANI"), [part("fond", "3", "f."), part("opis", "1", "op.")]),
            ArchivalSource(Repository(acronym="RGASPI"), [part("fond", "17", "f."), part("opis", "2", "op.")]),
        ],
    ),
    tail(
        "AVP RF, f. 5, op. 2, d. 7. Cable no. 12, from Petrov, 3/4/1962. Translated by Anna Weber",
        sources=[
            ArchivalSource(
                Repository(acronym="AVP RF"),
                [
                    part("fond", "5", "f."),
                    part("opis", "2", "op."),
                    part("delo", "7", "d."),
                    part("item", "Cable no. 12, from Petrov, 3/4/1962"),
                ],
                text="AVP RF, f. 5, op. 2, d. 7. Cable no. 12, from Petrov, 3/4/1962",
            )
        ],
        provenance=[Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber")],
    ),
    tail(
        "HDA SBU, f. 16, op. 1, spr. 90, ark. 12-15",
        sources=[
            ArchivalSource(
                Repository(acronym="HDA SBU"),
                [
                    part("fond", "16", "f."),
                    part("opis", "1", "op."),
                    part("delo", "90", "spr."),
                    part("list", "12-15", "ark."),
                ],
            )
        ],
    ),
    # --- other countries
    tail(
        "BArch, B 136/5900, 403-410",
        sources=[
            ArchivalSource(Repository(acronym="BArch"), [part("shelfmark", "B 136/5900"), part("page", "403-410")])
        ],
    ),
    tail(
        "SAPMO-BArch, DY 30/J IV 2/2/3600",
        sources=[ArchivalSource(Repository(acronym="SAPMO-BArch"), [part("shelfmark", "DY 30/J IV 2/2/3600")])],
    ),
    tail(
        "BStU, MfS, HA II, Nr. 30600, Bl. 12-14",
        sources=[
            ArchivalSource(
                Repository(acronym="BStU"),
                [
                    part("shelfmark", "MfS"),
                    part("shelfmark", "HA II"),
                    part("shelfmark", "30600", "Nr."),
                    part("page", "12-14", "Bl."),
                ],
            )
        ],
    ),
    tail(
        "MOL, XIX-J-1-j Korea, 2. doboz, 2/b, 001100/1/1955",
        sources=[
            ArchivalSource(
                Repository(acronym="MOL"),
                [
                    part("shelfmark", "XIX-J-1-j Korea"),
                    part("box", "2", "doboz"),
                    part("shelfmark", "2/b"),
                    part("shelfmark", "001100/1/1955"),
                ],
                text="MOL, XIX-J-1-j Korea, 2. doboz, 2/b, 001100/1/1955",
            )
        ],
    ),
    tail(
        "MNL OL, 288. f. 5. cs. 300. ő.e.",
        sources=[
            ArchivalSource(
                Repository(acronym="MNL OL"),
                [part("fond", "288", "f."), part("series", "5", "cs."), part("unit", "300", "ő.e.")],
                text="MNL OL, 288. f. 5. cs. 300. ő.e.",
            )
        ],
    ),
    tail(
        "Szyfrogramy from Hawana 1961, 6/70 w-80 t-1200, Polish Foreign Ministry Archive (AMSZ), Warsaw",
        sources=[
            ArchivalSource(
                Repository(name="Polish Foreign Ministry Archive", acronym="AMSZ", place="Warsaw"),
                [part("shelfmark", "Szyfrogramy from Hawana 1961"), part("shelfmark", "6/70 w-80 t-1200")],
                text="Szyfrogramy from Hawana 1961, 6/70 w-80 t-1200, Polish Foreign Ministry Archive (AMSZ), Warsaw",
            )
        ],
    ),
    tail(
        "AMSZ, z. 12, w. 46, t. 1074",
        sources=[
            ArchivalSource(
                Repository(acronym="AMSZ"),
                [part("fond", "12", "z."), part("bundle", "46", "w."), part("folder", "1074", "t.")],
            )
        ],
    ),
    tail(
        "Archiwum Akt Nowych (AAN), Warsaw, KC PZPR, sygn. XI A/88, k. 12-15",
        sources=[
            ArchivalSource(
                Repository(name="Archiwum Akt Nowych", acronym="AAN", place="Warsaw"),
                [part("shelfmark", "KC PZPR"), part("shelfmark", "XI A/88", "sygn."), part("page", "12-15", "k.")],
            )
        ],
    ),
    tail(
        "National Archives, Prague (NA), CC CPCz, fond 02/1, sv. 29, ar.j. 30",
        sources=[
            ArchivalSource(
                Repository(name="National Archives", acronym="NA", place="Prague"),
                [
                    part("shelfmark", "CC CPCz"),
                    part("fond", "02/1", "fond"),
                    part("bundle", "29", "sv."),
                    part("unit", "30", "ar.j."),
                ],
                text="National Archives, Prague (NA), CC CPCz, fond 02/1, sv. 29, ar.j. 30",
            )
        ],
    ),
    tail(
        "Central State Archive, Sofia, Fond 1-B, Opis 64, A.E. 300",
        sources=[
            ArchivalSource(
                Repository(name="Central State Archive", place="Sofia"),
                [part("fond", "1-B", "Fond"), part("opis", "64", "Opis"), part("unit", "300", "A.E.")],
            )
        ],
    ),
    tail(
        "National Archives of Ruritania, Bucharest, Collection: Party Committee, Foreign Section, Folder 23/1970",
        sources=[
            ArchivalSource(
                Repository(name="National Archives of Ruritania", place="Bucharest"),
                [
                    part("collection", "Party Committee", "Collection"),
                    part("shelfmark", "Foreign Section"),
                    part("folder", "23/1970", "Folder"),
                ],
                text="National Archives of Ruritania, Bucharest, Collection: Party Committee, Foreign Section, Folder 23/1970",
            )
        ],
    ),
    tail(
        "Telegrams—Havana—1962 (7 á XII), (Cx 300), Ministry of External Relations Archives, Brasilia, Brazil",
        sources=[
            ArchivalSource(
                Repository(name="Ministry of External Relations Archives", place="Brasilia, Brazil"),
                [part("shelfmark", "Telegrams—Havana—1962 (7 á XII)"), part("box", "300", "Cx")],
                text="Telegrams—Havana—1962 (7 á XII), (Cx 300), Ministry of External Relations Archives, Brasilia, Brazil",
            )
        ],
    ),
    tail(
        "PRC FMA 207-00080-02, 41-62",
        sources=[
            ArchivalSource(
                Repository(acronym="PRC FMA"),
                [part("shelfmark", "207-00080-02"), part("page", "41-62")],
                text="PRC FMA 207-00080-02, 41-62",
            )
        ],
    ),
    tail(
        "Shanghai Municipal Archives, Shanghai, B242-1-1200, 5-9",
        sources=[
            ArchivalSource(
                Repository(name="Shanghai Municipal Archives", place="Shanghai"),
                [part("shelfmark", "B242-1-1200"), part("page", "5-9")],
            )
        ],
    ),
    tail(
        "National Archives (NARA), College Park, MD, RG 59, Central Files 1967-69, Box 1234, Folder 5",
        sources=[
            ArchivalSource(
                Repository(name="National Archives", acronym="NARA", place="College Park, MD"),
                [
                    part("record_group", "59", "RG"),
                    part("collection", "Central Files 1967-69"),
                    part("box", "1234", "Box"),
                    part("folder", "5", "Folder"),
                ],
            )
        ],
    ),
    tail(
        "The National Archives (TNA), Kew, FO 371/12300",
        sources=[
            ArchivalSource(
                Repository(name="The National Archives", acronym="TNA", place="Kew"),
                [part("shelfmark", "FO 371/12300")],
            )
        ],
    ),
    tail("FO 371/12300", sources=[ArchivalSource(locator=[part("shelfmark", "FO 371/12300")])]),
    tail("File A'0390 (Microfilm)", sources=[ArchivalSource(locator=[part("file", "A'0390 (Microfilm)", "File")])]),
    tail(
        "File No. JNSG, vol. 21-1",
        sources=[ArchivalSource(locator=[part("file", "JNSG", "File No."), part("volume", "21-1", "vol.")])],
    ),
    tail(
        "Department of Foreign Affairs/6/400/8/1",
        sources=[ArchivalSource(locator=[part("shelfmark", "Department of Foreign Affairs/6/400/8/1")])],
    ),
    tail(
        "South African National Archives, Pretoria, 1/99/19, vol. 3, p. 5",
        sources=[
            ArchivalSource(
                Repository(name="South African National Archives", place="Pretoria"),
                [part("shelfmark", "1/99/19"), part("volume", "3", "vol."), part("page", "5", "p.")],
            )
        ],
    ),
    tail(
        "Israel State Archives, Jerusalem, file no.37/1964",
        sources=[
            ArchivalSource(
                Repository(name="Israel State Archives", place="Jerusalem"),
                [part("file", "37/1964", "file no.")],
                text="Israel State Archives, Jerusalem, file no.37/1964",
            )
        ],
    ),
    tail(
        "Hoover Institution Archive, Novak Papers: Notepad 15.05.1989",
        sources=[
            ArchivalSource(
                Repository(name="Hoover Institution Archive"),
                [part("collection", "Novak Papers"), part("shelfmark", "Notepad 15.05.1989")],
                text="Hoover Institution Archive, Novak Papers: Notepad 15.05.1989",
            )
        ],
    ),
    tail(
        "National Security Archive, microfilm reel 12, frame 345",
        sources=[
            ArchivalSource(
                Repository(name="National Security Archive"),
                [part("reel", "12", "microfilm reel"), part("page", "345", "frame")],
            )
        ],
    ),
    tail(
        "Diplomatic Archives, Seoul, Registration number 5500, Roll D-0032, File 12",
        sources=[
            ArchivalSource(
                Repository(name="Diplomatic Archives", place="Seoul"),
                [
                    part("shelfmark", "5500", "Registration number"),
                    part("reel", "D-0032", "Roll"),
                    part("file", "12", "File"),
                ],
            )
        ],
    ),
    tail(
        'National Archives of India, New Delhi, "Korea, 1950, part two", 60. doboz',
        sources=[
            ArchivalSource(
                Repository(name="National Archives of India", place="New Delhi"),
                [part("shelfmark", "Korea, 1950, part two"), part("box", "60", "doboz")],
                text='National Archives of India, New Delhi, "Korea, 1950, part two", 60. doboz',
            )
        ],
    ),
    tail(
        "State Records Agency (SRA), Warsaw, Box 3",
        sources=[
            ArchivalSource(
                Repository(name="State Records Agency", acronym="SRA", place="Warsaw"), [part("box", "3", "Box")]
            )
        ],
    ),
    tail(
        "Central Military Record (VÚA), fond 5",
        sources=[
            ArchivalSource(Repository(name="Central Military Record", acronym="VÚA"), [part("fond", "5", "fond")])
        ],
    ),
    # --- published
    tail(
        "Selected Manuscripts (Xuanji, Part One), vol. 1 (Beijing: Wenxian chubanshe, 2005), 30-37. Translated for CWIHP by Anna Weber.",
        sources=[
            PublishedSource(
                title="Selected Manuscripts (Xuanji, Part One)",
                volume="vol. 1",
                place="Beijing",
                publisher="Wenxian chubanshe",
                year="2005",
                pages="30-37",
            )
        ],
        provenance=[
            Provenance(
                "translated", [Agent("Anna Weber")], on_behalf_of="CWIHP", text="Translated for CWIHP by Anna Weber"
            )
        ],
    ),
    tail(
        "Jan Novak, Life and Reforms, Vol. 2 (Moscow: Novosti, 1995), pp. 435-440",
        sources=[
            PublishedSource(
                authors=["Jan Novak"],
                title="Life and Reforms",
                volume="Vol. 2",
                place="Moscow",
                publisher="Novosti",
                year="1995",
                pages="pp. 435-440",
            )
        ],
    ),
    tail(
        "Institute of Party History, ed., Collected Notes, vol. 7 (Beijing: Wenxian chubanshe, 1992), 326-327",
        sources=[
            PublishedSource(
                editors=["Institute of Party History"],
                title="Collected Notes",
                volume="vol. 7",
                place="Beijing",
                publisher="Wenxian chubanshe",
                year="1992",
                pages="326-327",
            )
        ],
    ),
    tail(
        "\"The 'Lost' Letter,\" in Jan Novak and Anna Weber, eds., Brothers (Stanford: Hill Press, 1998), pp. 20-30",
        sources=[
            PublishedSource(
                editors=["Jan Novak", "Anna Weber"],
                title="The 'Lost' Letter",
                container_title="Brothers",
                place="Stanford",
                publisher="Hill Press",
                year="1998",
                pages="pp. 20-30",
                text="\"The 'Lost' Letter,\" in Jan Novak and Anna Weber, eds., Brothers (Stanford: Hill Press, 1998), pp. 20-30",
            )
        ],
    ),
    tail(
        'Jan Novak, "The Letter," Cold War Bulletin 8-9 (Winter 1996/97), 270',
        sources=[
            PublishedSource(
                authors=["Jan Novak"],
                title="The Letter",
                container_title="Cold War Bulletin",
                volume="8-9",
                year="Winter 1996/97",
                pages="270",
                text='Jan Novak, "The Letter," Cold War Bulletin 8-9 (Winter 1996/97), 270',
            )
        ],
    ),
    tail(
        "Jan Novak, The Long Talk, trans. Anna Weber (London: Verso, 1990), 45",
        sources=[
            PublishedSource(
                authors=["Jan Novak"],
                title="The Long Talk",
                place="London",
                publisher="Verso",
                year="1990",
                pages="45",
                text="Jan Novak, The Long Talk, trans. Anna Weber (London: Verso, 1990), 45",
            )
        ],
    ),
    tail(
        "APRF: F. 39, Ll. 54-58. Reprinted in Jan Novak, Ivan Petrov and Anna Weber, Sbornik Dokumentov, Vol. 5, Book 2, 1946-February 1950 (Moscow: Mysl, 2005), pp. 11-14. Translated for CWIHP by Tom Hill.",
        sources=[
            ArchivalSource(
                Repository(acronym="APRF"),
                [part("fond", "39", "F."), part("list", "54-58", "Ll.")],
                text="APRF: F. 39, Ll. 54-58",
            )
        ],
        provenance=[
            Provenance(
                "reprinted",
                publication=PublishedSource(
                    authors=["Jan Novak", "Ivan Petrov", "Anna Weber"],
                    title="Sbornik Dokumentov",
                    volume="Vol. 5, Book 2, 1946-February 1950",
                    place="Moscow",
                    publisher="Mysl",
                    year="2005",
                    pages="pp. 11-14",
                    text="Jan Novak, Ivan Petrov and Anna Weber, Sbornik Dokumentov, Vol. 5, Book 2, 1946-February 1950 (Moscow: Mysl, 2005), pp. 11-14",
                ),
                text="Reprinted in Jan Novak, Ivan Petrov and Anna Weber, Sbornik Dokumentov, Vol. 5, Book 2, 1946-February 1950 (Moscow: Mysl, 2005), pp. 11-14",
            ),
            Provenance(
                "translated", [Agent("Tom Hill")], on_behalf_of="CWIHP", text="Translated for CWIHP by Tom Hill"
            ),
        ],
    ),
    tail(
        "RGANI. Excerpts from this conversation are also produced in Jan Novak, Works, Vol. 14, and in Jan Novak, Answers, pp. 881-883. Translated by Tom Hill.",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "reprinted",
                publication=PublishedSource(authors=["Jan Novak"], title="Works", volume="Vol. 14"),
                text="Excerpts from this conversation are also produced in Jan Novak, Works, Vol. 14",
            ),
            Provenance(
                "reprinted",
                publication=PublishedSource(authors=["Jan Novak"], title="Answers", pages="pp. 881-883"),
                text="in Jan Novak, Answers, pp. 881-883",
            ),
            Provenance("translated", [Agent("Tom Hill")], text="Translated by Tom Hill"),
        ],
    ),
    # --- provenance
    tail(
        "RGANI; copy obtained by NHK (Japanese Television), provided to CWIHP, and on file at National Security Archive, Washington, D.C.; translation by Jan Novak",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "obtained", [Agent("NHK", "Japanese Television")], text="copy obtained by NHK (Japanese Television)"
            ),
            Provenance("provided", recipients=[Agent("CWIHP")], text="provided to CWIHP"),
            Provenance(
                "held",
                [Agent("National Security Archive")],
                place="Washington, D.C.",
                text="on file at National Security Archive, Washington, D.C.",
            ),
            Provenance("translated", [Agent("Jan Novak")], text="translation by Jan Novak"),
        ],
    ),
    tail(
        "RGANI, copy courtesy of NSA; translation from Russian by Mark H. Hill",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("provided", [Agent("NSA")], text="copy courtesy of NSA"),
            Provenance(
                "translated",
                [Agent("Mark H. Hill")],
                from_language=Language("Russian", "ru"),
                text="translation from Russian by Mark H. Hill",
            ),
        ],
    ),
    tail(
        "RGANI; copy on file at National Security Archive; obtained and translated by NHK television",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("held", [Agent("National Security Archive")], text="copy on file at National Security Archive"),
            Provenance("obtained", [Agent("NHK television")], text="obtained and translated by NHK television"),
            Provenance("translated", [Agent("NHK television")], text="obtained and translated by NHK television"),
        ],
    ),
    tail(
        "RGANI, special declassification, April 2002. Translated by Anna Weber of the National Security Archive",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("declassified", date=Date("April 2002", "2002-04"), text="special declassification, April 2002"),
            Provenance(
                "translated",
                [Agent("Anna Weber", "National Security Archive")],
                text="Translated by Anna Weber of the National Security Archive",
            ),
        ],
    ),
    tail(
        "Provided to the National Security Archive/Anna Weber by Jan Novak. With permission of the National Security Archive. Translated by Tom Hill",
        provenance=[
            Provenance(
                "provided",
                [Agent("Jan Novak")],
                recipients=[Agent("National Security Archive"), Agent("Anna Weber")],
                text="Provided to the National Security Archive/Anna Weber by Jan Novak",
            ),
            Provenance(
                "permitted",
                [Agent("National Security Archive")],
                text="With permission of the National Security Archive",
            ),
            Provenance("translated", [Agent("Tom Hill")], text="Translated by Tom Hill"),
        ],
    ),
    tail(
        "RGANI. Translated from German for CWIHP/NKIDP/NPIHP by Bernd Hill",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "translated",
                [Agent("Bernd Hill")],
                on_behalf_of="CWIHP/NKIDP/NPIHP",
                from_language=Language("German", "de"),
                text="Translated from German for CWIHP/NKIDP/NPIHP by Bernd Hill",
            )
        ],
    ),
    tail(
        "RGANI. Obtained by Jan Novak (GWU) and translated by Anna Weber (Troy University)",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("obtained", [Agent("Jan Novak", "GWU")], text="Obtained by Jan Novak (GWU)"),
            Provenance(
                "translated",
                [Agent("Anna Weber", "Troy University")],
                text="translated by Anna Weber (Troy University)",
            ),
        ],
    ),
    tail(
        "RGANI. Obtained by Jan Novak, translated by Tom Hill and Anna Weber",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("obtained", [Agent("Jan Novak")], text="Obtained by Jan Novak"),
            Provenance(
                "translated", [Agent("Tom Hill"), Agent("Anna Weber")], text="translated by Tom Hill and Anna Weber"
            ),
        ],
    ),
    tail(
        "RGANI. Contributed, transcribed, and translated by Tom O'Neill",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "contributed", [Agent("Tom O'Neill")], text="Contributed, transcribed, and translated by Tom O'Neill"
            ),
            Provenance(
                "transcribed", [Agent("Tom O'Neill")], text="Contributed, transcribed, and translated by Tom O'Neill"
            ),
            Provenance(
                "translated", [Agent("Tom O'Neill")], text="Contributed, transcribed, and translated by Tom O'Neill"
            ),
        ],
    ),
    tail(
        "RGANI. Translated and edited by Maria de la Cruz, Nguyễn Văn An, and K.[udryavtsev]",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "translated",
                [Agent("Maria de la Cruz"), Agent("Nguyễn Văn An"), Agent("K.[udryavtsev]")],
                text="Translated and edited by Maria de la Cruz, Nguyễn Văn An, and K.[udryavtsev]",
            ),
            Provenance(
                "edited",
                [Agent("Maria de la Cruz"), Agent("Nguyễn Văn An"), Agent("K.[udryavtsev]")],
                text="Translated and edited by Maria de la Cruz, Nguyễn Văn An, and K.[udryavtsev]",
            ),
        ],
    ),
    tail(
        "RGANI; translation by Jan Novak slightly revised",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("translated", [Agent("Jan Novak")], text="translation by Jan Novak"),
            Provenance("revised", text="slightly revised"),
        ],
    ),
    tail(
        "RGANI. Document obtained by the Institute for Contemporary History, Academy of Sciences, Prague; compiled by Anna Weber",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "obtained",
                [Agent("Institute for Contemporary History, Academy of Sciences")],
                place="Prague",
                text="Document obtained by the Institute for Contemporary History, Academy of Sciences, Prague",
            ),
            Provenance("compiled", [Agent("Anna Weber")], text="compiled by Anna Weber"),
        ],
    ),
    tail(
        "RGANI, original in Russian. Translated by Anna Weber, Troy University",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("other", text="original in Russian"),
            Provenance(
                "translated", [Agent("Anna Weber", "Troy University")], text="Translated by Anna Weber, Troy University"
            ),
        ],
    ),
    tail(
        "RGANI. Obtained for NKIDP by Henry Novak Jr., declassified 12 May 2009",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "obtained",
                [Agent("Henry Novak Jr.")],
                on_behalf_of="NKIDP",
                text="Obtained for NKIDP by Henry Novak Jr.",
            ),
            Provenance("declassified", date=Date("12 May 2009", "2009-05-12"), text="declassified 12 May 2009"),
        ],
    ),
    tail(
        "RGANI. Translated by St. John Hill with permission of the Gorbachev Foundation, Moscow",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("translated", [Agent("St. John Hill")], text="Translated by St. John Hill"),
            Provenance(
                "permitted",
                [Agent("Gorbachev Foundation")],
                place="Moscow",
                text="with permission of the Gorbachev Foundation, Moscow",
            ),
        ],
    ),
    tail(
        "RGANI, http://www.example.org/archive/5.pdf, f. 5. Translated by Anna Weber. http://digitalarchive.wilsoncenter.org/document/112600",
        sources=[
            ArchivalSource(
                Repository(acronym="RGANI"),
                [part("shelfmark", "http://www.example.org/archive/5.pdf"), part("fond", "5", "f.")],
            )
        ],
        provenance=[Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber")],
        url="http://digitalarchive.wilsoncenter.org/document/112600",
    ),
    # --- URL and bare strings
    tail(
        "RGANI. Translated by Anna Weber <https://digitalarchive.wilsoncenter.org/document/112 600>",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber")],
        url="https://digitalarchive.wilsoncenter.org/document/112600",
    ),
    tail(
        "RGANI. Translated by Anna Weber. <https://digitalarchive.wilsoncenter.org/document/note-weber-novak>",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber")],
        url="https://digitalarchive.wilsoncenter.org/document/note-weber-novak",
    ),
    whole(
        "RGANI, f. 5, op. 49, d. 130, ll. 193-194. Translated by Anna Weber.",
        sources=[
            ArchivalSource(
                Repository(acronym="RGANI"),
                [
                    part("fond", "5", "f."),
                    part("opis", "49", "op."),
                    part("delo", "130", "d."),
                    part("list", "193-194", "ll."),
                ],
            )
        ],
        provenance=[Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber")],
    ),
    whole(
        "[Source: RGASPI, fond 17, opis 160, list 24; obtained by Jan Novak.]",
        sources=[
            ArchivalSource(
                Repository(acronym="RGASPI"),
                [part("fond", "17", "fond"), part("opis", "160", "opis"), part("list", "24", "list")],
            )
        ],
        provenance=[Provenance("obtained", [Agent("Jan Novak")], text="obtained by Jan Novak")],
    ),
    whole(
        "Translated by Anna Weber and edited by Jan Novak",
        provenance=[
            Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber"),
            Provenance("edited", [Agent("Jan Novak")], text="edited by Jan Novak"),
        ],
    ),
    whole(
        "Private collection of Jan Novak. Translated by Anna Weber; quoth zzxy",
        sources=[OtherSource("Private collection of Jan Novak")],
        provenance=[
            Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber"),
            Provenance("other", text="quoth zzxy"),
        ],
    ),
]

#: Forms in which one part is often read by another: a newspaper by its day, a journal by its number, "s." by "n.".
FURTHER = [
    # --- labels of more countries
    tail(
        "HDA SBU, fond 16, opys 7, sprava 12, ark. 4-6",
        sources=[
            ArchivalSource(
                Repository(acronym="HDA SBU"),
                [
                    part("fond", "16", "fond"),
                    part("opis", "7", "opys"),
                    part("delo", "12", "sprava"),
                    part("list", "4-6", "ark."),
                ],
            )
        ],
    ),
    tail(
        "RGANI, f. 89, per. 4, dok. 12",
        sources=[
            ArchivalSource(
                Repository(acronym="RGANI"),
                [part("fond", "89", "f."), part("opis", "4", "per."), part("document", "12", "dok.")],
            )
        ],
    ),
    tail(
        "Mongolian Labor Party (MLP) Archive, fond 4, dans 7, kh/n 12b, kh. 3-9",
        sources=[
            ArchivalSource(
                Repository(name="Mongolian Labor Party (MLP) Archive"),
                [
                    part("fond", "4", "fond"),
                    part("opis", "7", "dans"),
                    part("unit", "12b", "kh/n"),
                    part("page", "3-9", "kh."),
                ],
            )
        ],
    ),
    tail(
        "AMSZ, Warsaw. zespol 10, wiazka 3, teczka 41",
        sources=[
            ArchivalSource(
                Repository(acronym="AMSZ", place="Warsaw"),
                [part("fond", "10", "zespol"), part("bundle", "3", "wiazka"), part("folder", "41", "teczka")],
                text="AMSZ, Warsaw. zespol 10, wiazka 3, teczka 41",
            )
        ],
    ),
    tail(
        "NA ČR, sv. 7, a. j. 12, bod 2",
        sources=[
            ArchivalSource(
                Repository(acronym="NA ČR"),
                [part("bundle", "7", "sv."), part("unit", "12", "a. j."), part("item", "2", "bod")],
            )
        ],
    ),
    tail(
        "Latvian State Archive (LVA), Riga, 101. f., 7. apr., 12. l., 3. lp",
        sources=[
            ArchivalSource(
                Repository(name="Latvian State Archive", acronym="LVA", place="Riga"),
                [
                    part("fond", "101", "f."),
                    part("opis", "7", "apr."),
                    part("delo", "12", "l."),
                    part("page", "3", "lp"),
                ],
                text="Latvian State Archive (LVA), Riga, 101. f., 7. apr., 12. l., 3. lp",
            )
        ],
    ),
    tail(
        "Estonian State Archives (ERAF), f. 7SM, n. 1, s. 41, l. 3",
        sources=[
            ArchivalSource(
                Repository(name="Estonian State Archives", acronym="ERAF"),
                [part("fond", "7SM", "f."), part("opis", "1", "n."), part("delo", "41", "s."), part("list", "3", "l.")],
            )
        ],
    ),
    tail(
        "Lithuanian Special Archives, F. K-7, ap. 3, b. 41, l. 3",
        sources=[
            ArchivalSource(
                Repository(name="Lithuanian Special Archives"),
                [
                    part("fond", "K-7", "F."),
                    part("opis", "3", "ap."),
                    part("delo", "41", "b."),
                    part("list", "3", "l."),
                ],
            )
        ],
    ),
    tail(
        "Nationaal Archief, The Hague, 2.05.11, inv. nr. 1650",
        sources=[
            ArchivalSource(
                Repository(name="Nationaal Archief", place="The Hague"),
                [part("shelfmark", "2.05.11"), part("item", "1650", "inv. nr.")],
            )
        ],
    ),
    tail(
        "ROK Diplomatic Archives, Microfilm D-06-0010, File 7, Frames 13-19",
        sources=[
            ArchivalSource(
                Repository(name="ROK Diplomatic Archives"),
                [part("reel", "D-06-0010", "Microfilm"), part("file", "7", "File"), part("page", "13-19", "Frames")],
            )
        ],
    ),
    tail(
        "RGANI, rolik 440, f. 5, op. 30",
        sources=[
            ArchivalSource(
                Repository(acronym="RGANI"),
                [part("reel", "440", "rolik"), part("fond", "5", "f."), part("opis", "30", "op.")],
            )
        ],
    ),
    tail(
        "MOL, XIX-J-1-j. Korea, 1977, 7. t, 003/1",
        sources=[
            ArchivalSource(
                Repository(acronym="MOL"),
                [
                    part("shelfmark", "XIX-J-1-j"),
                    part("shelfmark", "Korea"),
                    part("year", "1977"),
                    part("shelfmark", "7", "t"),
                    part("shelfmark", "003/1"),
                ],
                text="MOL, XIX-J-1-j. Korea, 1977, 7. t, 003/1",
            )
        ],
    ),
    # --- what a value may be
    tail(
        "NAI, MEA, Ext. Aff., File No. HI/12(13)/66",
        sources=[
            ArchivalSource(
                Repository(acronym="NAI"),
                [part("shelfmark", "MEA"), part("shelfmark", "Ext. Aff."), part("file", "HI/12(13)/66", "File No.")],
            )
        ],
    ),
    tail(
        'Ronald Reagan Library, Folder "China 1984 (4 of 6)", Box 6',
        sources=[
            ArchivalSource(
                Repository(name="Ronald Reagan Library"),
                [part("folder", "China 1984 (4 of 6)", "Folder"), part("box", "6", "Box")],
                text='Ronald Reagan Library, Folder "China 1984 (4 of 6)", Box 6',
            )
        ],
    ),
    tail(
        "RGANI, f. 3; File: “Novak, Korea,” Box 7",
        sources=[
            ArchivalSource(Repository(acronym="RGANI"), [part("fond", "3", "f.")]),
            ArchivalSource(
                None,
                [part("file", "Novak, Korea", "File"), part("box", "7", "Box")],
                text="File: “Novak, Korea,” Box 7",
            ),
        ],
    ),
    tail(
        "AHMRE, Boletín Secreto No. 14",
        sources=[ArchivalSource(Repository(acronym="AHMRE"), [part("shelfmark", "14", "Boletín Secreto No.")])],
    ),
    tail(
        "Diplomatic Archives of the Ministry of Foreign Affairs of Japan, 2010-640, H22-004",
        sources=[
            ArchivalSource(
                Repository(name="Diplomatic Archives of the Ministry of Foreign Affairs of Japan"),
                [part("shelfmark", "2010-640"), part("shelfmark", "H22-004")],
            )
        ],
    ),
    tail(
        "MOL. XIX-J-1-j India",
        sources=[
            ArchivalSource(
                Repository(acronym="MOL"), [part("shelfmark", "XIX-J-1-j India")], text="MOL. XIX-J-1-j India"
            )
        ],
    ),
    tail(
        "MOL, XIX-J-1-j India, 60-4, 1974, 003561/1974",
        sources=[
            ArchivalSource(
                Repository(acronym="MOL"),
                [
                    part("shelfmark", "XIX-J-1-j India"),
                    part("shelfmark", "60-4"),
                    part("year", "1974"),
                    part("shelfmark", "003561/1974"),
                ],
            )
        ],
    ),
    tail(
        "RGASPI, f. 8, op. 2, d. 12, ll. 5-8 and d. 13, l. 3",
        sources=[
            ArchivalSource(
                Repository(acronym="RGASPI"),
                [
                    part("fond", "8", "f."),
                    part("opis", "2", "op."),
                    part("delo", "12", "d."),
                    part("list", "5-8", "ll."),
                    part("delo", "13", "d."),
                    part("list", "3", "l."),
                ],
                text="RGASPI, f. 8, op. 2, d. 12, ll. 5-8 and d. 13, l. 3",
            )
        ],
    ),
    # --- repositories
    tail(
        "Novak Archive, Orimattila, Finland, file 7",
        sources=[
            ArchivalSource(Repository(name="Novak Archive", place="Orimattila, Finland"), [part("file", "7", "file")])
        ],
    ),
    tail(
        "Hill Archives, Stanford University, Box 7",
        sources=[ArchivalSource(Repository(name="Hill Archives, Stanford University"), [part("box", "7", "Box")])],
    ),
    tail(
        "Archiv der Arbeit (ADA), Novak-Stiftung, Bonn, 1/7",
        sources=[
            ArchivalSource(
                Repository(name="Archiv der Arbeit", acronym="ADA", place="Bonn"),
                [part("shelfmark", "Novak-Stiftung"), part("shelfmark", "1/7")],
                text="Archiv der Arbeit (ADA), Novak-Stiftung, Bonn, 1/7",
            )
        ],
    ),
    tail(
        "Archivo Histórico Novak, SRE, Mexico City",
        sources=[ArchivalSource(Repository(name="Archivo Histórico Novak, SRE", place="Mexico City"))],
    ),
    tail(
        "Dar al-Novak (Egyptian National Archives), Cairo, 0078-04840",
        sources=[
            ArchivalSource(
                Repository(name="Dar al-Novak (Egyptian National Archives)", place="Cairo"),
                [part("shelfmark", "0078-04840")],
            )
        ],
    ),
    tail(
        "Vietnam National Archives Center 3, Hanoi, 870",
        sources=[
            ArchivalSource(
                Repository(name="Vietnam National Archives Center 3", place="Hanoi"), [part("shelfmark", "870")]
            )
        ],
    ),
    tail(
        "MZV Archive, Prague, k. 1, obal 5",
        sources=[
            ArchivalSource(
                Repository(name="MZV Archive", place="Prague"), [part("box", "1", "k."), part("folder", "5", "obal")]
            )
        ],
    ),
    tail(
        "United Nations Archives, S-0870-0003, New York, NY",
        sources=[
            ArchivalSource(
                Repository(name="United Nations Archives", place="New York, NY"),
                [part("shelfmark", "S-0870-0003")],
                text="United Nations Archives, S-0870-0003, New York, NY",
            )
        ],
    ),
    # --- published
    tail(
        "Foreign Affairs of Nowhere, 1961-1963, Volume XIV, The Crisis, 1961-1962 (Boston: Hill Press, 1993), Document 8",
        sources=[
            PublishedSource(
                title="The Crisis, 1961-1962",
                container_title="Foreign Affairs of Nowhere, 1961-1963",
                volume="Volume XIV",
                place="Boston",
                publisher="Hill Press",
                year="1993",
                pages="Document 8",
                text="Foreign Affairs of Nowhere, 1961-1963, Volume XIV, The Crisis, 1961-1962 (Boston: Hill Press, 1993), Document 8",
            )
        ],
    ),
    tail(
        "Jan Novak (ed.), Politica, 1954-1975: Documente [Policy, 1954-1975: Documents] (Bucharest: Hill, 2008), 89-91",
        sources=[
            PublishedSource(
                editors=["Jan Novak"],
                title="Politica, 1954-1975: Documente [Policy, 1954-1975: Documents]",
                place="Bucharest",
                publisher="Hill",
                year="2008",
                pages="89-91",
                text="Jan Novak (ed.), Politica, 1954-1975: Documente [Policy, 1954-1975: Documents] (Bucharest: Hill, 2008), 89-91",
            )
        ],
    ),
    tail(
        "From Jan Novak and Anna Weber, eds., 77 Talks, 1964-1977, Working Paper No. 22 (Boston: Hill Press, 1998)",
        sources=[
            PublishedSource(
                editors=["Jan Novak", "Anna Weber"],
                title="77 Talks, 1964-1977",
                container_title="Working Paper",
                volume="No. 22",
                place="Boston",
                publisher="Hill Press",
                year="1998",
                text="From Jan Novak and Anna Weber, eds., 77 Talks, 1964-1977, Working Paper No. 22 (Boston: Hill Press, 1998)",
            )
        ],
    ),
    tail(
        "Van Kien, Tap 31, 1970 [Collected Documents, Volume 31, 1970] (Hanoi: Hill Press, 2004), 11-17",
        sources=[
            PublishedSource(
                title="Van Kien",
                volume="Tap 31, 1970 [Collected Documents, Volume 31, 1970]",
                place="Hanoi",
                publisher="Hill Press",
                year="2004",
                pages="11-17",
            )
        ],
    ),
    tail(
        "Selected Works [Xuanji], Beijing: Wenxian, 1988, pp. 32-34",
        sources=[
            PublishedSource(
                title="Selected Works [Xuanji]",
                place="Beijing",
                publisher="Wenxian",
                year="1988",
                pages="pp. 32-34",
                text="Selected Works [Xuanji], Beijing: Wenxian, 1988, pp. 32-34",
            )
        ],
    ),
    tail(
        "Vestnik Arkhiva, no. 1 (1996), pp. 12-19",
        sources=[PublishedSource(title="Vestnik Arkhiva", volume="no. 1", year="1996", pages="pp. 12-19")],
    ),
    tail(
        "Renmin Ribao (People's Daily), 17 October 1964, p. 1",
        sources=[
            PublishedSource(
                title="Renmin Ribao (People's Daily)",
                year="17 October 1964",
                pages="p. 1",
                text="Renmin Ribao (People's Daily), 17 October 1964, p. 1",
            )
        ],
    ),
    tail(
        '"The Quarrel," Rodong Sinmun, June 24, 1973',
        sources=[
            PublishedSource(
                title="The Quarrel",
                container_title="Rodong Sinmun",
                year="June 24, 1973",
                text='"The Quarrel," Rodong Sinmun, June 24, 1973',
            )
        ],
    ),
    tail(
        "FRUS, 1969-1976, vol. XIV, doc. 10",
        sources=[PublishedSource(title="FRUS, 1969-1976", volume="vol. XIV", pages="doc. 10")],
    ),
    # --- provenance
    tail(
        "RGANI. Obtained by Jan Novak, with translation by Anna Weber",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("obtained", [Agent("Jan Novak")], text="Obtained by Jan Novak"),
            Provenance("translated", [Agent("Anna Weber")], text="translation by Anna Weber"),
        ],
    ),
    tail(
        "RGANI. Translated on behalf of the Hill Project (HP) by Anna Weber",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "translated",
                [Agent("Anna Weber")],
                on_behalf_of="Hill Project (HP)",
                text="Translated on behalf of the Hill Project (HP) by Anna Weber",
            )
        ],
    ),
    tail(
        "RGANI. Translated by Anna Weber with assistance from Jan Novak",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "translated",
                [Agent("Anna Weber"), Agent("Jan Novak")],
                text="Translated by Anna Weber with assistance from Jan Novak",
            )
        ],
    ),
    tail(
        "RGANI. Translated by Anna Weber with permission",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber"),
            Provenance("permitted", text="with permission"),
        ],
    ),
    tail(
        "RGANI. Provided by the Hill Center's Russia and Eurasia Program",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "provided",
                [Agent("Hill Center's Russia and Eurasia Program")],
                text="Provided by the Hill Center's Russia and Eurasia Program",
            )
        ],
    ),
    tail(
        "RGANI. Copy in the possession of the National Security Archive",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "held",
                [Agent("National Security Archive")],
                text="Copy in the possession of the National Security Archive",
            )
        ],
    ),
    tail(
        "RGANI. Collected by Jan Novak. Transl. by Anna Weber",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("obtained", [Agent("Jan Novak")], text="Collected by Jan Novak"),
            Provenance("translated", [Agent("Anna Weber")], text="Transl. by Anna Weber"),
        ],
    ),
    tail(
        'RGANI. Included in the document reader for the conference "The Crisis at 50," October 2012',
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "other", text='Included in the document reader for the conference "The Crisis at 50," October 2012'
            )
        ],
    ),
    tail(
        "RGANI,f. 5.Translated by Anna Weber.https://digitalarchive.wilsoncenter.org/document/112600",
        sources=[ArchivalSource(Repository(acronym="RGANI"), [part("fond", "5", "f.")], text="RGANI,f. 5")],
        provenance=[Provenance("translated", [Agent("Anna Weber")], text="Translated by Anna Weber")],
        url="https://digitalarchive.wilsoncenter.org/document/112600",
    ),
    # --- offices, series and clauses of more kinds
    tail(
        "AVPRF, Fond 0742, Por 4, ll. 3-5 oborot",
        sources=[
            ArchivalSource(
                Repository(acronym="AVPRF"),
                [part("fond", "0742", "Fond"), part("portfel", "4", "Por"), part("list", "3-5 oborot", "ll.")],
            )
        ],
    ),
    tail(
        "NAI, F. No. WII/104, vol. I",
        sources=[
            ArchivalSource(Repository(acronym="NAI"), [part("file", "WII/104", "F. No."), part("volume", "I", "vol.")])
        ],
    ),
    tail(
        "NMML, P.N. Novak Papers, III Inst., S.F. 290",
        sources=[
            ArchivalSource(
                Repository(acronym="NMML"),
                [part("collection", "P.N. Novak Papers"), part("shelfmark", "III Inst."), part("file", "290", "S.F.")],
            )
        ],
    ),
    tail(
        "Comisión Nacional de Novak (CNN), Buenos Aires, Expte. 1123/83",
        sources=[
            ArchivalSource(
                Repository(name="Comisión Nacional de Novak", acronym="CNN", place="Buenos Aires"),
                [part("file", "1123/83", "Expte.")],
            )
        ],
    ),
    tail(
        "Novak Library, University of Hill, Berkeley, carton 3",
        sources=[
            ArchivalSource(
                Repository(name="Novak Library, University of Hill", place="Berkeley"), [part("box", "3", "carton")]
            )
        ],
    ),
    tail(
        "GARF (State Archive of the Russian Federation), op. 2",
        sources=[
            ArchivalSource(
                Repository(name="State Archive of the Russian Federation", acronym="GARF"),
                [part("opis", "2", "op.")],
                text="GARF (State Archive of the Russian Federation), op. 2",
            )
        ],
    ),
    tail(
        'Hoover Institution on War, Revolution, and Peace, Stanford, CA, Box 2, folder "Korea."',
        sources=[
            ArchivalSource(
                Repository(name="Hoover Institution on War, Revolution, and Peace", place="Stanford, CA"),
                [part("box", "2", "Box"), part("folder", "Korea", "folder")],
                text='Hoover Institution on War, Revolution, and Peace, Stanford, CA, Box 2, folder "Korea."',
            )
        ],
    ),
    tail(
        'Stiftung "Archiv der Parteien" (SAPMO), Berlin, DY 30, Bd. 4',
        sources=[
            ArchivalSource(
                Repository(name='Stiftung "Archiv der Parteien"', acronym="SAPMO", place="Berlin"),
                [part("shelfmark", "DY 30"), part("volume", "4", "Bd.")],
            )
        ],
    ),
    tail(
        "Hill Archives, Atomic Energy, Vols 1 & 2, Container 27",
        sources=[
            ArchivalSource(
                Repository(name="Hill Archives"),
                [part("shelfmark", "Atomic Energy"), part("volume", "1 & 2", "Vols"), part("box", "27", "Container")],
            )
        ],
    ),
    tail(
        'RGANI. Published in Working Paper No. 5, "The Rose"',
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "reprinted",
                publication=PublishedSource(
                    title="The Rose",
                    container_title="Working Paper",
                    volume="No. 5",
                    text='Working Paper No. 5, "The Rose"',
                ),
                text='Published in Working Paper No. 5, "The Rose"',
            )
        ],
    ),
    tail(
        "RGANI. Reprinted from Cold War Bulletin, no. 3 (Fall 1993), pp. 15-17",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "reprinted",
                publication=PublishedSource(
                    title="Cold War Bulletin", volume="no. 3", year="Fall 1993", pages="pp. 15-17"
                ),
                text="Reprinted from Cold War Bulletin, no. 3 (Fall 1993), pp. 15-17",
            )
        ],
    ),
    tail(
        "RGANI. Translated by Anna Weber, NSA",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[Provenance("translated", [Agent("Anna Weber", "NSA")], text="Translated by Anna Weber, NSA")],
    ),
    tail(
        "RGANI. Contributed by Anna Weber, Hill South Africa",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "contributed",
                [Agent("Anna Weber", "Hill South Africa")],
                text="Contributed by Anna Weber, Hill South Africa",
            )
        ],
    ),
    tail(
        "RGANI. Selected and translated by Anna Weber",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance("compiled", [Agent("Anna Weber")], text="Selected and translated by Anna Weber"),
            Provenance("translated", [Agent("Anna Weber")], text="Selected and translated by Anna Weber"),
        ],
    ),
    tail(
        "RGANI. Published by Center for Research into the Movement",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "reprinted",
                [Agent("Center for Research into the Movement")],
                text="Published by Center for Research into the Movement",
            )
        ],
    ),
    tail(
        'RGANI. Donated by Jan Novak, in "The Tapes" (Cambridge: Hill Press, 2011), pp. 40-45',
        sources=[
            ArchivalSource(Repository(acronym="RGANI")),
            PublishedSource(
                title="The Tapes",
                place="Cambridge",
                publisher="Hill Press",
                year="2011",
                pages="pp. 40-45",
                text='in "The Tapes" (Cambridge: Hill Press, 2011), pp. 40-45',
            ),
        ],
        provenance=[Provenance("provided", [Agent("Jan Novak")], text="Donated by Jan Novak")],
    ),
    tail(
        "RGANI. Published in Working Papers, no. 3 (1995), document no. 7",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "reprinted",
                publication=PublishedSource(
                    title="Working Papers", volume="no. 3", year="1995", pages="document no. 7"
                ),
                text="Published in Working Papers, no. 3 (1995), document no. 7",
            )
        ],
    ),
    tail(
        "RGANI. Copy in CWIHP archive",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[Provenance("held", [Agent("CWIHP archive")], text="Copy in CWIHP archive")],
    ),
    tail(
        "RGANI, f. 7 (original in Polish)",
        sources=[ArchivalSource(Repository(acronym="RGANI"), [part("fond", "7", "f.")])],
        provenance=[Provenance("other", text="original in Polish")],
    ),
    tail(
        "RGANI. Gift of Jan Novak",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[Provenance("provided", [Agent("Jan Novak")], text="Gift of Jan Novak")],
    ),
    tail(
        "BArch Berlin, DC 20-I/4/2150, Bl. 3-5 R",
        sources=[
            ArchivalSource(
                Repository(acronym="BArch", place="Berlin"),
                [part("shelfmark", "DC 20-I/4/2150"), part("page", "3-5 R", "Bl.")],
                text="BArch Berlin, DC 20-I/4/2150, Bl. 3-5 R",
            )
        ],
    ),
    tail(
        "ABS, Prague, f. A 34/1, inv. j. 302",
        sources=[
            ArchivalSource(
                Repository(acronym="ABS", place="Prague"),
                [part("fond", "A 34/1", "f."), part("item", "302", "inv. j.")],
            )
        ],
    ),
    tail(
        "ANIC, Fond C.C. al P.C.R. – Relații, Box 7, vol. 3",
        sources=[
            ArchivalSource(
                Repository(acronym="ANIC"),
                [
                    part("fond", "C.C. al P.C.R. – Relații", "Fond"),
                    part("box", "7", "Box"),
                    part("volume", "3", "vol."),
                ],
            )
        ],
    ),
    tail(
        "ANIC, dosar nr. 14/1964, vol. 3",
        sources=[
            ArchivalSource(
                Repository(acronym="ANIC"), [part("folder", "14/1964", "dosar nr."), part("volume", "3", "vol.")]
            )
        ],
    ),
    tail(
        "TsDA, op. 2, d. 5, a.e. 380, p. 12-18",
        sources=[
            ArchivalSource(
                Repository(acronym="TsDA"),
                [
                    part("opis", "2", "op."),
                    part("delo", "5", "d."),
                    part("unit", "380", "a.e."),
                    part("page", "12-18", "p."),
                ],
            )
        ],
    ),
    tail(
        "PRO, FCO 66/290, f. 23",
        sources=[
            ArchivalSource(Repository(acronym="PRO"), [part("shelfmark", "FCO 66/290"), part("page", "23", "f.")])
        ],
    ),
    tail(
        "CIA FOIA Reading Room, CIA-RDP79-A01",
        sources=[ArchivalSource(Repository(name="CIA FOIA Reading Room"), [part("shelfmark", "CIA-RDP79-A01")])],
    ),
    tail(
        "RGANI. Contributed by Anna Weber, Foreign and Commonwealth Office",
        sources=[ArchivalSource(Repository(acronym="RGANI"))],
        provenance=[
            Provenance(
                "contributed",
                [Agent("Anna Weber", "Foreign and Commonwealth Office")],
                text="Contributed by Anna Weber, Foreign and Commonwealth Office",
            )
        ],
    ),
    tail(
        "DASMIP, PA, dokument br. 4370",
        sources=[
            ArchivalSource(
                Repository(acronym="DASMIP"), [part("shelfmark", "PA"), part("document", "4370", "dokument br.")]
            )
        ],
    ),
    tail(
        "SRE, III-2450-7, México, D.F.",
        sources=[
            ArchivalSource(
                Repository(acronym="SRE", place="México, D.F."),
                [part("shelfmark", "III-2450-7")],
                text="SRE, III-2450-7, México, D.F.",
            )
        ],
    ),
]
