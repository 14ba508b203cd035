"""Phrases of small languages, of which some say what they mean."""

from __future__ import annotations

from .exercise import Exercise

STEPS = {"step": "S", "turn": "T", "clap": "C", "bow": "B"}
TURNS = {"left": "L", "right": "R", "forward": "F"}
NOTES = {"do": "1", "re": "2", "mi": "3", "fa": "4"}
SHAPES = {"dot": ".", "dash": "-", "star": "*"}
COLOURS = {"rouge": "red", "bleu": "blue", "vert": "green"}


def _sides(phrase: str, word: str) -> tuple[str, str] | None:
    """What stands on both sides of a word, the last one of its kind; None without it."""
    left, found, right = phrase.rpartition(f" {word} ")
    return (left, right) if found else None


def _dance(phrase: str) -> str:
    """One figure after the other, some of them twice."""
    if sides := _sides(phrase, "then"):
        return " ".join(map(_dance, sides))
    if phrase.endswith(" twice"):
        inner = _dance(phrase.removesuffix(" twice"))
        return f"{inner} {inner}"
    return STEPS[phrase]


def _drive(phrase: str) -> str:
    """What is said to come after something comes first."""
    if sides := _sides(phrase, "after"):
        return " ".join(map(_drive, reversed(sides)))
    if sides := _sides(phrase, "and"):
        return " ".join(map(_drive, sides))
    return TURNS[phrase]


def _melody(phrase: str) -> str:
    """Notes one after the other, without spaces; "there and back" says one phrase, then another, then the first."""
    if sides := _sides(phrase, "around"):
        outer, inner = map(_melody, sides)
        return outer + inner + outer
    return "".join(NOTES[word] for word in phrase.split())


def _pattern(phrase: str) -> str:
    """Signs in a row; "double" holds less than "beside"."""
    if phrase.startswith("double "):
        inner = _pattern(phrase.removeprefix("double "))
        return f"{inner} {inner}"
    if sides := _sides(phrase, "beside"):
        return " ".join(map(_pattern, sides))
    return SHAPES[phrase]


def _colour(phrase: str) -> str:
    """A foreign colour, with words before and after it."""
    if sides := _sides(phrase, "avec"):
        return " with ".join(map(_colour, sides))
    if phrase.endswith(" clair"):
        return f"light {_colour(phrase.removesuffix(' clair'))}"
    return COLOURS[phrase]


EXERCISES = (
    Exercise(
        "dance_figures",
        "medium",
        "Figures one after the other, each perhaps twice.",
        _dance,
        ["step", "turn", "clap", "bow", "step twice", "clap twice", "turn then clap", "step then bow twice",
         "clap twice then turn"],
        ["bow twice then step", "turn twice then clap twice", "bow then clap then step twice"],
    ),
    Exercise(
        "drive_by_words",
        "hard",
        "What comes after something is said first.",
        _drive,
        ["left", "right", "forward", "left and right", "forward and left", "left after forward", "right after left",
         "left and forward after right", "right after forward and left"],
        ["forward after left", "forward and right after left and left", "left and left and right"],
    ),
    Exercise(
        "melody_in_digits",
        "hard",
        "Notes as digits, and a phrase around another one.",
        _melody,
        ["do", "re", "mi", "fa", "do re", "mi do", "do around re", "mi around fa", "re mi around do"],
        ["fa around re", "do fa around mi", "re do mi"],
    ),
    Exercise(
        "signs_in_a_row",
        "hard",
        "Signs beside one another; what is doubled is all that follows.",
        _pattern,
        ["dot", "dash", "star", "double dot", "double star", "dot beside dash", "star beside dot",
         "double dash beside dot", "double star beside star"],
        ["double dash", "double dot beside star beside dash", "dash beside star"],
    ),
    Exercise(
        "colours_translated",
        "medium",
        "Colours in English, the light ones and those with another.",
        _colour,
        ["rouge", "bleu", "vert", "rouge clair", "vert clair", "bleu avec vert", "rouge avec bleu",
         "bleu clair avec rouge"],
        ["bleu clair", "vert avec rouge clair", "rouge clair avec bleu clair"],
    ),
)  # fmt: skip
