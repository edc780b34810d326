// The units by what they are doing. A unit is a button: it can be chosen, and the map shows it.

import { age, secondsSince } from "./age.js";
import { words } from "./words.js";

export const ORDER = ["AVAILABLE", "ASSIGNED", "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING", "ON_BREAK", "UNAVAILABLE",
  "OFF_DUTY"];

/** A position grows old by itself, whether or not anything more is heard of the unit. */
export function isStale(unit) {
  const most = Number(document.body.dataset.staleAfter || 300);
  return Boolean(unit.positionAt) && (unit.stale || secondsSince(unit.positionAt) > most);
}

export class Units {
  constructor(pane, { onChoose }) {
    this.pane = pane;
    this.pattern = document.getElementById("unit-row");
    pane.addEventListener("click", (event) => {
      const row = event.target.closest("[data-unit]");
      if (row) {
        this.rove(row);
        onChoose(row.dataset.unit);
      }
    });
    pane.addEventListener("focusin", (event) => {
      const row = event.target.closest("[data-unit]");
      if (row) {
        this.rove(row);
      }
    });
  }

  show(unit) {
    const item = this.item(unit.id) ?? this.pattern.content.firstElementChild.cloneNode(true);
    const row = item.querySelector("[data-unit]");
    row.unit = unit;
    row.dataset.unit = unit.id;
    row.dataset.callSign = unit.callSign;
    row.querySelector(".unit__sign").textContent = unit.callSign;
    row.querySelector(".unit__state").textContent = words(`unit.${unit.status}`);
    row.querySelector(".unit__more").textContent = this.more(unit);
    const since = row.querySelector("time");
    since.hidden = !unit.since;
    if (unit.since) {
      since.setAttribute("datetime", unit.since);
      since.textContent = age(secondsSince(unit.since));
    }
    this.place(item, unit);
  }

  /** Says anew of whom the position is old; answers those of whom that has changed. */
  renewStale() {
    const changed = [];
    for (const row of this.pane.querySelectorAll("[data-unit]")) {
      if (row.unit && row.dataset.stale !== String(isStale(row.unit))) {
        row.dataset.stale = String(isStale(row.unit));
        row.querySelector(".unit__more").textContent = this.more(row.unit);
        changed.push(row.unit);
      }
    }
    return changed;
  }

  more(unit) {
    const parts = [];
    if (unit.incident) {
      parts.push(`#${unit.incident}`);
    }
    if (isStale(unit) && unit.status !== "OFF_DUTY") {
      parts.push(words("unit.position-old"));
    }
    if (unit.doubted && unit.status !== "OFF_DUTY") {
      parts.push(words("unit.position-doubted"));
    }
    if (unit.typeName) {
      parts.push(unit.typeName);
    }
    return parts.join(" · ");
  }

  place(item, unit) {
    const group = this.pane.querySelector(`[data-group="${unit.status}"]`);
    if (!group) {
      item.remove();
      return;
    }
    const list = group.querySelector("ul");
    const next = [...list.children].find((each) =>
      each !== item && compare(unit.callSign, each.querySelector("[data-unit]").dataset.callSign) < 0) ?? null;
    if (item.parentNode !== list || item.nextElementSibling !== next) {
      const focused = item.contains(document.activeElement) ? document.activeElement : null;
      list.insertBefore(item, next);
      focused?.focus();
    }
  }

  item(id) {
    return this.pane.querySelector(`[data-unit="${CSS.escape(id)}"]`)?.closest("li") ?? null;
  }

  remove(id) {
    this.item(id)?.remove();
  }

  choose(id) {
    for (const row of this.all()) {
      row.setAttribute("aria-pressed", String(row.dataset.unit === id));
    }
  }

  keepOnly(ids) {
    for (const row of this.pane.querySelectorAll("[data-unit]")) {
      if (!ids.has(row.dataset.unit)) {
        row.closest("li").remove();
      }
    }
  }

  renewCounts() {
    for (const group of this.pane.querySelectorAll("[data-group]")) {
      const count = group.querySelectorAll("[data-unit]").length;
      group.hidden = count === 0;
      group.querySelector(".count").textContent = count;
    }
  }

  all() {
    return [...this.pane.querySelectorAll("[data-unit]")];
  }

  current() {
    return this.pane.querySelector('[data-unit][tabindex="0"]') ?? this.all()[0];
  }

  step(row, by) {
    const rows = this.all();
    return rows[rows.indexOf(row) + by];
  }

  rove(row) {
    for (const other of this.all()) {
      other.tabIndex = other === row ? 0 : -1;
    }
  }

  focus(row) {
    if (row) {
      this.rove(row);
      row.focus();
      row.scrollIntoView({ block: "nearest" });
    }
  }
}

/** U2 before U10. */
export function compare(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}
