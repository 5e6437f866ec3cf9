"""What the rules know of words, as one immutable value built from data files."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from tracker.extraction.inflection import forms
from tracker.extraction.weights import Model
from tracker.record import Modality, Stance

_FIRST_WORD = re.compile(r"\w+")
_CLASS_TAGS = {
    "determiners": "DT",
    "pronouns": "PRP",
    "possessives": "PRPS",
    "modals": "MD",
    "prepositions": "IN",
    "conjunctions": "CC",
    "relatives": "WH",
    "wh_words": "WH",
    "negations": "NEG",
    "adverbs": "RB",
    "adjectives": "JJ",
    "number_words": "CD",
    "ordinal_words": "JJ",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A country or organisation that makes measures or is their target."""

    code: str
    name: str
    adjective: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A chamber, council or commission, with the code of the place that it decides for."""

    key: str
    place: str


@dataclass(frozen=True, slots=True)
class Script:
    """A writing system, the language it is taken for, and letters that tell another of it."""

    language: str
    letters: re.Pattern[str]
    telling: dict[str, str]


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act whose targets and Congress everybody who follows it knows, by words of its title."""

    names: tuple[str, ...]
    targets: tuple[str, ...]
    congress: int | None


# Roles that fit few sentences: where they do, they go before others of as many words.
_PICKY = frozenset({"joined", "oblique"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a verb or its noun says of the measure that stands in `role`.

    `words` are the base form and the words that must follow it; `modality` is what the
    predicate itself takes away from certainty; `telling` is whether it is about a measure even
    where none stands beside it; `denied` the status that its denial tells as a fact; `denying`
    whether it tells that its status holds no more.
    """

    name: str
    words: tuple[str, ...]
    nominal: bool
    role: str
    bill: str | None
    package: str | None
    modality: Modality | None
    telling: bool
    denied: str | None = None
    denying: bool = False


Cue = tuple[frozenset[str], ...]
"""Alternatives for each word of a phrase in order; an empty set is a gap."""


@dataclass(frozen=True, slots=True)
class ThresholdRule:
    """A voting rule, the words that name it and whose it must be.

    Attributes:
        key: Name of the rule in records.
        cues: Words in order, each a set of alternatives; an empty set is a gap.
        bodies: Bodies or places whose rule it is, empty where the cue alone says so.
        stance: What a cue says where nothing near it tells more.
        unless: Words that give the cue to another rule.
        told: Whether a cue counts only beside words that tell of need, lack or success.
        required: Votes that the rule asks for, None where they vary.
    """

    key: str
    cues: tuple[Cue, ...]
    bodies: frozenset[str]
    stance: Stance
    unless: frozenset[str]
    told: bool
    required: int | None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Word lists that the extraction stages look things up in.

    Built by `tracker.lexicon.load` from the data files beside it; see `docs/extraction.md`.
    """

    words: Mapping[str, Any]
    verbs: str
    places_data: Mapping[str, Any]
    nouns: Mapping[str, Any]
    statuses: Mapping[str, Any]
    modality: Mapping[str, Any]
    thresholds: Mapping[str, Any]
    weights: Mapping[str, Any]
    people: Mapping[str, Any]
    counts: Mapping[str, Any]
    acts_data: Mapping[str, Any]
    speech_data: Mapping[str, Any]
    sectors_data: Mapping[str, Any]
    languages: Mapping[str, Any]

    @cached_property
    def closed(self) -> dict[str, str]:
        """Tag of each word of a closed class; the first class that lists a word wins."""
        found: dict[str, str] = {}
        for name, tag in _CLASS_TAGS.items():
            for word in self.words[name].split():
                found.setdefault(word, tag)
        return found

    @cached_property
    def adjectives(self) -> frozenset[str]:
        """Adjectives that the rules must be sure of."""
        return _set(self.words["adjectives"], self.words["ordinal_words"])

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """Words that a full stop may follow inside a sentence, without that stop."""
        return _set(self.words["abbreviations"])

    @cached_property
    def sentence_openers(self) -> frozenset[str]:
        """Words that, after initials, show that a new sentence has begun."""
        return _set(self.words["determiners"], self.words["pronouns"], "but and in on")

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles and offices that stand before a person's name."""
        return _set(self.words["titles"])

    @cached_property
    def known_names(self) -> frozenset[str]:
        """Lower case words that are always names, as in a headline in title case."""
        return frozenset(
            word
            for place in self.places
            for word in place.lower().split()
            if word not in self.closed and word not in self.verb_forms
        )

    @cached_property
    def verb_forms(self) -> dict[str, tuple[str, frozenset[str]]]:
        """Every verb form with its base form and possible tags."""
        collected: dict[str, tuple[str, set[str]]] = {}
        for base, past, participle, _ in _verb_lines(self.verbs):
            for form, tag in _be_forms() if base == "be" else forms(base, past, participle):
                lemma, tags = collected.setdefault(form, (base, set()))
                if lemma == base:
                    tags.add(tag)
        return {form: (lemma, frozenset(tags)) for form, (lemma, tags) in collected.items()}

    @cached_property
    def noun_verbs(self) -> frozenset[str]:
        """Base forms that are as often nouns."""
        return frozenset(base for base, _, _, noun in _verb_lines(self.verbs) if noun)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Place by each of its names and adjectives, as written."""
        found: dict[str, Place] = {}
        for code, entry in self.places_data["places"].items():
            for name in entry["names"]:
                found[name] = Place(code, name, adjective=False)
            for name in entry["adjectives"]:
                found[name] = Place(code, name, adjective=True)
        return found

    @cached_property
    def issuers(self) -> dict[str, str]:
        """Place code by the name of an agency or office that imposes sanctions for it."""
        return {name: code for code, names in self.places_data["issuers"].items() for name in names}

    @cached_property
    def bodies(self) -> dict[str, Body]:
        """Deciding body by each of its names, as written."""
        return {
            name: Body(entry["key"], entry["place"])
            for entry in self.places_data["bodies"]
            for name in entry["names"]
        }

    @cached_property
    def place_names(self) -> dict[str, tuple[tuple[str, str, str | None, bool], ...]]:
        """By first word: name, place code, body key and adjective mark, the longest first."""
        entries: dict[str, tuple[str, str | None, bool]] = {}
        for name, body in self.bodies.items():
            entries[name] = (body.place, body.key, False)
        for name, place in self.places.items():
            entries.setdefault(name, (place.code, None, place.adjective))
        for name, code in self.issuers.items():
            entries.setdefault(name, (code, None, False))
        for name in list(entries):
            # Headlines in capitals name places too; acronyms stay as they are.
            if len(name) > 4:
                entries.setdefault(name.upper(), entries[name])
        found: dict[str, list[tuple[str, str, str | None, bool]]] = {}
        for name, entry in entries.items():
            found.setdefault(_FIRST_WORD.findall(name)[0], []).append((name, *entry))
        return {
            word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()
        }

    @cached_property
    def ambiguous_places(self) -> dict[str, tuple[str, frozenset[str]]]:
        """By a name that may be a country's: its code and the words of which a text needs one."""
        return {
            name: (code, frozenset(entry["cues"]))
            for code, entry in self.places_data["ambiguous"].items()
            for name in entry["names"]
        }

    @cached_property
    def role_words(self) -> dict[str, frozenset[str]]:
        """Words and codes that tell the part of a place in a measure, by kind."""
        return {name: _set(words) for name, words in self.places_data["roles"].items()}

    @cached_property
    def states(self) -> dict[str, str]:
        """ISO 3166-2 code of each US state by its name."""
        return {name: code for code, name in self.places_data["states"].items()}

    @cached_property
    def speech(self) -> dict[str, frozenset[str]]:
        """Verbs of saying and pleading, and subjects that do not speak."""
        return {name: _set(words) for name, words in self.speech_data["speech"].items()}

    @cached_property
    def sector_of(self) -> dict[str, frozenset[str]]:
        """Sectors that each word or phrase, in lower case, tells of."""
        found: dict[str, set[str]] = {}
        for sector, words in self.sectors_data["sectors"].items():
            for word in words:
                for form in (word.lower(), word.lower() + "s"):
                    found.setdefault(form, set()).add(sector)
        return {word: frozenset(sectors) for word, sectors in found.items()}

    @cached_property
    def sector_pattern(self) -> re.Pattern[str]:
        """Matches every word of `sector_of`, the longest first."""
        words = sorted(self.sector_of, key=lambda word: (-len(word), word))
        parts = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        office = r"(?! (?:minister|ministry|secretary|department|authorization|act\b))"
        return re.compile(rf"(?i)(?<![\w-])(?:{parts})(?!\w){office}")

    @cached_property
    def reach_cues(self) -> frozenset[str]:
        """Words that show that a sentence tells what a package reaches."""
        return _set(self.sectors_data["reach"]["cues"])

    @cached_property
    def language_names(self) -> dict[str, str]:
        """English name of each language by its ISO 639-1 code."""
        return dict(self.languages["names"])

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """Writing systems other than the Latin one."""
        return tuple(
            Script(
                entry["language"],
                re.compile(f"[{''.join(entry['ranges'])}]"),
                dict(entry.get("telling", {})),
            )
            for entry in self.languages["scripts"]
        )

    @cached_property
    def languages_of(self) -> dict[str, tuple[str, ...]]:
        """Languages that each small word is of."""
        found: dict[str, tuple[str, ...]] = {}
        for code, words in self.languages["words"].items():
            for word in dict.fromkeys(words.split()):
                found[word] = (*found.get(word, ()), code)
        return found

    @cached_property
    def nicknames(self) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """By first word in lower case: the words of a nickname and the title of its act."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for nickname, title in self.nouns["nicknames"].items():
            words = tuple(nickname.lower().split())
            found.setdefault(words[0], []).append((words, title))
        return {
            word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()
        }

    @cached_property
    def known_acts(self) -> tuple[KnownAct, ...]:
        """Acts whose title does not tell whom they are against."""
        return tuple(
            KnownAct(tuple(e["names"]), tuple(e["targets"]), e.get("congress"))
            for e in self.acts_data["acts"]
        )

    def known_act(self, title: str) -> KnownAct | None:
        """The act that a title or acronym as written names, None if it is not a known one."""
        plain = title.replace("\u2019", "'").lower()
        found = self._act_pattern.findall(plain)
        # The longest name: "Global Magnitsky Act" is not the Magnitsky Act.
        return self._act_by_name[max(found, key=len)] if found else None

    @cached_property
    def _act_by_name(self) -> dict[str, KnownAct]:
        return {name.lower(): act for act in self.known_acts for name in act.names}

    @cached_property
    def _act_pattern(self) -> re.Pattern[str]:
        names = sorted(self._act_by_name, key=lambda name: (-len(name), name))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")

    @cached_property
    def predicates(self) -> dict[str, tuple[Predicate, ...]]:
        """Predicates by the base form or noun that opens them, the longest first."""
        found: dict[str, list[Predicate]] = {}
        for entry in self.statuses["predicate"]:
            for nominal, phrases in ((False, entry["verbs"]), (True, entry["nouns"])):
                for phrase in phrases:
                    words = tuple(phrase.split())
                    predicate = Predicate(
                        name=entry["name"],
                        words=words,
                        nominal=nominal,
                        role=entry["role"],
                        bill=entry.get("bill"),
                        package=entry.get("package"),
                        modality=entry.get("modality"),
                        telling=entry.get("telling", False),
                        denied=entry.get("denied"),
                        denying=entry.get("denying", False),
                    )
                    found.setdefault(words[0], []).append(predicate)
        return {
            word: tuple(sorted(rows, key=lambda row: (-len(row.words), row.role not in _PICKY)))
            for word, rows in found.items()
        }

    @cached_property
    def predicate_nouns(self) -> frozenset[str]:
        """Nouns that open a predicate ("passage of"), which no title runs over."""
        return frozenset(
            word for word, rows in self.predicates.items() if any(row.nominal for row in rows)
        )

    @cached_property
    def act_verbs(self) -> frozenset[str]:
        """Verbs that are an act of sanctioning by themselves."""
        return frozenset(verb for entry in self.statuses["act"] for verb in entry["verbs"])

    @cached_property
    def act_phrases(self) -> tuple[Cue, ...]:
        """Phrases that are one: "freeze ... assets"."""
        return tuple(_cue(phrase) for entry in self.statuses["act"] for phrase in entry["phrases"])

    @cached_property
    def act_offices(self) -> frozenset[str]:
        """Nouns for whoever made sanctions before: "the department"."""
        return frozenset(noun for entry in self.statuses["act"] for noun in entry["offices"])

    @cached_property
    def claim_model(self) -> Model:
        """Decides whether a reading of a predicate is a claim."""
        return _model(self.weights["claim"])

    @cached_property
    def measure_model(self) -> Model:
        """Decides whether the article really tells of a measure."""
        return _model(self.weights["measure"])

    @cached_property
    def threshold_rules(self) -> tuple[ThresholdRule, ...]:
        """Voting rules as the press names them."""
        return tuple(
            ThresholdRule(
                key=entry["key"],
                cues=tuple(_cue(phrase) for phrase in entry["cues"]),
                bodies=frozenset(entry.get("bodies", ())),
                stance=entry["stance"],
                unless=frozenset(entry.get("unless", "").split()),
                told=entry.get("told", False),
                required=entry.get("required"),
            )
            for entry in self.thresholds["rule"]
        )

    @cached_property
    def threshold_openers(self) -> frozenset[str]:
        """Words that begin the cue of some rule."""
        return frozenset().union(*(cue[0] for rule in self.threshold_rules for cue in rule.cues))

    @cached_property
    def threshold_stances(self) -> dict[str, frozenset[str]]:
        """Words that tell whether a rule is met, by stance."""
        return {name: _set(words) for name, words in self.thresholds["stances"].items()}

    @cached_property
    def sponsorship(self) -> dict[str, frozenset[str]]:
        """Verbs and nouns of sponsoring, by role."""
        return {name: _set(words) for name, words in self.statuses["sponsorship"].items()}

    @cached_property
    def governing_verbs(self) -> dict[str, str]:
        """Modality that a verb lends to what it governs; `transparent` changes nothing."""
        return _by_word(self.modality["verbs"])

    @cached_property
    def phrasal_verbs(self) -> dict[tuple[str, str], str]:
        """Modality of a verb together with the word after it: "rule out", "hold off"."""
        return {
            (verb, particle): kind
            for kind, phrases in self.modality["phrasal_verbs"].items()
            for verb, particle in map(str.split, phrases)
        }

    @cached_property
    def control_nouns(self) -> dict[str, str]:
        """Modality that a noun lends to its complement."""
        return _by_word(self.modality["nouns"])

    @cached_property
    def control_adjectives(self) -> dict[str, str]:
        """Modality that an adjective lends to its complement."""
        return _by_word(self.modality["adjectives"])

    @cached_property
    def modals(self) -> dict[str, str]:
        """Modality of each modal verb."""
        return _by_word(self.modality["modals"])

    @cached_property
    def embedding_verbs(self) -> frozenset[str]:
        """Verbs that take a whole clause."""
        return _set(self.modality["embedding"]["verbs"])

    @cached_property
    def headline_verbs(self) -> frozenset[str]:
        """Verbs that stand before an act's title in a headline in title case."""
        return _set(self.words["headline_verbs"])

    @cached_property
    def bill_heads(self) -> frozenset[str]:
        """Nouns that head a phrase naming a bill."""
        return self.noun_set("bill", "heads")

    @cached_property
    def package_containers(self) -> frozenset[str]:
        """Nouns that hold sanctions together: package, round, tranche."""
        return self.noun_set("package", "containers")

    @cached_property
    def package_heads(self) -> frozenset[str]:
        """Nouns for sanctions themselves."""
        return self.noun_set("package", "heads")

    @cached_property
    def strong_sanctions(self) -> frozenset[str]:
        """Nouns that mean sanctions without help."""
        return self.noun_set("package", "strong")

    @cached_property
    def sanction_words(self) -> frozenset[str]:
        """Words that make a container a sanctions package."""
        return self.noun_set("sanction", "words")

    @cached_property
    def sanction_modifiers(self) -> frozenset[str]:
        """Words that make restrictions or penalties sanctions."""
        return self.noun_set("sanction", "modifiers")

    @cached_property
    def no_issuers(self) -> frozenset[str]:
        """Courts, leagues and the like, whose sanctions are no measure."""
        return self.noun_set("sanction", "no_issuers")

    @cached_property
    def ban_words(self) -> frozenset[str]:
        """Nouns that are a sanction where they hit trade or travel."""
        return self.noun_set("sanction", "bans")

    @cached_property
    def banned_words(self) -> frozenset[str]:
        """What a ban must hit to be a sanction."""
        return self.noun_set("sanction", "banned")

    @cached_property
    def not_sanctions(self) -> frozenset[str]:
        """Words that make a package one of something else."""
        return self.noun_set("sanction", "others")

    @cached_property
    def legislative_words(self) -> frozenset[str]:
        """Words that make a measure, law or proposal a bill."""
        return self.noun_set("legislative", "words")

    @cached_property
    def act_acronyms(self) -> dict[str, str]:
        """Title of each act that the press names by acronym."""
        return dict(self.nouns["acronyms"])

    @lru_cache(maxsize=64)  # noqa: B019 - a lexicon lives as long as the program
    def noun_set(self, section: str, name: str) -> frozenset[str]:
        """A list of `nouns.toml` as a set."""
        return _set(self.nouns[section][name])


def _model(data: Mapping[str, Any]) -> Model:
    return Model(data["bias"], data["weights"], data["threshold"])


def _set(*lists: str) -> frozenset[str]:
    return frozenset(word for text in lists for word in text.split())


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


def _cue(phrase: str) -> Cue:
    """A cue as sets of alternatives, an empty one for a gap: "override ... veto/vetoes"."""
    return tuple(
        frozenset() if word == "..." else frozenset(word.split("/")) for word in phrase.split()
    )


def _be_forms() -> Iterable[tuple[str, str]]:
    present = (("am", "VBZ"), ("is", "VBZ"), ("are", "VBZ"), ("'re", "VBZ"), ("'m", "VBZ"))
    past = (("was", "VBD"), ("were", "VBD"), ("been", "VBN"), ("being", "VBG"), ("be", "VB"))
    return (*present, *past)


def _verb_lines(text: str) -> Iterable[tuple[str, str | None, str | None, bool]]:
    for line in text.splitlines():
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        noun = words[-1] == "*"
        base, *irregular = words[:-1] if noun else words
        past, participle = irregular or (None, None)
        yield base, past, participle, noun


def build(verbs: str, data: Mapping[str, Any]) -> Lexicon:
    """Build the lexicon from its list of verbs and its other files, by name without ending."""
    return Lexicon(
        words=data["words"],
        verbs=verbs,
        places_data=data["places"],
        nouns=data["nouns"],
        statuses=data["statuses"],
        modality=data["modality"],
        thresholds=data["thresholds"],
        weights=data["weights"],
        people=data["people"],
        counts=data["counts"],
        acts_data=data["acts"],
        speech_data=data["speech"],
        sectors_data=data["sectors"],
        languages=data["languages"],
    )
