// The page: a table, what the server says of it, and what becomes of that.

const PAUSE = 150; // Milliseconds without a key before the server is asked.
const SLOW = 400; // After so many, the page says that it is searching.
const RETRY = 1000;
const MOST_UNDONE = 100;
const client = crypto.randomUUID();
const $ = (id) => document.getElementById(id);
const grid = $("grid");

let sheet = { texts: [false, false], rows: [["", ""]] };
let answer = {};
let past = [];
let typing = null; // The cell whose typing can be undone as one edit.
let [asking, timer] = [null, 0];

function made(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith("aria-") || key === "role") element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

function button(text, properties, act) {
  const element = made("button", { type: "button", ...properties }, text);
  element.addEventListener("click", act);
  return element;
}

const cellAt = (row, column) => grid.tBodies[0].rows[row]?.querySelectorAll("textarea")[column];
const output = () => sheet.texts.length - 1;
const predictedAt = (row) => answer.cells?.get(row);
const isBlank = (row) => row.every((cell) => !cell.trim());

function nameOf(column) {
  if (column === output()) return "Output";
  return output() > 1 ? `Input ${column + 1}` : "Input";
}

// The table

function draw(focus) {
  const head = made("tr", {}, made("th", { scope: "col", className: "number" }, made("span", { className: "hidden" }, "Row")));
  sheet.texts.forEach((_, column) => head.append(headerOf(column)));
  grid.tHead.replaceChildren(head);
  grid.style.setProperty("--columns", sheet.texts.length);
  if (!sheet.rows.length || !isBlank(sheet.rows.at(-1))) sheet.rows.push(sheet.texts.map(() => ""));
  grid.tBodies[0].replaceChildren(...sheet.rows.map((row, number) => lineOf(row, number)));
  if (focus) cellAt(...focus)?.focus();
  $("undo").disabled = !past.length;
  show();
}

function headerOf(column) {
  const header = made("th", { scope: "col", className: column === output() ? "output" : "" });
  header.append(made("span", { className: "name" }, nameOf(column)), button("", { className: "kind" }, () => {
    edit(() => { sheet.texts[column] = !sheet.texts[column]; });
  }));
  if (sheet.texts.length > 2) {
    header.append(button("×", { className: "remove", "aria-label": `Remove ${nameOf(column)}` }, () => {
      edit(() => {
        sheet.texts.splice(column, 1);
        sheet.rows.forEach((row) => row.splice(column, 1));
      });
    }));
  }
  return header;
}

function lineOf(row, number) {
  const head = made("th", { scope: "row", className: "number" }, made("span", {}, String(number + 1)));
  head.append(button("×", {
    className: "remove", tabIndex: -1, title: "Remove this row", "aria-label": `Remove row ${number + 1}`,
  }, () => removeRow(number, 0)));
  const line = made("tr", {}, head);
  row.forEach((text, column) => {
    const cell = made("textarea", {
      rows: 1, value: text, spellcheck: false, autocapitalize: "off", autocomplete: "off",
      "aria-label": `Row ${number + 1}, ${nameOf(column).toLowerCase()}`,
    });
    cell.addEventListener("input", () => typed(number, column, cell));
    cell.addEventListener("keydown", (event) => pressed(event, number, column, cell));
    cell.addEventListener("paste", (event) => pasted(event, number, column));
    line.append(made("td", { className: column === output() ? "output" : "" }, cell));
  });
  return line;
}

// Edits

function remember() {
  past = [...past, JSON.stringify(sheet)].slice(-MOST_UNDONE);
  $("undo").disabled = false;
}

function edit(change, focus) {
  remember();
  typing = null;
  change();
  draw(focus);
  ask();
}

function undo() {
  if (!past.length) return;
  sheet = JSON.parse(past.pop());
  typing = null;
  draw();
  ask();
}

function typed(row, column, cell) {
  const place = `${row} ${column}`;
  if (typing !== place) remember();
  typing = place;
  sheet.rows[row][column] = cell.value;
  if (row === sheet.rows.length - 1 && cell.value) {
    sheet.rows.push(sheet.texts.map(() => ""));
    grid.tBodies[0].append(lineOf(sheet.rows.at(-1), row + 1));
  }
  show();
  ask();
}

function pressed(event, row, column, cell) {
  const { key } = event;
  const commands = event.ctrlKey || event.metaKey;
  if (key === "Enter" && commands && column === output() && !cell.value) {
    const predicted = predictedAt(row);
    if (predicted?.cell != null) choose(row, predicted.cell);
  } else if (key === "Delete" && event.altKey) {
    removeRow(row, column);
  } else if (key === "Enter" && !event.shiftKey) {
    (cellAt(row + 1, column) ?? cell).focus();
  } else if (key === "ArrowDown" && !cell.value.slice(cell.selectionEnd).includes("\n")) {
    cellAt(row + 1, column)?.focus();
  } else if (key === "ArrowUp" && !cell.value.slice(0, cell.selectionStart).includes("\n")) {
    cellAt(row - 1, column)?.focus();
  } else {
    return;
  }
  event.preventDefault();
}

function pasted(event, row, column) {
  const text = event.clipboardData.getData("text/plain");
  const cells = tableOf(text);
  if (cells.flat().length === 1 && cells[0][0] === text) return;
  event.preventDefault();
  edit(() => {
    const width = column + Math.max(...cells.map((line) => line.length));
    while (sheet.texts.length < width) addColumn();
    cells.forEach((line, down) => {
      while (sheet.rows.length <= row + down) sheet.rows.push(sheet.texts.map(() => ""));
      line.forEach((text, right) => { sheet.rows[row + down][column + right] = text; });
    });
  }, [row + cells.length, column]);
}

function removeRow(row, column) {
  edit(() => sheet.rows.splice(row, 1), [Math.max(0, Math.min(row, sheet.rows.length - 2)), column]);
}

function addColumn() {
  sheet.texts.push(false);
  sheet.rows.forEach((row) => row.push(""));
}

// Cells as spreadsheets copy them: tabs, line breaks, and quotation marks around cells that hold either.
function tableOf(text) {
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  const body = text.replace(/\r?\n$/, "");
  for (let at = 0; ;) {
    cell.lastIndex = at;
    const [whole, quoted, plain] = cell.exec(body);
    rows.at(-1).push(quoted !== undefined && /[\t\n"]/.test(quoted) ? quoted.replaceAll('""', '"') : plain ?? whole);
    at += whole.length;
    if (at >= body.length) return rows;
    if (body[at] !== "\t") rows.push([]);
    at += body.startsWith("\r\n", at) ? 2 : 1;
  }
}

// The table as spreadsheets take it, with what is predicted.
function copiedTable() {
  const filled = sheet.rows.map((row, number) => [...row.slice(0, -1), row.at(-1) || (predictedAt(number)?.cell ?? "")]);
  const quoted = (cell) => (cell === '""' ? "" : /[\t\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return filled.filter((row) => !isBlank(row)).map((row) => row.map(quoted).join("\t")).join("\n");
}

function choose(row, cell) {
  edit(() => { sheet.rows[row][output()] = cell; }, [row, output()]);
}

// An output for a question: in the row that has its inputs, or in a new one.
function settle(inputs, cell) {
  const same = (row) => inputs.every((input, column) => row[column] === input);
  edit(() => {
    let row = sheet.rows.find(same);
    if (!row) {
      row = sheet.texts.map((_, column) => inputs[column] ?? "");
      const last = sheet.rows.findIndex(isBlank);
      sheet.rows.splice(last < 0 ? sheet.rows.length : last, 0, row);
    }
    row[output()] = cell;
  });
}

// The server

function ask() {
  clearTimeout(timer);
  asking?.abort();
  timer = setTimeout(() => solve(false), PAUSE);
}

async function post(path, body, signal) {
  const response = await fetch(path, {
    method: "POST", signal, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ client, ...body }),
  });
  return { code: response.status, said: await response.json() };
}

async function solve(long) {
  asking?.abort();
  const controller = asking = new AbortController();
  const slow = setTimeout(() => long || tell("Searching …"), SLOW);
  try {
    const rows = sheet.rows.filter((row) => !isBlank(row));
    const numbers = sheet.rows.flatMap((row, number) => (isBlank(row) ? [] : [number]));
    const { code, said } = await post("api/solve", { ...sheet, rows, long }, controller.signal);
    if (controller.signal.aborted || code === 409) return;
    if (code === 503) {
      timer = setTimeout(() => solve(long), RETRY);
      return tell(said.error, true);
    }
    if (said.error) {
      answer = { kinds: said.kinds ?? answer.kinds };
      show();
      return tell(said.error, true);
    }
    answer = { ...said, wrong: (said.wrong ?? []).map((row) => numbers[row]) };
    answer.cells = new Map((said.cells ?? []).map((one) => [numbers[one.row], one]));
    show();
    if (!said.last) solve(true);
  } catch (error) {
    if (error.name !== "AbortError") tell("The server does not answer. Is induce serve still running?", true);
  } finally {
    clearTimeout(slow);
  }
}

async function openFile(file) {
  if (!file) return;
  const { said } = await post("api/open", { text: await file.text() });
  if (said.error) return tell(said.error, true);
  edit(() => { sheet = said.sheet; });
}

// What is shown of an answer

function show() {
  sheet.texts.forEach((forced, column) => {
    const kind = grid.tHead.querySelectorAll(".kind")[column];
    const read = answer.kinds?.[column] ?? "text";
    kind.textContent = forced ? "as text" : read;
    kind.disabled = !forced && read === "text";
    kind.title = forced ? "Read as it looks" : kind.disabled ? "Read as text" : "Read as text instead";
    kind.setAttribute("aria-label", `${nameOf(column)} is read ${forced ? "as text: read it as it looks" : `as ${read}: ${kind.title.toLowerCase()}`}`);
  });
  sheet.rows.forEach((row, number) => showLine(row, number));
  showTrust();
  showQuestion();
  showSource();
  if (answer.status) tell(summary());
}

function showLine(row, number) {
  const cell = cellAt(number, output());
  const line = cell.closest("tr");
  const isExample = Boolean(row[output()].trim());
  const predicted = isExample || isBlank(row) ? undefined : predictedAt(number);
  cell.placeholder = predicted ? predicted.cell ?? "no output" : "";
  if (predicted) cell.setAttribute("aria-description", `predicted: ${cell.placeholder}`);
  else cell.removeAttribute("aria-description");
  line.classList.toggle("example", isExample);
  line.classList.toggle("wrong", Boolean(answer.wrong?.includes(number)) && isExample);
  line.classList.toggle("ambiguous", Boolean(predicted?.rivals.length));
  line.querySelector(".rivals")?.remove();
  if (predicted?.rivals.length) {
    const rivals = predicted.rivals.map((rival) => rivalOf(rival, (text) => choose(number, text)));
    cell.after(made("div", { className: "rivals", role: "group", "aria-label": `Outputs for row ${number + 1}` }, ...rivals));
  }
}

function rivalOf({ cell, share }, act) {
  const percent = `${Math.max(1, Math.round(100 * share))}%`;
  const rival = button("", { title: "Make this the output", "aria-label": `${cell}, ${percent}` }, () => act(cell));
  rival.append(made("span", {}, cell), made("small", {}, percent));
  return rival;
}

function showTrust() {
  $("trust").className = answer.trust ?? "";
  $("words").textContent = answer.words || "Type the output of a row, and the others follow.";
  $("hint").textContent = answer.hint ? `What would help: ${answer.hint}.` : "";
  $("notes").replaceChildren(...(answer.notes ?? []).map((note) => made("li", {}, note.replaceAll("->", "→"))));
}

function showQuestion() {
  const question = answer.question;
  $("question").hidden = !question;
  if (!question) return;
  $("question-inputs").replaceChildren(...question.inputs.map((input) => made("code", {}, input || " ")));
  $("question-answers").replaceChildren(
    ...question.answers.map((rival) => rivalOf(rival, (text) => settle(question.inputs, text))));
}

function showSource() {
  $("source").hidden = !answer.python;
  $("python").textContent = answer.python ?? "";
  $("program").textContent = answer.program ?? "";
  $("downloads").hidden = !answer.document?.train.length;
  save("save-task", answer.document?.train.length && `${JSON.stringify(answer.document, null, 1)}\n`, "application/json");
  save("save-python", answer.python, "text/x-python");
  save("save-program", answer.program && `${answer.program}\n`, "text/plain");
}

function save(id, text, type) {
  const link = $(id);
  URL.revokeObjectURL(link.href);
  link.hidden = !text;
  link.href = text ? URL.createObjectURL(new Blob([text], { type })) : "#";
}

function summary() {
  if (answer.status === "empty") return "Fill in an output to begin.";
  if (answer.status !== "solved") return "No program fits all examples.";
  const count = answer.cells.size;
  const doubtful = [...answer.cells.values()].filter((cell) => cell.rivals.length).length;
  const found = `${count} ${count === 1 ? "output" : "outputs"} predicted`;
  const doubt = doubtful ? `, ${doubtful} with other answers to choose from` : "";
  return `${count ? found + doubt : "A program that fits all examples"}.${answer.last ? "" : " Still looking for better ones …"}`;
}

function tell(text, isError = false) {
  $("status").textContent = text;
  $("status").classList.toggle("error", isError);
}

async function copy({ target }, text) {
  const label = target.dataset.label ??= target.textContent;
  await navigator.clipboard.writeText(text);
  target.textContent = "Copied";
  setTimeout(() => { target.textContent = label; }, 1500);
}

function load(example) {
  edit(() => { sheet = JSON.parse(JSON.stringify(example.sheet)); answer = {}; });
}

async function begin() {
  draw();
  const examples = await (await fetch("api/examples")).json();
  examples.forEach(({ title }, number) => $("examples").append(made("option", { value: String(number) }, title)));
  $("examples").addEventListener("change", ({ target }) => {
    if (target.value) load(examples[Number(target.value)]);
    target.value = "";
  });
  if (past.length) return; // Somebody has begun already.
  load(examples[0]);
  past = [];
  $("undo").disabled = true;
}

$("open").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", ({ target }) => {
  openFile(target.files[0]);
  target.value = "";
});
$("add-column").addEventListener("click", () => edit(addColumn, [0, output() + 1]));
$("undo").addEventListener("click", undo);
$("clear").addEventListener("click", () => edit(() => {
  sheet = { texts: [false, false], rows: [["", ""]] };
  answer = {};
}, [0, 0]));
$("copy").addEventListener("click", (event) => copy(event, answer.python));
$("copy-table").addEventListener("click", (event) => copy(event, copiedTable()));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  openFile(event.dataTransfer.files[0]);
});
begin();
