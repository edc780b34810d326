// Hears what changes, in order, without a gap. Every event carries a sequence number; when one is missing, or the
// connection was lost, what was missed is fetched again, and only then does the board call itself live.

/** What the board may say of its data. */
export const LIVE = "live";
export const BEHIND = "behind";
export const LOST = "lost";
/** The line is there, and the server itself cannot read what changed. */
export const STALLED = "stalled";

/** Nothing heard for this long, heartbeats included, means that the line is dead even if the browser has not noticed. */
const SILENCE_MILLIS = 35_000;

/**
 * Puts numbered events in order. deliver(event) gets each number once, in order; missing(after) is asked to fetch
 * everything after a number and answers with a list of events, or null when the server no longer has them and the whole
 * board must be read again.
 */
export class InOrder {
  constructor(last, deliver, missing, restart) {
    this.last = last;
    this.deliver = deliver;
    this.missing = missing;
    this.restart = restart;
    this.fetching = null;
    this.waiting = [];
  }

  async accept(event) {
    if (event.seq <= this.last) {
      return; // Heard already: the same change is never applied twice.
    }
    if (this.fetching) {
      this.waiting.push(event);
      return this.fetching;
    }
    if (event.seq === this.last + 1) {
      this.take(event);
      return;
    }
    this.waiting.push(event);
    await this.catchUp();
  }

  /** Fetches what was missed since the last event that was applied. */
  catchUp() {
    this.fetching ??= this.fetchMissing().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  async fetchMissing() {
    const events = await this.missing(this.last);
    if (events === null) {
      this.waiting = [];
      this.last = await this.restart();
      return;
    }
    const all = [...events, ...this.waiting].sort((a, b) => a.seq - b.seq);
    this.waiting = [];
    for (const event of all) {
      if (event.seq > this.last) {
        this.take(event);
      }
    }
  }

  take(event) {
    this.last = event.seq;
    this.deliver(event);
  }
}

/** The server-sent events of one address, reconnected with growing pauses; tells its state to a listener. */
export class Line {
  constructor({ address, onEvent, onState, connect = (url) => new EventSource(url), pause = 1000 }) {
    Object.assign(this, { address, onEvent, onState, connect, pause });
    this.heardAt = null;
    this.attempt = 0;
    this.state = BEHIND;
    this.stalled = false;
  }

  open() {
    this.close();
    this.stalled = false; // It is told anew on every line.
    const source = this.connect(this.address());
    this.source = source;
    source.onopen = () => {
      this.attempt = 0;
      this.heard();
    };
    source.onerror = () => this.again(source);
    const hear = (message) => {
      if (message.type === "state") {
        this.stalled = JSON.parse(message.data).stalled;
      }
      this.heard();
      this.onEvent(message);
    };
    source.onmessage = hear;
    for (const name of ["incident", "unit", "position", "ping", "hello", "state"]) {
      source.addEventListener(name, hear);
    }
  }

  heard() {
    this.heardAt = Date.now();
    this.become(this.stalled ? STALLED : LIVE);
  }

  /** To be asked each second: a line that is silent for too long is opened again. */
  check() {
    if (this.heardAt !== null && Date.now() - this.heardAt > SILENCE_MILLIS && (this.state === LIVE || this.state === STALLED)) {
      this.again(this.source);
    }
  }

  again(source) {
    if (source !== this.source) {
      return;
    }
    this.close();
    this.attempt += 1;
    this.become(this.attempt > 3 ? LOST : BEHIND);
    const wait = Math.min(15_000, this.pause * 2 ** Math.min(this.attempt - 1, 4));
    this.timer = setTimeout(() => this.open(), wait * (0.75 + Math.random() / 2));
  }

  become(state) {
    if (state !== this.state) {
      this.state = state;
    }
    this.onState(this.state, this.heardAt);
  }

  close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }
}
