"""British spellings and their American forms."""

import re
from collections.abc import Iterator

_ISE = re.compile(r"\b([A-Za-z]+?)(is|ys)(e|es|ed|ing|er|ers|ation|ations|ational)\b")
# Verbs in -ize whose British form is unmistakable; -isation is always British.
_STEMS = frozenset(
    "author capital central commercial digital emphas final general global harmon immun industrial informat initial "
    "intellectual international legal liberal local marginal material maxim mechan mobil modern monopol national "
    "neutral normal optim organ personal popular priorit privat rational real recogn regular revital "
    "special stabil standard subsid summar symbol synchron systemat urban util visual custom critic computer character "
    "categor catal anal paral democrat electron formal homogen ideal incentiv institutional minim motor individual "
    "apolog civil colon crystall decentral econom energ fertil hospital hypothes jeopard lioni memor penal polar "
    "publici reorgan scrutin social steril structural sympath terror transistor trivial union vapor "
    "virtual weapon western".split()
)
_WORDS = {
    "behaviour": "behavior", "behaviours": "behaviors", "cancelled": "canceled",
    "cancelling": "canceling", "catalogue": "catalog", "catalogues": "catalogs", "centre": "center",
    "centred": "centered", "centres": "centers", "cheque": "check", "cheques": "checks", "colour": "color",
    "colours": "colors", "defence": "defense", "endeavour": "endeavor",
    "endeavours": "endeavors", "enrol": "enroll", "enrolment": "enrollment", "favour": "favor",
    "favourable": "favorable", "favoured": "favored", "fibre": "fiber", "fibres": "fibers", "flavour": "flavor",
    "fulfil": "fulfill", "fulfils": "fulfills", "fulfilment": "fulfillment", "grey": "gray", "harbour": "harbor",
    "honour": "honor", "instalment": "installment", "instalments": "installments", "judgement": "judgment",
    "kilometre": "kilometer", "kilometres": "kilometers", "labelled": "labeled", "labelling": "labeling",
    "labour": "labor", "licence": "license", "licences": "licenses", "litre": "liter", "manoeuvre": "maneuver",
    "metre": "meter", "metres": "meters", "modelled": "modeled", "modelling": "modeling",
    "neighbour": "neighbor", "neighbouring": "neighboring", "offence": "offense", "offences": "offenses",
    "organisation": "organization", "practise": "practice", "practised": "practiced", "pretence": "pretense",
    "programme": "program", "programmes": "programs", "rigour": "rigor", "signalling": "signaling",
    "skilful": "skillful", "sceptical": "skeptical", "theatre": "theater", "towards": "toward",
    "travelled": "traveled", "traveller": "traveler", "travellers": "travelers", "travelling": "traveling",
    "tyre": "tire", "tyres": "tires", "vigour": "vigor", "whilst": "while", "amongst": "among",
    "ageing": "aging", "artefact": "artifact", "aeroplane": "airplane", "aluminium": "aluminum",
    "counselling": "counseling", "fuelled": "fueled", "fuelling": "fueling", "marvellous": "marvelous",
    "mould": "mold", "plough": "plow", "storey": "story", "sulphur": "sulfur", "wilful": "willful",
}  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(sorted(_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)


def british(text: str) -> Iterator[tuple[int, str, str]]:
    """Every British spelling in an English text: its offset, the word, the American form."""
    for match in _WORD.finditer(text):
        yield match.start(), match[1], _like(match[1], _WORDS[match[1].lower()])
    for match in _ISE.finditer(text):
        if _is_british(match[1].lower(), match[2], match[3]):
            yield match.start(), match[0], f"{match[1]}{match[2][0]}z{match[3]}"


def _is_british(stem: str, middle: str, ending: str) -> bool:
    if middle == "ys":
        return stem in ("anal", "paral", "catal", "hydrol", "electrol") and ending in ("e", "ed", "es", "ing", "er")
    return stem in _STEMS or ending.startswith("ation")


def _like(pattern: str, word: str) -> str:
    return word.capitalize() if pattern[0].isupper() else word
