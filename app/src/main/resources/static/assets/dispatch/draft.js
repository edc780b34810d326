// Keeps what is typed into a form until it is sent, so that a reload, a crash or a lost session costs nothing.

const LIFETIME_MILLIS = 12 * 60 * 60 * 1000;

/**
 * Never kept: the token of a session. The key of the act is kept: a draft whose answer was lost on the way is sent again
 * under the same key, and so has one effect.
 */
const NEVER = new Set(["_csrf"]);

export class Draft {
  constructor(form, { store = window.localStorage, name = form.dataset.draft, now = Date.now } = {}) {
    Object.assign(this, { form, store, name: `openbeat.draft.${name}`, now });
  }

  /** Brings a kept draft back into the form; answers whether there was one. */
  restore() {
    const kept = this.read();
    if (!kept) {
      return false;
    }
    let any = false;
    for (const [field, value] of Object.entries(kept.values)) {
      const element = this.form.elements.namedItem(field);
      if (element && !NEVER.has(field) && value !== "" && set(element, value)) {
        any ||= element.type !== "hidden";
      }
    }
    return any;
  }

  save() {
    const values = {};
    for (const [field, value] of new FormData(this.form)) {
      if (!NEVER.has(field) && typeof value === "string") {
        values[field] = value;
      }
    }
    this.write({ savedAt: this.now(), values });
  }

  /** The key under which the kept draft is or was sent. */
  key() {
    return this.read()?.values.key ?? null;
  }

  forget() {
    try {
      this.store.removeItem(this.name);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  read() {
    try {
      const kept = JSON.parse(this.store.getItem(this.name) ?? "null");
      return kept && this.now() - kept.savedAt < LIFETIME_MILLIS ? kept : null;
    } catch {
      return null;
    }
  }

  write(kept) {
    try {
      this.store.setItem(this.name, JSON.stringify(kept));
    } catch {
      // Private windows and full disks keep no draft; typing goes on.
    }
  }
}

function set(element, value) {
  if (element instanceof RadioNodeList) {
    element.value = value;
    return true;
  }
  if (element.type === "checkbox") {
    element.checked = element.value === value;
    return true;
  }
  if (element.value === value) {
    return false;
  }
  element.value = value;
  return true;
}
