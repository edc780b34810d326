// The crew's page on a phone. Every button works as a plain form; with scripts it also works without a network: what was
// pressed is kept, shown as unsent, and sent once the network is back.

import { Queue, REFUSED, UNSENT } from "./queue.js";
import { learnClock, rememberClock, renewAges, serverNow, timeOfDay } from "./age.js";
import { Sharing } from "./share.js";
import { words } from "./words.js";

const page = document.getElementById("crew");
const zone = page.dataset.zone;
let online = true;
let pause = 2000;
let timer = null;

const CLOCK = "openbeat.crew.clock";

// The time of an act is the server's, as this phone last heard it: a phone with a wrong clock still tells the right time.
const queue = new Queue({ store: window.localStorage, account: page.dataset.account, send, changed: showQueue,
  now: () => serverNow() });

/** Every answer of the network tells the server's time; what a worker kept does not. */
function hearClock(answer) {
  const date = answer.headers.get("Date");
  if (date && !answer.headers.has("Openbeat-Kept")) {
    window.localStorage.setItem(CLOCK, String(learnClock(date)));
  }
}

async function send(act) {
  const body = new URLSearchParams(act.fields);
  body.set("key", act.key);
  body.set("at", act.at);
  try {
    const token = await freshToken();
    if (token === null) {
      return { kind: "sign-in" };
    }
    body.set("_csrf", token);
    const answer = await fetch(act.path, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(20_000),
      headers: { Accept: "application/json" } });
    reached(true);
    hearClock(answer);
    if (answer.ok) {
      return { kind: "done" };
    }
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      return { kind: "sign-in" };
    }
    if (answer.status === 429 || answer.status >= 500) {
      return { kind: "later" };
    }
    const problem = await answer.json().catch(() => ({}));
    return { kind: "refused", reason: [problem.title, problem.detail].filter(Boolean).join(" ") };
  } catch {
    reached(false);
    return { kind: "later" };
  }
}

/** The page may be hours old when the network comes back, so the token of the session is asked for again. */
async function freshToken() {
  const answer = await fetch("/crew/token", { redirect: "manual", signal: AbortSignal.timeout(10_000) });
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
    return null;
  }
  const told = await answer.json();
  return told.account === page.dataset.account ? told.token : null;
}

async function flush() {
  clearTimeout(timer);
  const before = queue.list().length;
  const end = await queue.flush();
  document.getElementById("crew-sign-in").hidden = end !== "sign-in";
  if (end === "empty") {
    pause = 2000;
    if (before > 0) {
      await renew();
    }
  } else if (end === "later") {
    pause = Math.min(60_000, pause * 2);
    timer = setTimeout(flush, pause);
  }
}

/** Reads the page again and puts in what changed; keeps what someone is typing. */
async function renew() {
  try {
    const answer = await fetch("/crew", { headers: { Accept: "text/html" }, redirect: "manual",
      signal: AbortSignal.timeout(15_000) });
    if (!answer.ok) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("crew");
    if (!fresh || fresh.dataset.account !== page.dataset.account) {
      location.reload();
      return;
    }
    reached(!answer.headers.has("Openbeat-Kept"));
    hearClock(answer);
    const old = document.getElementById("crew-work");
    const next = fresh.querySelector("#crew-work");
    const typing = [...old.querySelectorAll("textarea, select")].some((field) => field.value !== "");
    page.dataset.at = fresh.dataset.at;
    if (!typing && old.dataset.print !== next.dataset.print) {
      const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
      const told = old.dataset.incident !== next.dataset.incident;
      const opened = [...old.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
      old.replaceWith(next);
      next.querySelectorAll("details > summary").forEach((summary) => {
        summary.parentElement.open ||= opened.includes(summary.textContent);
      });
      if (focused) {
        document.getElementById(focused)?.focus();
      }
      if (told && next.dataset.incident) {
        document.getElementById("crew-news").textContent = words("crew.new-work");
        navigator.vibrate?.([200, 100, 200]);
      }
    }
    showQueue();
  } catch {
    reached(false);
  }
}

function reached(yes) {
  online = yes;
  const line = document.getElementById("crew-line");
  line.dataset.state = yes ? "live" : "lost";
  line.textContent = yes ? words("crew.online", timeOfDay(serverNow(), zone))
    : words("crew.offline", timeOfDay(Date.parse(page.dataset.at), zone));
}

function showQueue() {
  showSharing();
  const list = document.getElementById("crew-queue");
  const acts = queue.list();
  list.closest("section").hidden = acts.length === 0 && queue.ofOthers() === 0;
  list.replaceChildren(...acts.map(item));
  const others = document.getElementById("crew-others");
  others.hidden = queue.ofOthers() === 0;
  others.textContent = words("crew.others", queue.ofOthers());
  let reachedUnsent = false;
  for (const step of document.querySelectorAll("[data-step]")) {
    const act = acts.findLast((each) => each.step === step.dataset.step && each.incident === page.querySelector("#crew-work").dataset.incident);
    step.dataset.unsent = String(act?.state === UNSENT);
    const note = step.querySelector(".step__unsent");
    if (note) {
      note.textContent = act?.state === UNSENT ? words("crew.unsent-at", timeOfDay(Date.parse(act.at), zone)) : "";
    }
    if (act?.state === UNSENT) {
      reachedUnsent = true;
      step.querySelector(".big")?.classList.remove("big--next");
    } else if (reachedUnsent) {
      reachedUnsent = false; // What comes after the last unsent step is what comes next.
      step.querySelector(".big")?.classList.add("big--next");
    }
  }
}

function item(act) {
  const element = document.getElementById("crew-act").content.firstElementChild.cloneNode(true);
  element.dataset.state = act.state;
  element.querySelector(".act__what").textContent = act.label;
  element.querySelector(".act__when").textContent = timeOfDay(Date.parse(act.at), zone);
  element.querySelector(".act__state").textContent = act.state === REFUSED
    ? words("crew.refused", act.reason ?? "") : words("crew.unsent");
  const button = element.querySelector("button");
  button.hidden = act.state !== REFUSED;
  button.addEventListener("click", () => queue.dismiss(act.key));
  return element;
}

page.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.queue) {
    return;
  }
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form, event.submitter));
  if (isPressedAgain(form)) {
    return;
  }
  delete fields.key;
  delete fields._csrf;
  delete fields.at;
  const choice = form.querySelector("select");
  const label = [form.dataset.queue, choice ? choice.selectedOptions[0]?.textContent : null, fields.text]
    .filter(Boolean).join(": ");
  queue.add({ path: new URL(form.action).pathname, fields, label, step: form.closest("[data-step]")?.dataset.step,
    incident: fields.incident });
  form.reset();
  form.closest("details")?.removeAttribute("open");
  flush();
});

const sharing = new Sharing({
  account: page.dataset.account,
  send: async (fields) => {
    try {
      const token = await freshToken();
      const answer = token && await fetch("/crew/position", { method: "POST", redirect: "manual",
        body: new URLSearchParams({ ...fields, _csrf: token }), signal: AbortSignal.timeout(10_000) });
      return Boolean(answer?.ok); // A position that is lost is made up for by the next one.
    } catch {
      return false;
    }
  },
  tell: (key, value) => {
    const said = document.querySelector("[data-share-said]");
    if (said) {
      said.textContent = key ? words(`crew.${key}`, value) : "";
    }
  },
});

function showSharing() {
  const box = document.querySelector("[data-share]");
  if (box) {
    box.checked = sharing.isOn();
    sharing.follow();
  }
}

page.addEventListener("change", (event) => {
  if (event.target.matches("[data-share]")) {
    sharing.switchTo(event.target.checked);
  }
});

/** A second tap on the same button, or a step that waits to be sent already. */
function isPressedAgain(form) {
  const now = Date.now();
  const again = now - Number(form.dataset.pressed ?? 0) < 1000 || form.closest("[data-step]")?.dataset.unsent === "true";
  form.dataset.pressed = String(now);
  return again;
}

window.addEventListener("online", () => {
  pause = 2000;
  flush().then(renew);
});
window.addEventListener("offline", () => reached(false));
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush().then(renew));

// Signing out on a phone that others use: what was kept of the work goes; what was not sent is asked about first.
document.addEventListener("submit", (event) => {
  if (!event.target.action?.endsWith("/sign-out")) {
    return;
  }
  if (queue.list().some((act) => act.state === UNSENT) && !window.confirm(words("crew.sign-out-unsent"))) {
    event.preventDefault();
    return;
  }
  navigator.serviceWorker?.controller?.postMessage("forget");
});

// The worker keeps the page and whatever it is made of, so that it opens without a network.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/crew/worker.js", { scope: "/crew" }).catch(() => {});
  navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage({
    keep: performance.getEntriesByType("resource").map((entry) => entry.name)
      .filter((name) => /^\/(assets|webjars)\//.test(new URL(name).pathname)),
  }));
}
rememberClock(Number(window.localStorage.getItem(CLOCK) ?? 0));
reached(navigator.onLine && !document.documentElement.dataset.kept);
showQueue();
flush().then(renew);
setInterval(() => renewAges(), 1000);
setInterval(() => (queue.list().some((act) => act.state === UNSENT) ? flush() : renew()), 15_000);
