// Taking a call: places while one types, what is known of the place, a draft that survives, one incident for two presses.

import { learnClock, renewAges } from "./age.js";
import { Draft } from "./draft.js";
import { Suggestions } from "./suggest.js";
import { words } from "./words.js";

const $ = (id) => document.getElementById(id);
const form = $("call");
const page = $("call-page");

// A draft of someone else on this console stays theirs.
const draft = new Draft(form, { name: `call.${page.dataset.account}` });

function found(trust, text) {
  $("place-found").dataset.trust = trust;
  $("place-text").textContent = text;
}

function setPoint(lat, lon, trust) {
  $("latitude").value = lat ?? "";
  $("longitude").value = lon ?? "";
  showMap(lat, lon);
  $("trust").value = trust ?? "";
}

/** The trust in a place that the geocoder found, as the incident will keep it. */
function trustOf(place) {
  return place.outside ? "OUTSIDE" : place.precision;
}

const suggestions = new Suggestions($("place"), {
  list: $("place-list"), status: $("place-status"),
  tell: (key, ...values) => words(`call.places-${key}`, ...values),
  ask: async (text, signal) => {
    const answer = await fetch(`/api/places/suggest?q=${encodeURIComponent(text)}`, { signal, headers: { Accept: "application/json" } });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    return (await answer.json()).map((place) => ({ ...place, note: note(place) }));
  },
  onChange: () => {
    setPoint(null, null, null);
    found("", words("call.place-not-chosen"));
  },
  onChoose: (place) => {
    const trust = trustOf(place);
    setPoint(place.latitude, place.longitude, trust);
    found(trust, words(`call.trust.${trust}`));
    draft.save();
    look();
  },
});

function note(place) {
  const kind = words(`call.kind.${place.kind}`);
  return place.outside ? `${kind}, ${words("call.outside")}` : kind;
}

/** What is open near the place, and what happened there before. */
async function look() {
  const query = new URLSearchParams({ place: $("place").value, type: $("type").value });
  if ($("latitude").value) {
    query.set("latitude", $("latitude").value);
    query.set("longitude", $("longitude").value);
  }
  if (!$("place").value.trim()) {
    return;
  }
  try {
    const answer = await fetch(`/calls/near?${query}`, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body;
      $("near").replaceChildren(...fresh.childNodes);
      markJoined();
    }
  } catch {
    // What is known of the place is a help; taking the call goes on without it.
  }
}

function join(id, label) {
  $("joins-field").value = id ?? "";
  $("joins").hidden = !id;
  $("joins-text").textContent = id ? words("call.joins", label) : "";
  $("open-incident").querySelector("span").textContent = id ? words("call.add-to", label) : words("call.open");
  markJoined();
}

function markJoined() {
  for (const item of document.querySelectorAll(".near__item")) {
    item.dataset.chosen = String(item.dataset.incident === $("joins-field").value);
  }
}

function suggestPriority() {
  const level = $("type").selectedOptions[0]?.dataset.priority;
  $("priority-suggested").textContent = level
    ? words("call.suggested", level, words(`priority.${level}`)) : words("call.priority-of-type");
}

/** The map follows the chosen place; a click on it is a place that someone set. */
function showMap(lat, lon) {
  const map = document.querySelector("[data-map-pick]");
  if (lat && map?.openbeatMap) {
    map.openbeatMap.show(lat, lon);
  }
}

for (const input of [$("latitude"), $("longitude")]) {
  input.addEventListener("change", () => {
    $("trust").value = "EXACT";
    found("EXACT", words("call.trust.set"));
    look();
  });
}

let sending = false;
form.addEventListener("submit", (event) => {
  const empty = ["place", "type", "notes"].map($).find((field) => !field.value.trim());
  if (empty) {
    event.preventDefault();
    $("place-status").textContent = words("call.missing", form.querySelector(`label[for=${empty.id}]`).textContent);
    empty.setAttribute("aria-invalid", "true");
    empty.focus();
    return;
  }
  if (sending) {
    event.preventDefault(); // The second press of a double click.
    return;
  }
  sending = true;
  draft.save(); // Until the server says that it has the call, the draft is the only copy.
});
window.addEventListener("pageshow", () => { sending = false; });

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit($("open-incident"));
  }
});
document.addEventListener("click", (event) => {
  const item = event.target.closest("[data-joins]")?.closest(".near__item");
  if (item) {
    join(item.dataset.incident, item.dataset.label);
    $("notes").focus();
  }
});
$("joins-clear").addEventListener("click", () => join(null));
$("type").addEventListener("change", () => { suggestPriority(); look(); });
$("place").addEventListener("change", () => look());
form.addEventListener("input", (event) => { event.target.removeAttribute("aria-invalid"); draft.save(); });
form.addEventListener("change", () => draft.save());
$("draft-forget").addEventListener("click", () => {
  draft.forget();
  location.href = "/calls/new";
});

// The server names the last call that it stored; the draft of that one is done with.
const stored = /(?:^|; )call-stored=([^;]+)/.exec(document.cookie)?.[1];
if (stored && stored === draft.key()) {
  draft.forget();
}

// A page that came back with a problem brings its own values; otherwise the draft of an unfinished call comes back.
if (!$("call-problem") && !new URLSearchParams(location.search).has("place") && draft.restore()) {
  $("draft-note").hidden = false;
  if ($("trust").value) {
    found($("trust").value, words(`call.trust.${$("trust").value}`));
  }
  join($("joins-field").value || null, $("joins-field").value ? "…" : "");
}
$("scripts").value = "true";
learnClock($("call-age").getAttribute("datetime"));
suggestPriority();
if ($("latitude").value) {
  showMap($("latitude").value, $("longitude").value);
}
if ($("place").value) {
  look();
}
setInterval(() => renewAges(page), 1000);
$("place").focus();
