// Lets the crew's page open without a network: the newest answer is kept on the phone until the next one, or until the
// officer signs out. Only the page itself and its own files are kept; no act ever passes through here.

const SHELL = "openbeat-crew-shell-1";
const PAGE = "openbeat-crew-page-1";
const PATIENCE_MILLIS = 6000;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith("openbeat-crew-") && name !== SHELL
      && name !== PAGE).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "forget") {
    event.waitUntil(caches.delete(PAGE));
  } else if (event.data?.keep) {
    event.waitUntil(keep(event.data.keep));
  }
});

/** Keeps the page as it is now and the files that it has just used; files that it no longer uses go. */
async function keep(addresses) {
  const cache = await caches.open(SHELL);
  for (const old of await cache.keys()) {
    if (!addresses.includes(old.url)) {
      await cache.delete(old);
    }
  }
  await Promise.all(addresses.map(async (address) => {
    if (!(await cache.match(address))) {
      await cache.add(address).catch(() => {});
    }
  }));
  await newestPage(new Request("/crew", { headers: { Accept: "text/html" } })).catch(() => {});
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (url.pathname === "/crew") {
    event.respondWith(newestPage(event.request));
  } else if (url.pathname.startsWith("/assets/") || url.pathname.startsWith("/webjars/")) {
    event.respondWith(file(event.request));
  }
});

/** The network first, for a moment; then the page as it was. */
async function newestPage(request) {
  const cache = await caches.open(PAGE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    if (answer.ok && !answer.redirected && (answer.headers.get("Content-Type") ?? "").includes("text/html")) {
      await cache.put("/crew", answer.clone());
    } else if (answer.redirected || answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      await caches.delete(PAGE); // Signed out: nothing of the work stays behind.
    }
    return answer;
  } catch (failure) {
    const kept = await cache.match("/crew");
    if (!kept) {
      throw failure;
    }
    const headers = new Headers(kept.headers);
    headers.set("Openbeat-Kept", "true");
    return new Response(await kept.blob(), { status: 200, headers });
  }
}

/** Files from the network while it is there, so that a new version is used at once; otherwise as they were. */
async function file(request) {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    if (answer.ok) {
      await cache.put(request, answer.clone());
    }
    return answer;
  } catch (failure) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (!kept) {
      throw failure;
    }
    return kept;
  }
}
