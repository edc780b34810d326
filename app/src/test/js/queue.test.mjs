import assert from "node:assert/strict";
import { test } from "node:test";
import { Queue, REFUSED, UNSENT } from "../../main/resources/static/assets/dispatch/queue.js";

function memory() {
  const values = new Map();
  return { getItem: (name) => values.get(name) ?? null, setItem: (name, value) => values.set(name, value) };
}

function phone(send, { store = memory(), account = "officer-1" } = {}) {
  let keys = 0;
  return new Queue({ store, account, send, newKey: () => `key-${++keys}`, now: () => 1_700_000_000_000 });
}

test("what was pressed without a network is kept, with its key and its time", async () => {
  const store = memory();
  const queue = phone(async () => ({ kind: "later" }), { store });
  queue.add({ label: "On scene" });
  assert.equal(await queue.flush(), "later");
  const [act] = phone(async () => ({ kind: "later" }), { store }).list();
  assert.deepEqual([act.state, act.key, act.at], [UNSENT, "key-1", "2023-11-14T22:13:20.000Z"]);
});

test("acts are sent in the order in which they were pressed", async () => {
  const sent = [];
  const queue = phone(async (act) => { sent.push(act.label); return { kind: "done" }; });
  ["acknowledge", "en route", "on scene"].forEach((label) => queue.add({ label }));
  assert.equal(await queue.flush(), "empty");
  assert.deepEqual(sent, ["acknowledge", "en route", "on scene"]);
  assert.deepEqual(queue.list(), []);
});

test("an act whose answer was lost is sent again under the same key", async () => {
  const keys = [];
  const queue = phone(async (act) => { keys.push(act.key); return { kind: keys.length === 1 ? "later" : "done" }; });
  queue.add({ label: "on scene" });
  await queue.flush();
  await queue.flush();
  assert.deepEqual(keys, ["key-1", "key-1"]);
});

test("two flushes at once send each act once", async () => {
  let sent = 0;
  const queue = phone(async () => { sent++; await new Promise(setImmediate); return { kind: "done" }; });
  queue.add({ label: "on scene" });
  await Promise.all([queue.flush(), queue.flush()]);
  assert.equal(sent, 1);
});

test("a refused act stays with the reason, and those after it go on", async () => {
  const queue = phone(async (act) => act.label === "on scene" ? { kind: "refused", reason: "closed" } : { kind: "done" });
  queue.add({ label: "on scene" });
  queue.add({ label: "note" });
  assert.equal(await queue.flush(), "empty");
  assert.deepEqual(queue.list().map((act) => [act.label, act.state, act.reason]), [["on scene", REFUSED, "closed"]]);
});

test("nothing is sent under the name of another officer", async () => {
  const store = memory();
  phone(async () => ({ kind: "later" }), { store }).add({ label: "on scene" });
  let sent = 0;
  const other = phone(async () => { sent++; return { kind: "done" }; }, { store, account: "officer-2" });
  await other.flush();
  assert.equal(sent, 0);
  assert.equal(other.ofOthers(), 1);
});
