// Sends what the dispatcher decided and tells truthfully what became of it: done, refused with the reason, or unknown.

/** The token that the server wants with every act. */
function token() {
  return document.querySelector("meta[name=csrf-token]")?.content ?? "";
}

/** A key of its own for each act: sending it twice has one effect. */
export function newKey() {
  if (globalThis.crypto?.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * Posts a form. Answers {kind: "done", said, undo, go}, {kind: "refused", title, detail}, {kind: "sign-in"} or
 * {kind: "unknown"} when no answer came: then nobody may say that it was saved.
 */
export async function post(path, fields, { request = fetch, patience = 15_000 } = {}) {
  const body = new URLSearchParams(fields);
  if (!body.has("_csrf")) {
    body.set("_csrf", token());
  }
  if (!body.has("key")) {
    body.set("key", newKey());
  }
  try {
    const answer = await request(path, {
      method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(patience),
      headers: { Accept: "application/json" },
    });
    return await understand(answer);
  } catch {
    return { kind: "unknown" };
  }
}

async function understand(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    return { kind: "sign-in" };
  }
  const type = answer.headers.get("Content-Type") ?? "";
  if (answer.ok && type.includes("json")) {
    return { kind: "done", ...(await answer.json()) };
  }
  if (type.includes("json")) {
    const problem = await answer.json();
    return { kind: "refused", status: answer.status, type: problem.type, title: problem.title, detail: problem.detail };
  }
  return answer.status >= 400 && answer.status < 500 ? { kind: "refused", status: answer.status } : { kind: "unknown" };
}
