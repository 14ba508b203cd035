"""Programs as the Python that a person would write.

Element-wise primitives and those whose template is a comprehension become one
comprehension together (stream fusion: Coutts, Leshchinskiy, Stewart, "Stream
fusion", ICFP 2007, in its simplest form); what is used twice gets a name; a
primitive that takes more than an expression becomes a helper function. Loops
with a step of their own become ``for`` statements, or comprehensions too.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..core.decimals import Style
from ..core.expression import Expression, Variable, walk
from ..core.primitive import MODULES
from ..core.signature import PLAIN, Signature
from ..core.types import FLOAT
from ..language.language import BUILTIN, Language
from .blocks import definition
from .decimals import over_floats
from .naming import told_apart
from .qualifying import foreign_names, import_of, unqualified
from .rendering import rendered
from .rewriting import REAL_RULES, RULES
from .shadowing import unshadowed
from .signatures import take
from .statements import simplified
from .supports import supports
from .tree import names_in
from .writer import Writer


def python_source(
    parameters: Sequence[Variable],
    body: Expression,
    *,
    name: str = "solve",
    language: Language = BUILTIN,
    style: Style = Style.FLOAT,
    signature: Signature = PLAIN,
) -> str:
    """Self-contained Python source: imports, helpers, and the program as the last function."""
    is_real = any(part.type == FLOAT for part in walk(body))
    parameters, body = over_floats(*told_apart(parameters, body), style)
    writer = Writer(parameters, body, language, rules=REAL_RULES if is_real else RULES, style=style)
    statements = writer.block(body)
    main = definition(
        name, [(one.name, writer.hinted(one.type)) for one in parameters], writer.hinted(body.type), statements
    )
    main = simplified(main, writer.rules)
    take(main, signature, [writer.hinted(one.type) for one in parameters], style)
    main = unshadowed(unqualified(main))
    helpers = list(writer.helpers.sources(names_in(main)))
    definitions = [*supports([*helpers, rendered([main])], writer.scopes, writer.renamed), *helpers, rendered([main])]
    return _module(definitions)


def _module(definitions: Sequence[str]) -> str:
    """The definitions as a module, with the imports that they need; one empty line stands before constants."""
    used = set().union(*map(foreign_names, definitions))
    imports = "".join(f"import {module}\n" for module in sorted(MODULES & used)) + import_of(used)
    space = "\n\n" if definitions[0].startswith("def ") else "\n"
    return f"{imports}{space}" * bool(imports) + "\n\n".join(f"{text}\n" for text in definitions)
