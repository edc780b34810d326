// The pane of one incident or one unit. The server writes it, the same as on the page of its own; here its forms are
// sent without leaving the board, and only the parts that changed are put in.

import { renewAges } from "./age.js";
import { words } from "./words.js";

export class Detail {
  constructor(pane, { send, onShown = () => {} }) {
    this.pane = pane;
    this.send = send;
    this.onShown = onShown;
    this.address = null;
    pane.addEventListener("submit", (event) => this.submit(event));
  }

  /** Shows what stands at an address of ours; a later call wins over an earlier one that is still on its way. */
  async show(address, { focus = false } = {}) {
    const moved = address !== this.address;
    this.address = address;
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: asked.signal, redirect: "manual" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      if (asked.signal.aborted) {
        return;
      }
      if (moved || !this.pane.querySelector("[data-part]")) {
        this.pane.replaceChildren(...fresh.childNodes);
        this.pane.scrollTop = 0;
      } else {
        this.renew(fresh);
      }
      renewAges(this.pane);
      this.onShown(address);
      if (focus) {
        this.pane.querySelector("h2")?.focus();
      }
    } catch (failure) {
      if (failure.name !== "AbortError" && (moved || !this.pane.querySelector("[data-part]"))) {
        this.tellFailure();
      }
    }
  }

  /** Shows the same again, as it is now. */
  renewNow() {
    return this.address ? this.show(this.address) : Promise.resolve();
  }

  /** Puts in the parts that differ; a part in which someone is typing stays as it is. */
  renew(fresh) {
    const old = [...this.pane.querySelectorAll("[data-part]")];
    const now = new Map([...fresh.querySelectorAll("[data-part]")].map((part) => [part.dataset.part, part]));
    if (old.length !== now.size || old.some((part) => !now.has(part.dataset.part))) {
      this.pane.replaceChildren(...fresh.childNodes);
      return;
    }
    for (const part of old) {
      const next = now.get(part.dataset.part);
      if (stable(part) === stable(next) || isInUse(part)) {
        continue;
      }
      const focused = part.contains(document.activeElement) ? document.activeElement.id : null;
      part.replaceWith(next);
      if (focused) {
        (document.getElementById(focused) ?? this.pane.querySelector("h2"))?.focus();
      }
    }
  }

  async submit(event) {
    const form = event.target;
    if (form.method !== "post") {
      return;
    }
    event.preventDefault();
    if (form.dataset.sending) {
      return; // A second press while the first is on its way.
    }
    form.dataset.sending = "true";
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", "true"));
    const fields = new FormData(form, event.submitter);
    const answer = await this.send(new URL(form.action).pathname, fields);
    delete form.dataset.sending;
    form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-disabled"));
    if (answer.kind === "done") {
      form.reset();
      form.closest("details")?.removeAttribute("open");
    }
  }

  tellFailure() {
    const note = document.createElement("p");
    note.className = "problem";
    note.textContent = words("detail.failed");
    this.pane.replaceChildren(note);
  }

  clear() {
    this.address = null;
    const note = document.createElement("p");
    note.className = "detail--none";
    note.textContent = words("detail.none");
    this.pane.replaceChildren(note);
  }
}

/** What a part says, without what differs in every answer. */
function stable(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("input[name=key], input[name=_csrf]").forEach((input) => input.remove());
  copy.querySelectorAll("time.age").forEach((time) => { time.textContent = ""; });
  copy.querySelectorAll("details").forEach((details) => details.removeAttribute("open"));
  return copy.innerHTML;
}

function isInUse(part) {
  return [...part.querySelectorAll("textarea, input[type=text], select")].some((field) =>
    field === document.activeElement || (field.value !== (field.defaultValue ?? field.value) && field.value !== ""));
}
