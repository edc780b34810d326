import assert from "node:assert/strict";
import { test } from "node:test";
import { Sharing } from "../../main/resources/static/assets/dispatch/share.js";

function phone(account = "officer-1", values = new Map()) {
  const sent = [];
  let report = null;
  let time = 100_000;
  const sharing = new Sharing({
    account, tell: () => {}, now: () => time,
    send: async (fields) => { sent.push(fields); return true; },
    store: { getItem: (name) => values.get(name) ?? null, setItem: (name, value) => values.set(name, value),
      removeItem: (name) => values.delete(name) },
    place: { watchPosition: (moved) => { report = moved; return 7; }, clearWatch: () => { report = null; } },
  });
  return { sharing, sent, values, later: (millis) => { time += millis; },
    move: () => report?.({ coords: { latitude: 1, longitude: 2, accuracy: 9, speed: null, heading: NaN }, timestamp: time - 4000 }) };
}

test("nothing is told until the officer switches it on", async () => {
  const { sharing, sent, move } = phone();
  sharing.follow();
  await move();
  assert.deepEqual(sent, []);
});

test("a position is told with its age, and not more often than every fifteen seconds", async () => {
  const { sharing, sent, move, later } = phone();
  sharing.switchTo(true);
  await move();
  await move();
  later(16_000);
  await move();
  assert.deepEqual(sent.map((each) => [each.latitude, each.longitude, each.age]), [[1, 2, 4], [1, 2, 4]]);
  assert.equal("speed" in sent[0], false);
});

test("the next officer on the phone starts with it off", () => {
  const { values, sharing } = phone("officer-1");
  sharing.switchTo(true);
  assert.equal(phone("officer-2", values).sharing.isOn(), false);
});

test("switched off, nothing more is told", async () => {
  const { sharing, sent, move } = phone();
  sharing.switchTo(true);
  sharing.switchTo(false);
  await move();
  assert.deepEqual(sent, []);
});
