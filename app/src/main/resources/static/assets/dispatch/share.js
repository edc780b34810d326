// Tells the control room where this phone is, while the page is open and only when its officer has switched that on.

const NAME = "openbeat.crew.share";
const PAUSE_MILLIS = 15_000;

/**
 * send(position) posts one; tell(key, value) says in words what happens. The choice belongs to one account: whoever signs
 * in next on this phone starts with it off.
 */
export class Sharing {
  constructor({ account, send, tell, store = window.localStorage, place = navigator.geolocation, now = Date.now }) {
    Object.assign(this, { account, send, tell, store, place, now });
    this.watch = null;
    this.sentAt = 0;
  }

  isOn() {
    return this.store.getItem(NAME) === this.account;
  }

  switchTo(on) {
    if (on) {
      this.store.setItem(NAME, this.account);
    } else {
      this.store.removeItem(NAME);
    }
    this.follow();
  }

  follow() {
    if (!this.isOn() || !this.place) {
      if (this.watch !== null) {
        this.place.clearWatch(this.watch);
        this.watch = null;
      }
      this.tell("", "");
    } else if (this.watch === null) {
      this.watch = this.place.watchPosition((position) => this.moved(position),
        (refusal) => this.tell("not-shared", refusal.message), { enableHighAccuracy: true, maximumAge: 10_000 });
    }
  }

  async moved({ coords, timestamp }) {
    if (this.now() - this.sentAt < PAUSE_MILLIS) {
      return;
    }
    this.sentAt = this.now();
    const fields = { latitude: coords.latitude, longitude: coords.longitude, accuracy: coords.accuracy,
      age: Math.max(0, Math.round((this.now() - timestamp) / 1000)) };
    for (const name of ["speed", "heading"]) {
      if (Number.isFinite(coords[name])) {
        fields[name] = coords[name];
      }
    }
    if (await this.send(fields)) {
      this.tell("sharing", "");
    }
  }
}
