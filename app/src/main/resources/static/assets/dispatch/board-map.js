// The map beside the list. It repeats what the list says; where it cannot be drawn, nothing is lost.

const WORKING = new Set(["ASSIGNED", "ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "TRANSPORTING"]);

export class BoardMap {
  constructor(view, { onChoose, library = () => window.OpenbeatMap }) {
    Object.assign(this, { view, onChoose, library });
    this.board = null;
    this.places = new Map();
  }

  /** Draws the map when it is wanted for the first time: it costs most of what the page weighs. */
  open(incidents, units, failed = () => {}) {
    if (this.board || !this.library()) {
      return;
    }
    this.board = this.library().board(this.view, {
      onIncident: (id) => this.onChoose("incident", id),
      onUnit: (id) => this.onChoose("unit", id),
    });
    this.showAll(incidents, units);
    this.board.ready.then((drawn) => (drawn ? this.board.fit() : failed()));
  }

  showAll(incidents, units) {
    if (!this.board) {
      return;
    }
    const gone = new Set(this.places.keys());
    for (const incident of incidents) {
      gone.delete(incident.id);
      this.showIncident(incident);
    }
    for (const unit of units) {
      gone.delete(unit.id);
      this.showUnit(unit);
    }
    gone.forEach((id) => {
      this.removeIncident(id);
      this.removeUnit(id);
    });
  }

  showIncident({ id, lat, lon, label, priority }) {
    if (this.board && lat !== undefined) {
      this.places.set(id, [lat, lon]);
      this.board.incident({ id, latitude: lat, longitude: lon, label: `#${label}`, priority });
    }
  }

  removeIncident(id) {
    if (this.places.delete(id)) {
      this.board?.removeIncident(id);
    }
  }

  showUnit({ id, lat, lon, callSign, status, stale, doubted }) {
    if (!this.board || lat === undefined) {
      return;
    }
    if (status === "OFF_DUTY") {
      this.removeUnit(id);
      return;
    }
    this.places.set(id, [lat, lon]);
    const state = status === "AVAILABLE" ? "free" : WORKING.has(status) ? "busy" : "away";
    this.board.unit({ id, latitude: lat, longitude: lon, label: callSign, state, stale: stale || doubted });
  }

  removeUnit(id) {
    if (this.places.delete(id)) {
      this.board?.removeUnit(id);
    }
  }

  /** Shades the beats by how well they are covered; an empty list takes it away. */
  cover(areas) {
    this.board?.coverage(areas);
  }

  /** Marks what is chosen and brings it into view. */
  choose(kind, id) {
    const place = this.places.get(id);
    this.board?.select(place ? kind : null, id);
    if (place) {
      this.board?.show(place[0], place[1]);
    }
  }
}
