// One short, low tone for a new incident, a double one for danger to life. Off until the dispatcher switches it on.

const NAME = "openbeat.sound";

export function soundIsOn(store = window.localStorage) {
  try {
    return store.getItem(NAME) === "on";
  } catch {
    return false;
  }
}

export function switchSound(on, store = window.localStorage) {
  try {
    store.setItem(NAME, on ? "on" : "off");
  } catch {
    // Not kept.
  }
}

let context = null;

export function ring(priority) {
  if (!soundIsOn()) {
    return;
  }
  context ??= new AudioContext();
  const times = priority === 1 ? [0, 0.22] : [0];
  for (const start of times) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = priority <= 2 ? 660 : 440;
    volume.gain.setValueAtTime(0.0001, context.currentTime + start);
    volume.gain.exponentialRampToValueAtTime(0.15, context.currentTime + start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + start + 0.16);
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + start);
    tone.stop(context.currentTime + start + 0.18);
  }
}
