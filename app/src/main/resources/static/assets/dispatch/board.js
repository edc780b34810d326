// The board: ties the list, the units, the detail, the map, the keys and the command line to what the server tells.

import { post } from "./acts.js";
import { age, learnClock, renewAges, secondsSince, serverNow, timeOfDay } from "./age.js";
import { readCommand, sameCallSign } from "./command.js";
import { Detail } from "./detail.js";
import { isTyping, keysAreOn, listenForKeys, switchKeys } from "./keys.js";
import { Feed } from "./feed.js";
import { BoardMap } from "./board-map.js";
import { Rows, isLate, isWaiting } from "./rows.js";
import { Said } from "./said.js";
import { ring, soundIsOn, switchSound } from "./sound.js";
import { Units, isStale } from "./units.js";
import { words } from "./words.js";

const $ = (id) => document.getElementById(id);
const zone = document.body.dataset.zone;
const incidents = new Map();
const units = new Map();
let chosen = null; // {kind: "incident" | "unit", id}
let known = false; // Whether the server has told the whole board yet.
let freshOf = 0; // How many events arrived since the detail was read.

const said = new Said($("said"), { onUndo: (undo) => act(undo.action, undo.fields ?? {}) });
const detail = new Detail($("detail-body"), { send: act });
const rows = new Rows($("incident-list"), { onOpen: (id) => open("incident", id) });
const unitList = new Units($("units"), { onChoose: (id) => open("unit", id) });
const map = new BoardMap($("map-view"), { onChoose: (kind, id) => open(kind, id) });
const feed = new Feed({ onSnapshot: takeAll, onIncident: takeIncident, onUnit: takeUnit, onGone: dropIncident,
  onPosition: takePosition, onState: showState });

// What the server tells ------------------------------------------------------------------------------------------

function takeAll(snapshot) {
  learnClock(snapshot.at);
  known = true;
  replace(incidents, snapshot.incidents);
  replace(units, snapshot.units);
  rows.keepOnly(new Set(incidents.keys()));
  unitList.keepOnly(new Set(units.keys()));
  snapshot.incidents.forEach((incident) => rows.show(incident, { quietly: true }));
  snapshot.units.forEach((unit) => unitList.show(unit));
  map.showAll(incidents.values(), units.values());
  ready();
  renewFigures();
  if (chosen) {
    detail.renewNow();
  }
}

/** One row of each list is in the tab order from the start. */
function ready() {
  for (const list of [rows, unitList]) {
    const row = list.current();
    if (row) {
      list.rove(row);
    }
  }
}

function replace(all, fresh) {
  all.clear();
  fresh.forEach((each) => all.set(each.id, each));
}

function takeIncident(incident) {
  if (incident.status === "CLOSED") {
    dropIncident(incident.id);
  } else {
    incidents.set(incident.id, incident);
    if (rows.show(incident)) {
      announce(incident);
    }
    map.showIncident(incident);
  }
  rows.choose(chosen?.kind === "incident" ? chosen.id : null);
  renewFigures();
  renewDetail(incident.id);
}

function dropIncident(id) {
  incidents.delete(id);
  rows.remove(id);
  map.removeIncident(id);
  renewFigures();
}

function takeUnit(unit) {
  units.set(unit.id, unit);
  unitList.show(unit);
  map.showUnit(unit);
  renewFigures();
  renewDetail(unit.id);
}

function takePosition(position) {
  const unit = units.get(position.unit);
  if (unit) {
    Object.assign(unit, position);
    map.showUnit({ ...unit, stale: isStale(unit) });
  }
}

/** The open detail is read again when the change concerns it, once for a burst of changes. */
function renewDetail(id) {
  const concerned = chosen && (chosen.id === id || units.has(id));
  if (!concerned) {
    return;
  }
  const mine = ++freshOf;
  setTimeout(() => mine === freshOf && detail.renewNow(), 150);
}

function announce(incident) {
  $("announce").textContent = words("announce.new", words(`priority.${incident.priority}`), incident.typeName,
    incident.place, incident.label);
  ring(incident.priority);
}

function showState(state, heardAt) {
  const live = $("live");
  if (live.dataset.state !== state) {
    live.dataset.state = state;
    $("live-text").textContent = words(`live.${state}`);
  }
  if (heardAt) {
    $("live-heard").textContent = words("live.heard", timeOfDay(serverNow(heardAt), zone));
  }
}

function renewFigures() {
  if (!known) {
    return; // Until the first answer the figures are those that the page came with.
  }
  const open = [...incidents.values()];
  const waiting = open.filter(isWaiting);
  const oldest = waiting.reduce((old, each) => Math.max(old, secondsSince(each.waitingSince)), 0);
  $("waiting-count").textContent = waiting.length;
  $("waiting-oldest").textContent = waiting.length ? words("figure.oldest", age(oldest)) : "";
  const late = waiting.filter(isLate);
  $("figure-waiting").dataset.alarm = String(late.length > 0);
  $("waiting-late").textContent = late.length ? words("figure.late", late.length) : "";
  $("open-count").textContent = open.length;
  const all = [...units.values()].filter((unit) => unit.status !== "OFF_DUTY");
  $("free-count").textContent = words("figure.of", all.filter((unit) => unit.status === "AVAILABLE").length, all.length);
  rows.renewCounts();
  unitList.renewCounts();
}

/** How long calls wait for a unit; worked out by the server, and left as it is while that cannot be reached. */
async function renewAnswer() {
  try {
    const told = await fetch("/board/answer", { headers: { Accept: "application/json" } });
    if (!told.ok) {
      throw new Error(String(told.status));
    }
    const answer = await told.json();
    $("answer-now").textContent = answer.now;
    $("answer-usual").textContent = answer.usual;
    $("figure-answer").dataset.alarm = String(answer.slower);
  } catch {
    $("answer-usual").textContent = "";
    $("figure-answer").dataset.alarm = "false";
    $("answer-now").textContent = "–"; // Unknown is said, never the figure of before.
  }
}

// What the dispatcher does ---------------------------------------------------------------------------------------

async function act(path, fields) {
  said.working();
  const answer = await post(path, fields);
  if (answer.kind === "done") {
    said[answer.partly ? "bad" : "done"](answer.said, answer.undo);
    await detail.renewNow();
  } else if (answer.kind === "refused") {
    said.bad([answer.title, answer.detail].filter(Boolean).join(" ") || words("said.refused"), wayOn(path, fields, answer));
    await detail.renewNow();
  } else {
    said.bad(words(answer.kind === "sign-in" ? "said.sign-in" : "said.unknown"));
  }
  return answer;
}

/** Where a refusal only asks for a second look, the way on is one key away; the act is then a new one. */
function wayOn(path, fields, { type }) {
  const name = (type ?? "").replace("/problems/", "");
  const sent = [...new URLSearchParams(fields)].filter(([key]) => key !== "key" && key !== "_csrf");
  if (sent.filter(([key]) => key === "unit").length !== 1) {
    return null;
  }
  const same = Object.fromEntries(sent);
  const ways = {
    "unit-ask-first": { action: path, fields: { ...same, confirmed: "true" } },
    "unit-busy": { action: path, fields: { ...same, manner: "STACK" } },
    "incident-in-hand": { action: path.replace(/[^/]+$/, "claim"), fields: { takeOver: "true" } },
    "location-unconfirmed": { action: path.replace(/[^/]+$/, "confirm-place"), fields: {} },
  };
  return path.endsWith("/assign") && ways[name] ? { ...ways[name], label: words(`confirm.${name}`) } : null;
}

function open(kind, id, { focus = false } = {}) {
  chosen = { kind, id };
  rows.choose(kind === "incident" ? id : null);
  unitList.choose(kind === "unit" ? id : null);
  map.choose(kind, id);
  pane("detail", { focus: false });
  return detail.show(kind === "incident" ? `/board/incidents/${id}` : `/board/units/${id}`, { focus });
}

function pane(name, { focus = true } = {}) {
  document.body.dataset.pane = name;
  for (const tab of document.querySelectorAll(".tabs a")) {
    tab.setAttribute("aria-current", String(tab.dataset.pane === name));
  }
  if (focus) {
    const where = { incidents: () => rows.focus(rows.current()), units: () => unitList.focus(unitList.current()),
      detail: () => $("detail-body").querySelector("h2")?.focus(), map: () => $("map-view").focus() };
    where[name]?.();
  }
}

function toggleMap(on = !document.body.classList.contains("has-map")) {
  document.body.classList.toggle("has-map", on);
  document.querySelector(".side").classList.toggle("has-map", on);
  $("map").hidden = !on;
  $("map-button").setAttribute("aria-pressed", String(on));
  document.cookie = `board-map=${on ? "on" : "off"}; Path=/board; Max-Age=31536000; SameSite=Lax`;
  if (on) {
    map.open(incidents.values(), units.values(), () => document.querySelector(".side").classList.add("map-failed"));
  }
}

// Asked for again while it is shown: units move, and each that goes leaves a gap.
let coverageTimer = null;

async function showCoverage() {
  try {
    const answer = await fetch("/board/coverage/areas", { headers: { Accept: "application/json" } });
    const areas = answer.ok ? await answer.json() : []; // Refused or failed: the old shades would be a lie too.
    if (coverageTimer) {
      map.cover(areas);
    }
  } catch {
    // The old shades would be a lie: better none.
    map.cover([]);
  }
}

function toggleCoverage() {
  const on = !coverageTimer;
  clearInterval(coverageTimer);
  coverageTimer = on ? setInterval(showCoverage, 30_000) : null;
  $("coverage-button").setAttribute("aria-pressed", String(on));
  if (on) {
    showCoverage();
  } else {
    map.cover([]);
  }
}

function toggleTheme() {
  const theme = document.documentElement.dataset.theme === "light" ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  document.cookie = `board-theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

function toggleSound() {
  switchSound(!soundIsOn());
  $("sound-button").setAttribute("aria-pressed", String(soundIsOn()));
  said.say(words(soundIsOn() ? "sound.on" : "sound.off"));
}

function help() {
  const dialog = $("help");
  return dialog.open ? dialog.close() : dialog.showModal();
}

$("detail-body").addEventListener("click", (event) => {
  const link = event.target.closest("[data-open]");
  if (link) {
    event.preventDefault();
    open("incident", link.dataset.open, { focus: true });
  }
});

/** Opens a part of the detail and puts the cursor into its first field. */
function part(name) {
  if (chosen?.kind !== "incident") {
    const row = rows.current();
    if (!row) {
      return;
    }
    open("incident", row.dataset.incident).then(() => part(name));
    return;
  }
  const area = $("detail-body").querySelector(`[data-act="${name}"]`);
  if (!area) {
    said.bad(words("said.not-now"));
    return;
  }
  if (area.tagName === "DETAILS") {
    area.open = true;
  }
  pane("detail", { focus: false });
  const first = area.querySelector("textarea, select, input:not([type=hidden]), button:not([disabled])");
  first?.focus();
  first?.scrollIntoView({ block: "nearest" });
}

function assignChoice(index) {
  const button = $("detail-body").querySelectorAll('[data-act="assign"] [data-choice] button')[index];
  if (!button) {
    return false;
  }
  button.click();
  return true;
}

// The command line -----------------------------------------------------------------------------------------------

function incidentOf(number) {
  const all = [...incidents.values()];
  return all.find((each) => each.number === number) ?? all.filter((each) => each.label === number)
    .sort((a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt))[0];
}

function unitOf(sign) {
  return [...units.values()].find((each) => sameCallSign(each.callSign) === sign);
}

const DO = {
  nothing: () => {},
  help: () => help(),
  map: () => toggleMap(),
  call: ({ text }) => { location.href = `/calls/new${text ? `?place=${encodeURIComponent(text)}` : ""}`; },
  filter: ({ text }) => { $("filter").value = text; rows.narrow(text); },
  open: async ({ incident }) => {
    const found = incidentOf(incident);
    if (found) {
      await open("incident", found.id, { focus: true });
    } else {
      location.href = `/incidents?number=${encodeURIComponent(incident)}`;
    }
  },
  assign: ({ incident, units: signs, manner, confirmed }) => withIncident(incident, (found) => withUnits(signs, (list) =>
    act(`/incidents/${found.id}/assign`, pairs([["manner", manner], ["confirmed", confirmed],
      ...list.map((unit) => ["unit", unit.id])])))),
  confirm: ({ incident }) => withIncident(incident, (found) => act(`/incidents/${found.id}/confirm-place`, {})),
  cancel: ({ incident, unit }) => withIncident(incident, (found) => withUnits([unit], ([one]) =>
    act(`/incidents/${found.id}/cancel`, { unit: one.id }))),
  status: ({ unit, status }) => withUnits([unit], ([one]) => act(`/board/units/${one.id}/status`, { status })),
  note: ({ incident, text }) => withIncident(incident, (found) => act(`/incidents/${found.id}/notes`, { text })),
  priority: ({ incident, priority }) =>
    withIncident(incident, (found) => act(`/incidents/${found.id}/priority`, { priority })),
  close: ({ incident, disposition, text }) => withIncident(incident, (found) => disposition
    ? act(`/incidents/${found.id}/close`, { disposition, text })
    : open("incident", found.id).then(() => part("close"))),
  reopen: ({ incident, text }) => withIncident(incident, (found) => act(`/incidents/${found.id}/reopen`, { reason: text })),
  link: ({ incident, original }) => withIncident(incident, (found) => withIncident(original, (other) =>
    act(`/incidents/${found.id}/link`, { original: other.id }))),
};

function pairs(list) {
  const fields = new FormData();
  list.forEach(([name, value]) => fields.append(name, value));
  return fields;
}

function withIncident(number, then) {
  const found = incidentOf(number);
  if (!found) {
    said.bad(words("command.no-incident", number));
    return { kind: "refused" };
  }
  return then(found);
}

function withUnits(signs, then) {
  const missing = signs.find((sign) => !unitOf(sign));
  if (missing) {
    said.bad(words("command.no-unit", missing));
    return { kind: "refused" };
  }
  return then(signs.map(unitOf));
}

const history = [];

async function runCommand(event) {
  event.preventDefault();
  const field = $("command-line");
  const line = field.value;
  const command = readCommand(line);
  if (command.act === "wrong") {
    said.bad(words(`command.${command.key}`, ...command.values));
    return;
  }
  const answer = await DO[command.act](command);
  if (answer?.kind !== "refused" && answer?.kind !== "unknown") {
    history.push(line);
    field.value = "";
    hint();
  }
}

/** Says before Enter what the line would do, with the names of what it would do it to. */
function hint() {
  const command = readCommand($("command-line").value);
  const found = command.incident && incidentOf(command.incident);
  const known = found ? `#${found.label} ${found.typeName}, ${found.place}` : command.incident && `#${command.incident} ?`;
  const text = { nothing: "", wrong: command.key && words(`command.${command.key}`, ...(command.values ?? [])) }[command.act]
    ?? [words(`command.does.${command.act}`), command.units?.join(", ") ?? command.unit, known,
      command.status && words(`unit.${command.status}`)].filter(Boolean).join(" · ");
  $("command-hint").textContent = text ?? "";
}

// Keys -------------------------------------------------------------------------------------------------------------

function move(by) {
  const list = document.activeElement?.closest?.("[data-unit]") ? unitList : rows;
  const at = document.activeElement?.closest?.(list === rows ? "tr[data-incident]" : "[data-unit]");
  list.focus(at ? list.step(at, by) ?? at : list.current());
}

function inList() {
  return document.activeElement?.closest?.("tr[data-incident], [data-unit]");
}

listenForKeys({
  "?": help,
  "/": () => $("command-line").select(),
  ":": () => $("command-line").select(),
  n: () => { location.href = "/calls/new"; },
  j: () => move(1), k: () => move(-1),
  ArrowDown: () => (inList() ? move(1) : false),
  ArrowUp: () => (inList() ? move(-1) : false),
  Home: () => (inList() ? rows.focus(rows.all()[0]) : false),
  End: () => (inList() ? rows.focus(rows.all().at(-1)) : false),
  Enter: () => {
    const row = inList();
    if (!row || row.dataset.unit) {
      return false;
    }
    open("incident", row.dataset.incident, { focus: true });
    return true;
  },
  i: () => pane("incidents"), u: () => pane("units"), d: () => pane("detail"),
  a: () => part("assign"), t: () => part("note"), p: () => part("priority"), x: () => part("close"),
  l: () => part("link"), r: () => part("reopen"),
  e: () => { if (chosen?.kind === "incident") { location.href = `/incidents/${chosen.id}`; } },
  f: () => $("filter").focus(),
  m: () => toggleMap(), b: toggleTheme, s: toggleSound,
  z: () => said.undo(),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [String(n), () => assignChoice(n - 1)])),
  F6: (event) => cycle(event.shiftKey ? -1 : 1),
  Escape: (event) => {
    if (isTyping(event.target)) {
      event.target.blur();
    }
    rows.focus(rows.current());
  },
}, { isBlocked: () => $("help").open });

function cycle(by) {
  const order = ["incidents", "units", "detail"];
  const at = order.findIndex((name) => $(name).contains(document.activeElement));
  pane(order[(at + by + order.length) % order.length]);
}

// Start ------------------------------------------------------------------------------------------------------------

$("command").addEventListener("submit", runCommand);
$("command-line").addEventListener("input", hint);
$("command-line").addEventListener("keydown", (event) => {
  if (event.key === "ArrowUp" && history.length) {
    event.preventDefault();
    $("command-line").value = history.at(-1);
    hint();
  }
});
$("filter").addEventListener("input", (event) => rows.narrow(event.target.value));
$("filter").addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    rows.focus(rows.all()[0]);
  }
});
$("map-button").addEventListener("click", () => toggleMap());
$("coverage-button").addEventListener("click", toggleCoverage);
$("theme-button").addEventListener("click", toggleTheme);
$("sound-button").addEventListener("click", toggleSound);
$("sound-button").setAttribute("aria-pressed", String(soundIsOn()));
$("help-button").addEventListener("click", help);
$("help-close").addEventListener("click", help);
$("keys-on").checked = keysAreOn();
$("keys-on").addEventListener("change", (event) => switchKeys(event.target.checked));
switchKeys(keysAreOn());
for (const tab of document.querySelectorAll(".tabs a")) {
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    if (tab.dataset.pane === "map") {
      toggleMap(true);
    }
    pane(tab.dataset.pane);
  });
}
pane("incidents", { focus: false });
if (document.body.classList.contains("has-map") && window.matchMedia("(min-width: 901px)").matches) {
  toggleMap(true);
}
feed.start().then(() => {
  const wanted = new URLSearchParams(location.search).get("open");
  if (wanted) {
    open("incident", wanted);
  }
});
setInterval(renewAnswer, 30_000);
setInterval(() => {
  renewAges();
  rows.renewLate();
  unitList.renewStale().forEach((unit) => map.showUnit({ ...unit, stale: isStale(unit) }));
  renewFigures();
  feed.check();
}, 1000);
