"""The question as buttons: a click makes an output an example, and the answer follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from typing import Any

from ..dialogue import MOST_ANSWERS, questioned, with_answer
from ..report import shown, shown_inputs, told_progress
from ..search.answer.question import Answer, Question
from ..search.answer.result import Result
from ..search.task.settings import Progress
from ..session import Session
from ..support.errors import InputError, shortened
from .cell import value_in
from .markup import Markup, card, element
from .pieces import code, percent, section
from .results import result_as_html, shown_answer, shown_question, shown_rivals
from .watching import live, progress_as_html

MOST_ON_A_BUTTON = 60
"""Characters of an output on a button; all of them show when the mouse rests on it."""


def questions_about(asked: Result | Session) -> Questions:
    """Questions about a result, or about what a session finds.

    Raises
    ------
    InputError
        If a session has no examples.
    """
    session = Session.about(asked) if isinstance(asked, Result) else _solved(asked)
    return Buttons(session) if find_spec("ipywidgets") is not None else Questions(session)


def _solved(session: Session) -> Session:
    if session.known() is None:
        with live() as listener:
            session.solve(progress=listener)
    return session


class Questions:
    """A session whose question is shown; without widgets it says how to answer in code."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def result(self) -> Result:
        """The answer so far."""
        result = self.session.result
        assert result is not None  # Nobody is asked before there is one.
        return questioned(result)

    @property
    def question(self) -> Question | None:
        """What is asked; None once the programs that are left agree."""
        return self.result.question()

    @property
    def silence(self) -> str:
        """Why there is no question, if there is none."""
        result = self.result
        is_whole = result.status == "solved" and result.stats.stopped_by != "interrupted"
        return "the programs that are left agree" if is_whole else "there are no programs to choose from"

    def answer(self, output: Any) -> Result:
        """Say what the output is; the same as a click.

        Raises
        ------
        InputError
            If there is no question, or the output is not of the kind of the others.
        """
        question = self.question
        if question is None:
            raise InputError(f"answer: there is no question; {self.silence}")
        with live() as listener:
            return with_answer(self.session, question, output, progress=listener)

    def __repr__(self) -> str:
        question = self.question
        if question is None:
            return f"Questions(none: {self.silence})"
        return f"Questions(what is the output for {shown_inputs(question.inputs)}?)"

    def _repr_html_(self) -> str:
        how = element("div", "Keep what ", code("ask"), " returns, and call its ", code("answer(...)"), ".")
        return result_as_html(self.result) if self.question is None else card(
            shown_answer(self.result), shown_question(self.question), how, shown_rivals(self.result), label="A question"
        )  # fmt: skip


class Buttons(Questions):
    """The same with a button for each likely output, a field for any other, and one to take an answer back."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        import ipywidgets

        self._widgets = ipywidgets
        self._given = len(session.examples)
        self.message = ipywidgets.HTML()
        self.box = ipywidgets.VBox()
        self.buttons: list[Any] = []
        """A button for each likely output, the likeliest first."""
        self.other = ipywidgets.Text(placeholder="another output, as Python or JSON", continuous_update=False)
        self.other.observe(self._typed, names="value")
        self.back = ipywidgets.Button(description="Take back", tooltip="take the last answer back")
        self.back.on_click(lambda _: self._do(self._take_back))
        self._show()

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        """The widgets; where a notebook is only read they are not, and what stands beside them is shown."""
        shown = self.box._repr_mimebundle_(**options)
        return {**shown, "text/plain": repr(self), "text/html": self._repr_html_()}

    def answer(self, output: Any) -> Result:
        """Say what the output is, and show what comes of it."""
        result = super().answer(output)
        self._show()
        return result

    def _show(self) -> None:
        """Show the answer and the next question."""
        result, question, widgets = self.result, self.question, self._widgets
        answer = widgets.HTML(card(shown_answer(result), self._asked(question), label="What induce found"))
        self.buttons = [] if question is None else self._buttons(question)
        row = widgets.HBox(self.buttons, layout=widgets.Layout(flex_flow="row wrap"))
        fields = [] if question is None else [self.other]
        back = [self.back] if len(self.session.examples) > self._given else []
        self.box.children = (answer, row, widgets.HBox([*fields, *back]), self.message)

    def _asked(self, question: Question | None) -> Markup:
        if question is None:
            return element("div", f"{self.silence}.".capitalize(), class_="induce-line induce-faint")
        return section("question", shown_question(question))

    def _buttons(self, question: Question) -> list[Any]:
        offered = [one for one in question.answers if one.output is not None]
        return [self._button(question, one) for one in offered[:MOST_ANSWERS]]

    def _button(self, question: Question, answer: Answer) -> Any:
        text = shown(answer.output)
        told = f"{shortened(text, most=MOST_ON_A_BUTTON)}  ({percent(answer.probability)})"
        button = self._widgets.Button(description=told, tooltip=text, layout=self._widgets.Layout(width="auto"))
        button.on_click(lambda _: self._do(partial(self._answered, question, answer.output)))
        return button

    def _typed(self, change: Any) -> None:
        text, question = change["new"].strip(), self.question
        if text and question is not None:
            self._do(lambda: self._answered(question, value_in(text, place="output")))

    def _answered(self, question: Question, output: Any) -> None:
        """Answer a question; a click that comes after a search may be one on a button of the question before."""
        if question == self.question:
            with_answer(self.session, question, output, progress=self._tell)

    def _take_back(self) -> None:
        self.session.undo()
        self.session.solve(progress=self._tell)

    def _do(self, edit: Callable[[], None]) -> None:
        """Make an edit while no other can be made, and show what comes of it, or what was wrong with it."""
        with self._busy():
            try:
                edit()
            except InputError as error:
                self._say(str(error))
                return
        self.other.value = ""
        self._show()

    @contextmanager
    def _busy(self) -> Iterator[None]:
        controls = [*self.buttons, self.other, self.back]
        self._say("")
        for control in controls:
            control.disabled = True
        try:
            yield
        finally:
            for control in controls:
                control.disabled = False

    def _say(self, text: str) -> None:
        self.message.value = element("div", text) if text else ""

    def _tell(self, progress: Progress) -> None:
        self.message.value = progress_as_html(told_progress(progress))
