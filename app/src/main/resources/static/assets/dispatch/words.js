// The texts of the page in the reader's language: the server writes them into a data block, so no text stands in a script.

let texts = null;

function load() {
  const block = typeof document === "undefined" ? null : document.getElementById("words");
  return block ? JSON.parse(block.textContent) : {};
}

/** Puts a set of texts in place of those of the page; for tests. */
export function useWords(replacement) {
  texts = replacement;
}

/** The text of a key, with {0}, {1}… replaced. A missing text shows its key, so that it is noticed. */
export function words(key, ...values) {
  texts ??= load();
  const text = texts[key] ?? key;
  return text.replace(/\{(\d)\}/g, (whole, index) => (index < values.length ? String(values[index]) : whole));
}

/** Whether the page has a text of this key. */
export function hasWords(key) {
  texts ??= load();
  return key in texts;
}
