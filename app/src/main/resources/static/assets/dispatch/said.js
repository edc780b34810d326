// The one place where the board says what became of an act, with a way back where there is one.

import { words } from "./words.js";

export class Said {
  constructor(area, { onUndo }) {
    this.area = area;
    this.onUndo = onUndo;
    this.button = area.querySelector("button");
    this.button.addEventListener("click", () => this.undo());
  }

  working() {
    this.show("working", words("said.working"), null);
  }

  say(text) {
    this.show("plain", text, null);
  }

  done(text, undo) {
    this.show("done", text, undo ?? null);
  }

  /** An act that was refused, or of which nobody knows what became. It stays until the next act. */
  bad(text, wayOn) {
    this.show("bad", text, wayOn ?? null);
  }

  undo() {
    if (!this.way) {
      return false;
    }
    const way = this.way;
    this.way = null;
    this.button.hidden = true;
    this.onUndo(way);
    return true;
  }

  show(tone, text, undo) {
    this.area.dataset.tone = tone;
    this.area.querySelector(".said__text").textContent = text;
    this.way = undo;
    this.button.hidden = !undo;
    if (undo) {
      this.button.querySelector("span").textContent = undo.label;
    }
  }
}
