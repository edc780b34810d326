// A field that suggests places while one types: the combobox with a list that WAI-ARIA describes. The keyboard alone
// serves it; what is typed stays as it is until a suggestion is chosen.

const PAUSE_MILLIS = 120;

export class Suggestions {
  constructor(field, { list, status, ask, onChoose, onChange = () => {}, tell }) {
    Object.assign(this, { field, list, status, ask, onChoose, onChange, tell });
    this.found = [];
    this.at = -1;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    field.autocomplete = "off";
    field.addEventListener("input", () => {
      onChange();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), PAUSE_MILLIS);
    });
    field.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    list.addEventListener("mousedown", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        event.preventDefault();
        this.choose([...list.children].indexOf(option));
      }
    });
  }

  async look() {
    const text = this.field.value.trim();
    this.asked?.abort();
    if (text.length < 2) {
      this.close();
      return;
    }
    this.asked = new AbortController();
    const signal = this.asked.signal;
    try {
      const found = await this.ask(text, signal);
      if (!signal.aborted && document.activeElement === this.field) {
        this.show(found);
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        this.close();
        this.status.textContent = this.tell("failed");
      }
    }
  }

  show(found) {
    this.found = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((each, index) => option(each, `${this.list.id}-${index}`)));
    this.list.hidden = found.length === 0;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.field.removeAttribute("aria-activedescendant");
    this.status.textContent = found.length ? this.tell("found", found.length) : this.tell("none");
  }

  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden) {
        this.look();
        return;
      }
      event.preventDefault();
      this.mark((this.at + (event.key === "ArrowDown" ? 1 : -1) + this.found.length) % this.found.length);
    } else if (event.key === "Enter" && !this.list.hidden) {
      event.preventDefault();
      this.choose(Math.max(0, this.at));
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Tab" && !this.list.hidden && this.at >= 0) {
      this.choose(this.at);
    }
  }

  mark(index) {
    this.at = index;
    [...this.list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === index)));
    const option = this.list.children[index];
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    const chosen = this.found[index];
    if (chosen) {
      this.field.value = chosen.label;
      this.close();
      this.onChoose(chosen);
    }
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}

function option(each, id) {
  const element = document.createElement("li");
  element.id = id;
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  element.append(each.label);
  if (each.note) {
    const note = document.createElement("span");
    note.className = "quiet";
    note.textContent = ` ${each.note}`;
    element.append(note);
  }
  return element;
}
