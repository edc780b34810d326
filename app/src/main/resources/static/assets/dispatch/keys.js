// Every action of the board has a key. Single letters can be switched off (WCAG 2.1.4); the help says which is which.

const OFF = "openbeat.keys";

export function keysAreOn(store = window.localStorage) {
  try {
    return store.getItem(OFF) !== "off";
  } catch {
    return true;
  }
}

export function switchKeys(on, store = window.localStorage) {
  try {
    store.setItem(OFF, on ? "on" : "off");
  } catch {
    // Not kept, but valid for this page.
  }
  document.documentElement.classList.toggle("no-keys", !on);
}

/** Whether someone is typing text there, so that letters are letters. */
export function isTyping(target) {
  return target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT"
    || (target.tagName === "INPUT" && !["button", "submit", "checkbox", "radio"].includes(target.type));
}

/**
 * Calls acts[key](event) for a pressed key. Letters work only while single keys are on and nobody types; Escape, F6 and
 * the like always.
 */
export function listenForKeys(acts, { isOn = keysAreOn, isBlocked = () => false } = {}) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isBlocked()) {
      return;
    }
    const letter = event.key.length === 1;
    if (letter && (isTyping(event.target) || !isOn())) {
      return;
    }
    const act = acts[letter ? event.key.toLowerCase() : event.key];
    if (act && act(event) !== false) {
      event.preventDefault();
    }
  });
}
