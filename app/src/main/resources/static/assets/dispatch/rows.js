// The list of incidents: only the row that changed is touched, so that nothing jumps under the eye or the keyboard.

import { age, secondsSince, serverNow } from "./age.js";
import { hasWords, words } from "./words.js";

/** Waiting first; in each part the most urgent first, then the oldest. */
export function before(a, b) {
  return a.priority - b.priority || Date.parse(a.receivedAt) - Date.parse(b.receivedAt) || a.number - b.number;
}

/** Nobody is on the way. */
export function isWaiting(incident) {
  return incident.status === "WAITING";
}

/** It waits for longer than its priority allows. */
export function isLate(incident) {
  return Boolean(incident.overdueAt) && Date.parse(incident.overdueAt) <= serverNow();
}

export class Rows {
  constructor(table, { onOpen }) {
    this.table = table;
    this.groups = {
      waiting: table.querySelector("tbody[data-group=waiting]"),
      underway: table.querySelector("tbody[data-group=underway]"),
    };
    this.pattern = document.getElementById("incident-row");
    this.known = new Map();
    this.filter = "";
    table.addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-incident]");
      if (row && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.focus(row);
        onOpen(row.dataset.incident);
      }
    });
    table.addEventListener("focusin", (event) => {
      const row = event.target.closest("tr[data-incident]");
      if (row) {
        this.rove(row);
      }
    });
  }

  row(id) {
    return this.table.querySelector(`tr[data-incident="${CSS.escape(id)}"]`);
  }

  all() {
    return [...this.table.querySelectorAll("tr[data-incident]:not([hidden])")];
  }

  /** Shows an incident as it is now; says whether it is new to the list. */
  show(incident, { quietly = false } = {}) {
    let row = this.row(incident.id);
    const isNew = !row;
    row ??= this.pattern.content.firstElementChild.cloneNode(true);
    const text = JSON.stringify(incident);
    if (this.known.get(incident.id) === text) {
      return false;
    }
    this.known.set(incident.id, text);
    this.fill(row, incident);
    this.place(row, incident);
    if (!quietly) {
      mark(row, isNew ? "is-new" : "is-changed");
    }
    return isNew;
  }

  fill(row, incident) {
    row.incident = incident;
    row.dataset.incident = incident.id;
    row.dataset.number = incident.number;
    row.dataset.priority = incident.priority;
    row.querySelector(".prio").className = `prio prio--${incident.priority}`;
    text(row.querySelector(".prio__mark"), incident.priority);
    text(row.querySelector(".prio__word"), words(`priority.${incident.priority}`));
    const link = row.querySelector(".n a");
    link.href = `/incidents/${incident.id}`;
    text(link, incident.label);
    link.title = incident.number;
    link.tabIndex = -1; // The row itself is in the tab order.
    text(row.querySelector(".what"), incident.typeName);
    text(row.querySelector(".where__text"), incident.place);
    optional(row.querySelector(".beat"), incident.beat);
    row.querySelector(".check").hidden = !incident.unconfirmed;
    optional(row.querySelector(".claim"), incident.inHand);
    const time = row.querySelector("time");
    time.setAttribute("datetime", incident.receivedAt);
    text(time, age(secondsSince(incident.receivedAt)));
    text(row.querySelector(".status"), words(`incident.${incident.status}`));
    row.querySelector(".crew").replaceChildren(...incident.units.map(chip));
  }

  place(row, incident) {
    const group = this.groups[isWaiting(incident) ? "waiting" : "underway"];
    const others = [...group.querySelectorAll("tr[data-incident]")].filter((each) => each !== row);
    const next = others.find((each) => each.incident && before(incident, each.incident) < 0) ?? null;
    if (row.parentNode !== group || row.nextElementSibling !== next) {
      const focused = row.contains(document.activeElement) ? document.activeElement : null;
      group.insertBefore(row, next);
      focused?.focus();
    }
    row.hidden = !matches(incident, this.filter);
  }

  remove(id) {
    const row = this.row(id);
    this.known.delete(id);
    if (!row) {
      return;
    }
    const hadFocus = row.contains(document.activeElement);
    const next = this.step(row, 1) ?? this.step(row, -1);
    row.remove();
    if (hadFocus && next) {
      this.focus(next);
    }
  }

  /** Takes away every row that is not among these. */
  keepOnly(ids) {
    for (const row of this.table.querySelectorAll("tr[data-incident]")) {
      if (!ids.has(row.dataset.incident)) {
        this.remove(row.dataset.incident);
      }
    }
  }

  choose(id) {
    for (const row of this.table.querySelectorAll("tr[data-incident]")) {
      row.setAttribute("aria-selected", String(row.dataset.incident === id));
    }
  }

  narrow(filter) {
    this.filter = filter.trim().toLowerCase();
    for (const row of this.table.querySelectorAll("tr[data-incident]")) {
      row.hidden = !!row.incident && !matches(row.incident, this.filter);
    }
  }

  step(row, by) {
    const rows = this.all();
    return rows[rows.indexOf(row) + by];
  }

  current() {
    return this.table.querySelector('tr[data-incident][tabindex="0"]:not([hidden])') ?? this.all()[0];
  }

  /** One row is in the tab order, the arrow keys do the rest. */
  rove(row) {
    for (const other of this.table.querySelectorAll('tr[data-incident][tabindex="0"]')) {
      other.tabIndex = -1;
    }
    row.tabIndex = 0;
  }

  focus(row) {
    if (row) {
      this.rove(row);
      row.focus();
      row.scrollIntoView({ block: "nearest" });
    }
  }

  /** The waiting that have waited too long stand out, in weight as well as in colour. */
  renewLate() {
    for (const row of this.groups.waiting.querySelectorAll("tr[data-incident]")) {
      if (row.incident) {
        row.querySelector(".old").dataset.late = String(isLate(row.incident));
      }
    }
    for (const cell of this.groups.underway.querySelectorAll('.old[data-late="true"]')) {
      cell.dataset.late = "false";
    }
  }

  renewCounts() {
    for (const group of Object.values(this.groups)) {
      const count = group.querySelectorAll("tr[data-incident]").length;
      text(group.querySelector(".count"), count);
      group.querySelector("tr.none").hidden = count > 0;
    }
  }
}

function matches(incident, filter) {
  return !filter || `#${incident.number} ${incident.number} ${incident.typeName} ${incident.place} ${incident.beat ?? ""} ${
    incident.units.map((unit) => unit.callSign).join(" ")}`.toLowerCase().includes(filter);
}

function chip(unit) {
  const element = document.createElement("span");
  element.className = "state";
  element.dataset.state = unit.status;
  element.append(unit.callSign);
  const word = document.createElement("span");
  word.className = "hidden-text";
  word.textContent = ` ${words(`unit.${unit.status}`)} `;
  element.append(word);
  element.title = hasWords(`unit.${unit.status}`) ? words(`unit.${unit.status}`) : "";
  return element;
}

function text(element, value) {
  const wanted = String(value ?? "");
  if (element && element.textContent !== wanted) {
    element.textContent = wanted;
  }
}

function optional(element, value) {
  element.hidden = !value;
  text(element, value);
}

function mark(row, name) {
  row.classList.remove("is-new", "is-changed");
  void row.offsetWidth; // The animation starts again.
  row.classList.add(name);
}
