"""The page in a browser: pasted cells, typed outputs, rivals to click, keys alone, and what can be taken away."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from induce.serve.limits import Limits

from .serving import Served, serving

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
    pytest.mark.xdist_group("browser"),
]
PASTE = """([cell, text]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
"""A paste as a spreadsheet causes it: the clipboard of a machine that runs tests is nobody's business."""


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving(Limits(searches=2, timeout=1, memory="500MB")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        launched = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The page with an empty table; nothing that the browser complains of may happen."""
    context = browser.new_context(
        viewport={"width": 1200, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("request", lambda one: complaints.append(one.url) if f":{served.port}/" not in one.url else None)
    opened.set_default_timeout(20_000)
    opened.goto(f"http://127.0.0.1:{served.port}/")
    expect(cell(opened, 1, "input")).to_have_value("Ada Lovelace")
    opened.get_by_role("button", name="Clear").click()
    yield opened
    assert [one for one in complaints if "blob:" not in one and " 422 " not in one] == []
    context.close()


def cell(page: Page, row: int, name: str) -> Locator:
    return page.get_by_role("textbox", name=f"Row {row}, {name}", exact=True)


def paste(page: Page, row: int, name: str, text: str) -> None:
    page.evaluate(PASTE, [cell(page, row, name).element_handle(), text])


def test_a_first_visitor_sees_an_answer(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{served.port}/")
    expect(cell(page, 5, "output")).to_have_attribute("placeholder", "Hopper, Grace")
    expect(page.locator("#words")).to_have_text(re.compile(r"Sure: \d\d% that the prediction is right"))
    page.get_by_role("combobox", name="Example").select_option(label="Above average")
    expect(cell(page, 6, "output")).to_have_attribute("placeholder", "[6]")
    page.close()


def test_pasted_cells_and_a_few_outputs_give_the_others(page: Page) -> None:
    paste(page, 1, "input", 'Mary Shelley\r\nJane Austen\r\nBob Ross\r\n"Carl\nSagan"\r\n')
    expect(cell(page, 4, "input")).to_have_value("Carl\nSagan")
    cell(page, 1, "output").fill("Shelley, Mary")
    cell(page, 2, "output").fill("Austen, Jane")
    expect(cell(page, 3, "output")).to_have_attribute("placeholder", "Ross, Bob")
    expect(cell(page, 4, "output")).to_have_attribute("aria-description", "predicted: Sagan, Carl")
    expect(page.get_by_role("status")).to_contain_text("2 outputs predicted")
    expect(page.locator("#python")).to_contain_text("[::-1]")
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#python").text_content()
    page.get_by_role("button", name="Copy table").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(2)
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[2:] == ["Bob Ross\tRoss, Bob", '"Carl', 'Sagan"\tSagan, Carl']


def test_a_rival_that_is_clicked_becomes_an_example(page: Page) -> None:
    paste(page, 1, "input", "[2, 2]\t4\n[3, 5]\n[3, 7]")
    expect(page.get_by_role("button", name="Input is read as list: read as text instead")).to_have_text("list")
    group = page.get_by_role("group", name="Outputs for row 2")
    expect(group.get_by_role("button", name=re.compile("^8, "))).to_be_visible()
    group.get_by_role("button", name=re.compile("^15, ")).click()
    expect(cell(page, 2, "output")).to_have_value("15")
    expect(cell(page, 3, "output")).to_have_attribute("placeholder", "21")
    expect(group).to_have_count(0)
    expect(page.locator("#python")).to_contain_text("math.prod")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 2, "output")).to_have_value("")
    expect(group.get_by_role("button", name=re.compile("^15, "))).to_be_visible()


def test_the_question_that_would_settle_it_is_answered_with_a_click(page: Page) -> None:
    paste(page, 1, "input", "[2, 2]\t4")
    question = page.get_by_role("region", name="This would settle it: what is the output for")
    expect(question).to_be_visible()
    answer = question.get_by_role("button").first
    output = answer.locator("span").inner_text()
    inputs = question.locator("code").first.inner_text()
    answer.click()
    expect(cell(page, 2, "input")).to_have_value(inputs)
    expect(cell(page, 2, "output")).to_have_value(output)


def test_keys_alone_are_enough(page: Page) -> None:
    cell(page, 1, "input").focus()
    for key in ("3", "Tab", "7", "ArrowUp", "ArrowDown", "Shift+Tab", "5", "Tab", "1", "1", "Enter", "Shift+Tab", "9"):
        page.keyboard.press(key)
    expect(cell(page, 1, "output")).to_have_value("7")
    expect(cell(page, 2, "output")).to_have_value("11")
    expect(cell(page, 3, "output")).to_have_attribute("placeholder", "19")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+Enter")
    expect(cell(page, 3, "output")).to_have_value("19")
    expect(cell(page, 3, "output")).to_be_focused()
    page.keyboard.press("Alt+Delete")
    expect(cell(page, 3, "input")).to_have_value("")
    expect(cell(page, 3, "output")).to_be_focused()
    page.keyboard.press("Shift+Enter")
    expect(cell(page, 3, "output")).to_have_value("\n")


def test_several_columns_and_codes_that_stay_text(page: Page) -> None:
    paste(page, 1, "input", "12\t7\n8\t9")
    page.get_by_role("button", name="Add column").click()
    expect(cell(page, 1, "output")).to_be_focused()
    cell(page, 1, "output").fill("19")
    expect(page.get_by_role("button", name="Input 2 is read as number")).to_be_visible()
    expect(cell(page, 2, "output")).to_have_attribute("placeholder", "17")
    cell(page, 2, "input 1").fill("007")
    expect(page.locator("th .kind").first).to_have_text("text")
    cell(page, 2, "input 1").fill("8")
    page.get_by_role("button", name="Input 1 is read as number").click()
    expect(page.locator("th .kind").first).to_have_text("as text")
    page.get_by_role("button", name="Remove Input 1").click()
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_a_task_is_opened_and_saved(page: Page, tmp_path: Path) -> None:
    task = {"train": [{"input": "a-b", "output": "b"}, {"input": "c-d", "output": "d"}], "test": [{"input": "e-f"}]}
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(task), encoding="utf-8")
    page.locator("#file").set_input_files(file)
    expect(cell(page, 3, "output")).to_have_attribute("placeholder", "f")
    with page.expect_download() as saved:
        page.get_by_role("link", name="task.json").click()
    assert json.loads(Path(saved.value.path()).read_text(encoding="utf-8")) == task
    with page.expect_download() as saved:
        page.get_by_role("link", name="program.txt").click()
    assert Path(saved.value.path()).read_text(encoding="utf-8").startswith("(s: Str) -> ")


def test_what_is_wrong_is_said_and_typing_goes_on(page: Page) -> None:
    paste(page, 1, "input", "a\t1\na\t2\nb")
    expect(page.get_by_role("status")).to_have_text("row 2: contradicts row 1: the same input has two outputs")
    cell(page, 2, "output").fill("1")
    expect(cell(page, 3, "output")).to_have_attribute("placeholder", "1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_needs_no_sideways_scrolling(
    scheme: Literal["light", "dark"], browser: Browser, served: Served
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{served.port}/")
    expect(page.locator("#python")).to_contain_text("def solve")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    ink, paper = (page.evaluate(f"getComputedStyle(document.body).{name}") for name in ("color", "backgroundColor"))
    bright = [sum(map(int, re.findall(r"\d+", one)[:3])) for one in (ink, paper)]
    assert (bright[0] > bright[1]) == (scheme == "dark")
    context.close()
