"""The four editions a reader can choose: a value handed to emitters."""

from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Locale:
    """A locale: BCP 47 tag, folder in the site, the tag of its Chinese text, its name in its own language,
    in full, short and for the narrowest screens, and the region whose letter shapes it uses."""

    tag: str
    folder: str
    chinese: str
    name: str
    short: str
    initial: str
    region: str

    @property
    def is_english(self) -> bool:
        """Whether the interface and the first text are English."""
        return self.tag == "en"

    def month(self, text: str) -> str:
        """A month written 2015-03 in words; any other text as it stands."""
        year, _, number = text.partition("-")
        if not (len(text) == len("2015-03") and year.isdecimal() and number.isdecimal()):
            return text
        return f"{MONTHS[int(number) - 1]} {year}" if self.is_english else f"{year}年{int(number)}月"

    def date(self, day: date) -> str:
        """A calendar date in full, as this locale writes it."""
        if self.is_english:
            return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
        return f"{day.year}年{day.month}月{day.day}日"


EN = Locale("en", "en", "zh-Hans", "English", "English", "EN", "cn")
ZH_HANS = Locale("zh-Hans", "zh-hans", "zh-Hans", "简体中文", "简体", "简", "cn")
ZH_HANT_TW = Locale("zh-Hant-TW", "zh-hant-tw", "zh-Hant-TW", "繁體中文（臺灣）", "繁體 臺灣", "臺", "tw")
ZH_HANT_HK = Locale("zh-Hant-HK", "zh-hant-hk", "zh-Hant-HK", "繁體中文（香港）", "繁體 香港", "港", "hk")

LOCALES = (EN, ZH_HANS, ZH_HANT_TW, ZH_HANT_HK)
SCRIPTS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


def locale_of(tag: str) -> Locale:
    """The locale with this tag; raises `KeyError` for any other."""
    return {locale.tag: locale for locale in LOCALES}[tag]
