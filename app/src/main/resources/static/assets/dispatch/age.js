// Ages and times of day as the room reads them. The clock of the server counts, not that of this computer.

let ahead = 0; // How far the server's clock is ahead of ours, in milliseconds.

/** Learns the server's clock from an instant that it just told; answers by how much ours is behind. */
export function learnClock(serverInstant, ourMillis = Date.now()) {
  const told = Date.parse(serverInstant);
  if (!Number.isNaN(told)) {
    ahead = told - ourMillis;
  }
  return ahead;
}

/** Takes over what was learned on an earlier page. */
export function rememberClock(millisAhead) {
  ahead = Number.isFinite(millisAhead) ? millisAhead : 0;
}

/** The server's time now, in milliseconds since 1970 UTC. */
export function serverNow(ourMillis = Date.now()) {
  return ourMillis + ahead;
}

/** Seconds from an instant to now; never negative. */
export function secondsSince(instant, nowMillis = serverNow()) {
  return Math.max(0, Math.floor((nowMillis - Date.parse(instant)) / 1000));
}

/** 0:42, 12:05, 1:02:05, and from a day on 2 d 03 h: short enough for a column, exact enough to act on. */
export function age(seconds) {
  const two = (n) => String(n).padStart(2, "0");
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (days > 0) {
    return `${days} d ${two(hours)} h`;
  }
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The time of day in the zone of the place: 12:03:04. */
export function timeOfDay(millis, zone) {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: zone || undefined,
  }).format(new Date(millis));
}

/** Renews every age on the page; each is a <time class="age" datetime="…">. */
export function renewAges(root = document) {
  const now = serverNow();
  for (const element of root.querySelectorAll("time.age")) {
    const text = age(secondsSince(element.getAttribute("datetime"), now));
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }
}
