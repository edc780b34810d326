// The board's view of the server: a snapshot with its sequence number, then every change after it, in order.

import { InOrder, Line } from "./stream.js";
import { words } from "./words.js";

const BASE = "/api/dispatch";

export class Feed {
  constructor({ onSnapshot, onIncident, onUnit, onGone, onPosition, onState }) {
    Object.assign(this, { onSnapshot, onIncident, onUnit, onGone, onPosition, onState });
    this.order = new InOrder(0, (event) => this.deliver(event), (after) => this.missing(after), () => this.snapshot());
    this.line = new Line({ address: () => `${BASE}/stream?after=${this.order.last}`, onEvent: (message) => this.hear(message), onState });
  }

  async start() {
    for (;;) {
      try {
        this.order.last = await this.snapshot();
        break;
      } catch {
        this.onState("behind", null);
        await new Promise((done) => setTimeout(done, 3000));
      }
    }
    this.line.open();
  }

  async snapshot() {
    const board = await this.read(`${BASE}/board`);
    this.onSnapshot({ at: board.at, incidents: board.incidents.map(incidentOf), units: board.units.map(unitOf) });
    return board.sequence;
  }

  async missing(after) {
    const answer = await this.read(`${BASE}/changes?after=${after}`);
    return answer.complete ? answer.changes : null;
  }

  async read(address) {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      throw new Error(`${address} ${answer.status}`);
    }
    return answer.json();
  }

  hear(message) {
    const event = JSON.parse(message.data);
    if (message.type === "state") {
      return;
    }
    if (message.type === "position") {
      event.forEach((each) => this.onPosition(positionOf(each)));
    } else if (event.seq !== undefined) {
      this.order.accept(event).catch(() => this.onState("behind", null));
    } else if (event.last > this.order.last) {
      this.settle(event.last);
    }
  }

  /** Greetings and heartbeats tell the newest number; what does not come within a moment was missed. */
  settle(last) {
    setTimeout(() => {
      if (this.order.last < last) {
        this.order.catchUp().catch(() => this.onState("behind", null));
      }
    }, 1500);
  }

  deliver(event) {
    if (event.gone) {
      this.onGone(event.gone);
    } else if (event.incident) {
      this.onIncident(incidentOf(event.incident));
    } else if (event.unit) {
      this.onUnit(unitOf(event.unit));
    }
  }

  check() {
    this.line.check();
  }
}

/** What the board shows of an incident. */
export function incidentOf(json) {
  return {
    id: json.id,
    number: json.number,
    label: String(json.dayNumber),
    typeName: words(`type.${json.type}`),
    priority: json.priority,
    status: json.status,
    inHand: json.claim?.name,
    place: json.locationText,
    beat: json.beat,
    unconfirmed: json.trust !== "EXACT" && json.trust !== "CONFIRMED",
    receivedAt: json.openedAt,
    waitingSince: json.waitingSince,
    overdueAt: json.overdueAt,
    lat: json.point?.latitude,
    lon: json.point?.longitude,
    units: json.units.map((each) => ({ id: each.unit, callSign: each.callSign.toUpperCase(), status: each.stage })),
    version: json.version,
  };
}

/** What the board shows of a unit. */
export function unitOf(json) {
  const current = json.work.find((each) => each.stage !== "STACKED");
  return {
    id: json.id,
    callSign: json.callSign.toUpperCase(),
    status: json.status,
    typeName: words(`unit-type.${json.type}`),
    since: json.statusSince,
    incident: current ? current.number.replace(/^.*\//, "") : null,
    stale: json.position?.stale ?? false,
    doubted: isDoubted(json.position),
    positionAt: json.position?.at,
    lat: json.position?.point.latitude,
    lon: json.position?.point.longitude,
  };
}

/** A unit that moved. */
export function positionOf(json) {
  const seen = json.position ?? json;
  return { unit: json.unit ?? json.id, lat: seen.point.latitude, lon: seen.point.longitude, positionAt: seen.at,
    stale: seen.stale ?? false, doubted: isDoubted(seen) };
}

/** It jumped farther than any car drives, or lies outside the map: shown, and not believed. */
function isDoubted(position) {
  return position?.trust === "JUMPED" || position?.trust === "OUTSIDE_MAP";
}
