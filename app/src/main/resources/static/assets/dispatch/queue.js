// What a crew did while there was no network: kept on the phone, shown as unsent, sent in order, each exactly once.
// The key of an act is made when the button is pressed, so that sending it again after a lost answer changes nothing.

import { newKey as madeKey } from "./acts.js";

const NAME = "openbeat.crew.queue";

/** How an act stands. */
export const UNSENT = "unsent";
export const REFUSED = "refused";

/**
 * store: like localStorage. send(act) answers {kind: "done"}, {kind: "refused", reason} when the server understood and
 * said no, {kind: "sign-in"} when the session ended, or {kind: "later"} when nobody knows whether it arrived.
 */
export class Queue {
  constructor({ store, account, send, changed = () => {}, newKey = madeKey, now = Date.now }) {
    Object.assign(this, { store, account, send, changed, newKey, now });
    this.running = null;
  }

  /** Every act that this account has not got through yet, oldest first. */
  list() {
    return this.all().filter((act) => act.account === this.account);
  }

  /** Acts that someone else left on this phone; they are never sent under another name. */
  ofOthers() {
    return this.all().filter((act) => act.account !== this.account).length;
  }

  /** Keeps an act first and tries to send it after: what was pressed is never lost. */
  add(fields) {
    const act = { ...fields, key: this.newKey(), at: new Date(this.now()).toISOString(), account: this.account,
      state: UNSENT };
    this.keep([...this.all(), act]);
    return act;
  }

  /** Takes a refused act away after the officer has read why. */
  dismiss(key) {
    this.keep(this.all().filter((act) => act.key !== key));
  }

  /** Sends what is unsent, oldest first; stops at the first that does not get through, so that the order holds. */
  flush() {
    this.running ??= this.sendAll().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async sendAll() {
    for (;;) {
      const act = this.list().find((each) => each.state === UNSENT);
      if (!act) {
        return "empty";
      }
      const answer = await this.send(act);
      if (answer.kind === "done") {
        this.dismiss(act.key);
      } else if (answer.kind === "refused") {
        this.keep(this.all().map((each) =>
          each.key === act.key ? { ...each, state: REFUSED, reason: answer.reason } : each));
      } else {
        return answer.kind;
      }
    }
  }

  all() {
    try {
      return JSON.parse(this.store.getItem(NAME) ?? "[]");
    } catch {
      return [];
    }
  }

  keep(acts) {
    this.store.setItem(NAME, JSON.stringify(acts));
    this.changed(this.list());
  }
}
