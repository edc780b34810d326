// The command line of the board: what a dispatcher types, read into an act. No page, no network: it can be tried alone.
// The server reads the same grammar (dispatch.commandline) for those who send it a line.

const VERBS = new Map([
  ["a", "assign"], ["assign", "assign"],
  ["u", "cancel"], ["cancel", "cancel"],
  ["s", "status"], ["status", "status"], ["onscene", "status"],
  ["e", "en-route"], ["enroute", "en-route"],
  ["k", "acknowledge"], ["ack", "acknowledge"],
  ["v", "available"], ["available", "available"],
  ["n", "note-or-call"], ["t", "note"], ["note", "note"],
  ["p", "priority"], ["priority", "priority"],
  ["y", "confirm"], ["confirm", "confirm"],
  ["c", "close"], ["x", "close"], ["close", "close"],
  ["r", "reopen"], ["reopen", "reopen"],
  ["l", "link"], ["link", "link"],
  ["o", "open"], ["open", "open"],
  ["f", "filter"], ["filter", "filter"], ["find", "filter"],
  ["new", "call"], ["call", "call"],
  ["m", "map"], ["map", "map"],
  ["?", "help"], ["h", "help"], ["help", "help"],
]);

const STATUSES = new Map([
  ["av", "AVAILABLE"], ["free", "AVAILABLE"], ["available", "AVAILABLE"],
  ["ack", "ACKNOWLEDGED"], ["ak", "ACKNOWLEDGED"],
  ["er", "EN_ROUTE"], ["enroute", "EN_ROUTE"],
  ["os", "ON_SCENE"], ["onscene", "ON_SCENE"],
  ["tr", "TRANSPORTING"], ["transporting", "TRANSPORTING"],
  ["br", "ON_BREAK"], ["break", "ON_BREAK"],
  ["un", "UNAVAILABLE"], ["unavailable", "UNAVAILABLE"],
  ["off", "OFF_DUTY"],
]);

/** Incidents are typed as their number of the day, with or without '#' and leading zeros, or as their full number. */
function number(word) {
  const match = /^#?(?:0*(\d{1,6})|(\d{4}-\d{2}-\d{2}\/\d{1,6}))$/.exec(word ?? "");
  return match ? match[1] ?? match[2] : null;
}

/** Call signs are compared without case, spaces or hyphens: u7, U-7 and U7 are one unit. */
export function sameCallSign(word) {
  return word.toUpperCase().replace(/[\s_-]/g, "");
}

const wrong = (key, ...values) => ({ act: "wrong", key, values });

function incidentAnd(act, rest, read) {
  const incident = number(rest[0]);
  if (incident === null) {
    return wrong("needs-incident", act);
  }
  return read(incident, rest.slice(1));
}

/** "+" puts it after the work that the unit has, "!" in its place, "ok" says that the unit was asked. */
function assign(incident, rest) {
  const command = { act: "assign", incident, units: [], manner: "NOW", confirmed: false };
  for (const word of rest) {
    if (word === "+") {
      command.manner = "STACK";
    } else if (word === "!") {
      command.manner = "PREEMPT";
      command.confirmed = true;
    } else if (word.toLowerCase() === "ok") {
      command.confirmed = true;
    } else {
      command.units.push(sameCallSign(word));
    }
  }
  return command.units.length === 0 ? wrong("needs-unit") : command;
}

function status(usual, [unit, named]) {
  const known = named === undefined ? usual : STATUSES.get(named.toLowerCase());
  return !unit ? wrong("needs-unit") : !known ? wrong("needs-status")
    : { act: "status", unit: sameCallSign(unit), status: known };
}

const READERS = {
  assign: (rest) => incidentAnd("assign", rest, assign),
  confirm: (rest) => incidentAnd("confirm", rest, (incident) => ({ act: "confirm", incident })),
  "en-route": (rest) => status("EN_ROUTE", rest),
  acknowledge: (rest) => status("ACKNOWLEDGED", rest),
  available: (rest) => status("AVAILABLE", rest),
  cancel: (rest) => incidentAnd("cancel", rest, (incident, units) =>
    units.length !== 1 ? wrong("needs-unit") : { act: "cancel", incident, unit: sameCallSign(units[0]) }),
  note: (rest) => incidentAnd("note", rest, (incident, text) =>
    text.length === 0 ? wrong("needs-text") : { act: "note", incident, text: text.join(" ") }),
  priority: (rest) => incidentAnd("priority", rest, (incident, [level]) =>
    /^[1-4]$/.test(level ?? "") ? { act: "priority", incident, priority: Number(level) } : wrong("needs-priority")),
  close: (rest) => incidentAnd("close", rest, (incident, [code, ...text]) =>
    ({ act: "close", incident, disposition: code ?? null, text: text.join(" ") })),
  reopen: (rest) => incidentAnd("reopen", rest, (incident, text) =>
    text.length === 0 ? wrong("needs-reason") : { act: "reopen", incident, text: text.join(" ") }),
  link: (rest) => incidentAnd("link", rest, (incident, [other]) =>
    number(other) === null ? wrong("needs-other") : { act: "link", incident, original: number(other) }),
  open: (rest) => incidentAnd("open", rest, (incident) => ({ act: "open", incident })),
  status: (rest) => status("ON_SCENE", rest),
  filter: (rest) => ({ act: "filter", text: rest.join(" ") }),
  // "n 12 words" writes a note on 12; "n words" begins a call, and "call" does so whatever follows.
  "note-or-call": (rest) => (rest.length > 1 && number(rest[0]) !== null ? READERS.note(rest) : READERS.call(rest)),
  call: (rest) => ({ act: "call", text: rest.join(" ") }),
  map: () => ({ act: "map" }),
  help: () => ({ act: "help" }),
};

/**
 * Reads one line. Answers {act, …}; {act: "wrong", key, values} tells what is missing, {act: "nothing"} an empty line.
 * A bare number opens that incident.
 */
export function readCommand(line) {
  const parts = line.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) {
    return { act: "nothing" };
  }
  if (number(parts[0]) !== null) {
    return { act: "open", incident: number(parts[0]) };
  }
  const verb = VERBS.get(parts[0].toLowerCase());
  return verb ? READERS[verb](parts.slice(1)) : wrong("unknown", parts[0]);
}
