"""Public sets of tasks: where they are to be had, and the best published results on them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from .formats import FORMATS

NOT_STATED = "not stated"


@dataclass(frozen=True)
class Result:
    """A published figure.

    Parameters
    ----------
    figure
        Who reached what, on the whole set unless it says otherwise.
    citation
        Where it was published.
    budget, hardware
        What a task was given, as far as the source says.
    """

    figure: str
    citation: str
    budget: str = NOT_STATED
    hardware: str = NOT_STATED


@dataclass(frozen=True)
class PublicSet:
    """A set that others publish: other people's data, which is not part of induce."""

    name: str
    format: str
    source: str
    licence: str
    contents: str
    results: tuple[Result, ...] = ()


QIU = "Qiu et al., Phenomenal Yet Puzzling, 2023"
FIJALKOW = "Fijalkow et al., Scaling Neural Program Synthesis with Distribution-based Search, AAAI 2022"
HOCQUETTE = "Hocquette and Cropper, Relational Decomposition for Program Synthesis, IJCAI 2025"
SHI_2022 = "Shi et al., CrossBeam, ICLR 2022"
SHI_2023 = "Shi et al., LambdaBeam, NeurIPS 2023"

PUBLIC_SETS: tuple[PublicSet, ...] = (
    PublicSet(
        "list functions",
        "bigbench",
        "github.com/google/BIG-bench, bigbench/benchmark_tasks/list_functions",
        "Apache-2.0",
        "250 functions of Rule (2020), lists of integers; comparisons give 8 examples and ask 8",
        (
            Result("GPT-4 that writes and refines Python 65.6%, asked directly 39.6%", QIU),
            Result("GPT-4 asked directly, longer test lists, 32.0%", QIU),
        ),
    ),
    PublicSet(
        "1D-ARC",
        "arc",
        "github.com/khalil-research/1D-ARC, dataset",
        "MIT",
        "18 families of rows of colours; 3 examples, 1 asked",
        (
            Result("relational ILP 59%", HOCQUETTE, budget="1 min"),
            Result("relational ILP 63%", HOCQUETTE, budget="10 min"),
            Result("relational ILP 69%", HOCQUETTE, budget="60 min"),
            Result("GPT-4 hypothesis search about 73 to 78%", "Wang et al., Hypothesis Search, arXiv:2309.05660"),
        ),
    ),
    PublicSet(
        "DreamCoder lists",
        "dreamcoder",
        "github.com/ellisk42/ec, data/list_tasks.json",
        "MIT",
        "217 tasks, of which 21 are the identity; 15 examples",
        (
            Result("Heap Search 97 of 137", FIJALKOW, budget="100 s"),
            Result("Heap Search 76 of 137", FIJALKOW, budget="1 s"),
        ),
    ),
    PublicSet(
        "LambdaBeam, handwritten",
        "jsonl",
        "github.com/ellisk42/LambdaBeam",
        "Apache-2.0",
        "100 tasks of one to three integers or lists; 2 to 5 examples",
        (
            Result("LambdaBeam fits 34%, lambda-squared 23%, enumeration 24%", SHI_2023, budget="10 s"),
            Result("LambdaBeam fits 67%, lambda-squared 54%, enumeration 50%", SHI_2023, budget="600 s"),
        ),
    ),
    PublicSet(
        "PCCoder, drawn",
        "jsonl",
        "rules of Zohar and Wolf, Automatic Program Synthesis of Long Programs, NeurIPS 2018: the tasks are drawn",
        "none needed",
        "programs of 4 to 14 statements; 5 examples, none asked",
    ),
    PublicSet(
        "ExeDec, DeepCoder",
        "jsonl",
        "github.com/google-deepmind/exedec",
        "Apache-2.0",
        "programs of 1 to 5 statements; 3 examples, none asked",
    ),
    PublicSet(
        "SyGuS strings",
        "sygus",
        "github.com/SyGuS-Org/benchmarks, lib/PBE_SLIA_Track",
        NOT_STATED,
        "210 transformations of text; all constraints given, or the first 5 with the others asked; "
        "univ_3 to univ_6-long-repeat contradict themselves",
        (
            Result("CVC4 fits 74 of 82", "recomputed from raw results", budget="600 s"),
            Result("CVC4 fits 36 of 82", "recomputed from raw results", budget="10 s"),
        ),
    ),
    PublicSet(
        "BUSTLE, SyGuS",
        "jsonl",
        "github.com/google-research/crossbeam",
        "Apache-2.0",
        "89 transformations of text; 2 to 16 examples, none asked",
        (Result("CrossBeam fits 66.6 of 89, enumeration 54", SHI_2022, budget="30 s"),),
    ),
    PublicSet(
        "PROSE, text",
        "jsonl",
        "github.com/microsoft/prose-benchmarks, Transformation.Text",
        "permissive, by source",
        "transformations of text; a third need dates, a quarter formats of numbers",
    ),
    PublicSet(
        "Myth",
        "jsonl",
        "github.com/UChicago-PL/smyth",
        "MIT",
        "43 recursive functions on lists and trees",
        (Result("Smyth 38 of 43", "Lubin et al., Program Sketching with Live Bidirectional Evaluation, ICFP 2020"),),
    ),
    PublicSet(
        "Trio",
        "jsonl",
        "github.com/pslhy/trio",
        "Apache-2.0",
        "60 recursive functions",
        (
            Result(
                "Trio 98%",
                "Lee and Cho, Inductive Synthesis of Structurally Recursive Functional Programs "
                "from Non-recursive Expressions, POPL 2023",
            ),
        ),
    ),
    PublicSet(
        "lambda-squared",
        "jsonl",
        "github.com/jfeser/L2, bench",
        "Apache-2.0",
        "recursive functions on lists and trees",
    ),
    PublicSet(
        "OEIS",
        "oeis",
        "oeis.org/stripped.gz",
        "CC BY-SA",
        "sequences of integers; 15 terms given, the next 10 asked",
        (
            Result(
                "10,000 sequences marked easy: transformer 27%, Mathematica 12 to 15%",
                "d'Ascoli et al., Deep Symbolic Regression for Recurrent Sequences, ICML 2022",
            ),
        ),
    ),
    PublicSet(
        "MiniSCAN",
        "jsonl",
        "github.com/linlu-qiu/lm-inductive-reasoning, data",
        NOT_STATED,
        "sentences of made-up words to colours, of Nye et al. (2020); 14 examples, 10 asked",
        (Result("GPT-4 that writes and refines rules 95%", QIU),),
    ),
)


def listing() -> str:
    """The formats and the public sets, for people."""
    formats = [f"  {row.name:<11} {row.reads}\n{'':<14}recognised by {row.recognised}" for row in FORMATS]
    return "\n".join(["Formats", *formats, "", "Public sets", *map(_described, PUBLIC_SETS)])


def _described(one: PublicSet) -> str:
    lines = [f"  {one.name}", f"    {one.contents}", f"    from {one.source}"]
    lines.append(f"    format {one.format}; licence: {one.licence}")
    for citation, results in groupby(one.results, key=lambda result: result.citation):
        lines.append(f"    {citation}:")
        lines += [f"      {row.figure} (budget {row.budget}, hardware {row.hardware})" for row in results]
    return "\n".join(lines)
