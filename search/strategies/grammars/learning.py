"""Grammars learnt from phrases and what they mean (Nye et al., "Learning Compositional Rules via Neural Program
Synthesis", NeurIPS 2020, section 4, where a network proposes them).

Words that stand alone say what they mean. What an operator means follows from phrases in which it is the only one of
which that is not known. Which operator holds its operands together the least is seen in phrases of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, product

from ....dsl.core.patience import look
from .grammar import Grammar, Operator, Place, Tokens
from .lexicon import Said, lexicons_of
from .meanings import Use, meanings_of

MOST_MEANINGS, MOST_OPERATORS = 2, 12
"""How many meanings of each operator are tried, and how many operators there may be."""
MOST_CHOICES, MOST_ORDERS = 8, 60
"""How many choices among the meanings of all operators are tried, and how many orders of each."""
USUAL = (Place.BETWEEN, None, Place.AFTER, Place.BEFORE)
"""Operators that hold their operands together the least first, where the phrases do not tell; None is no word."""


def grammars_of(said: Sequence[Said]) -> Iterator[Grammar]:
    """Grammars by which all phrases mean what they do, those in the usual order of operators first."""
    for lexicon in lexicons_of(said):
        options = _operators(said, lexicon)
        if options:  # Without operators it is a table.
            yield from _ordered(options, said, lexicon)


def _ordered(
    options: Sequence[Sequence[Operator]], said: Sequence[Said], lexicon: Mapping[str, Tokens]
) -> Iterator[Grammar]:
    """Grammars with one of the options for each operator."""
    for chosen in islice(product(*(found[:MOST_MEANINGS] for found in options)), MOST_CHOICES):
        for order in islice(_orders(chosen, said, lexicon), MOST_ORDERS):
            look()
            grammar = Grammar(order, lexicon)
            if all(grammar.meaning(phrase) == meaning for phrase, meaning in said):
                yield grammar


def _operators(said: Sequence[Said], lexicon: Mapping[str, Tokens]) -> list[list[Operator]] | None:
    """For each operator what it may be, the simplest first; None if there are words of which nothing is known."""
    words: list[str | None] = [*dict.fromkeys(word for phrase, _ in said for word in phrase if word not in lexicon)]
    if any(_is_beside_another(phrase, lexicon) for phrase, _ in said):
        words.append(None)
    if len(words) > MOST_OPERATORS:
        return None
    found: dict[str | None, list[Operator]] = {}
    while len(found) < len(words):
        # Phrases with known operators say what others mean, but those without them say so more surely.
        news = {word: _options(word, said, lexicon, found) for word in words if word not in found}
        known = {word: options for word, options in news.items() if options}
        if not known:
            return None
        found |= known
    return [found[word] for word in words]


def _options(
    word: str | None, said: Sequence[Said], lexicon: Mapping[str, Tokens], found: Mapping[str | None, list[Operator]]
) -> list[Operator]:
    """What an operator may be, by the shortest phrases of which its operands are known."""
    form = Operator(word, _place(word, [phrase for phrase, _ in said]), ())
    grammar = Grammar([options[0] for options in found.values()], lexicon)
    uses: dict[int, list[Use]] = {}
    for phrase, meaning in said:
        operands = form.operands(phrase) if word is None or phrase.count(word) == 1 else None
        values = [grammar.meaning(operand) for operand in operands or ()]
        known = [value for value in values if value is not None]
        if known and len(known) == len(values):
            uses.setdefault(len(phrase), []).append((known, meaning))
    # In longer phrases another operator may be the outermost one.
    shortest = uses[min(uses)] if uses else []
    return [Operator(word, form.place, meaning) for meaning in meanings_of(shortest)]


def _place(word: str | None, phrases: Sequence[Tokens]) -> Place:
    """Where an operator stands: between two phrases, unless it begins or ends one."""
    if word is not None and any(phrase[-1] == word for phrase in phrases):
        return Place.AFTER
    if word is not None and any(phrase[0] == word for phrase in phrases):
        return Place.BEFORE
    return Place.BETWEEN


def _is_beside_another(phrase: Tokens, lexicon: Mapping[str, Tokens]) -> bool:
    return any(one in lexicon and other in lexicon for one, other in pairwise(phrase))


def _orders(
    operators: Sequence[Operator], said: Sequence[Said], lexicon: Mapping[str, Tokens]
) -> Iterator[list[Operator]]:
    """Orders of operators by which phrases of two of them mean what they do, the usual ones first."""
    usual = sorted(operators, key=lambda one: USUAL.index(None if one.word is None else one.place))
    refuted = {
        (first, second)
        for first, second in product(usual, usual)
        if first is not second and not _agrees([first, second], said, lexicon)
    }

    def ordered(left: list[Operator]) -> Iterator[list[Operator]]:
        if not left:
            yield []
        for one in left:
            others = [other for other in left if other is not one]
            if not any((one, other) in refuted for other in others):
                for rest in ordered(others):
                    yield [one, *rest]

    yield from ordered(usual)


def _agrees(order: list[Operator], said: Sequence[Said], lexicon: Mapping[str, Tokens]) -> bool:
    """Whether phrases mean what they do that have these operators and no others."""
    look()
    grammar, words = Grammar(order, lexicon), {one.word for one in order}
    return all(grammar.meaning(phrase) == meaning for phrase, meaning in said if _words_of(phrase, lexicon) == words)


def _words_of(phrase: Tokens, lexicon: Mapping[str, Tokens]) -> set[str | None]:
    """The operators of a phrase; None where nothing stands between two words."""
    nothing = {None} if _is_beside_another(phrase, lexicon) else set()
    return {*phrase} - {*lexicon} | nothing
