import assert from "node:assert/strict";
import { test } from "node:test";
import { BEHIND, InOrder, LIVE, LOST, Line, STALLED } from "../../main/resources/static/assets/dispatch/stream.js";

const seqs = (list) => list.map((event) => event.seq);

function order({ last = 10, log = [], kept = true } = {}) {
  const got = [];
  const asked = [];
  const all = Array.from({ length: 30 }, (_, i) => ({ seq: i + 1 }));
  const inOrder = new InOrder(last, (event) => got.push(event), async (after) => {
    asked.push(after);
    return kept ? all.filter((event) => event.seq > after && event.seq <= (log.at(-1) ?? after)) : null;
  }, async () => 25);
  return { inOrder, got, asked };
}

test("events in order are taken one by one", async () => {
  const { inOrder, got, asked } = order();
  await inOrder.accept({ seq: 11 });
  await inOrder.accept({ seq: 12 });
  assert.deepEqual(seqs(got), [11, 12]);
  assert.deepEqual(asked, []);
});

test("a missed event is fetched, and taken before the one that told of the gap", async () => {
  const { inOrder, got, asked } = order({ log: [14] });
  await inOrder.accept({ seq: 14 });
  assert.deepEqual(asked, [10]);
  assert.deepEqual(seqs(got), [11, 12, 13, 14]);
});

test("an event that was heard already changes nothing", async () => {
  const { inOrder, got } = order();
  await inOrder.accept({ seq: 10 });
  await inOrder.accept({ seq: 11 });
  await inOrder.accept({ seq: 11 });
  assert.deepEqual(seqs(got), [11]);
});

test("events that arrive while a gap is fetched wait for their turn", async () => {
  const { inOrder, got } = order({ log: [13] });
  await Promise.all([inOrder.accept({ seq: 13 }), inOrder.accept({ seq: 14 }), inOrder.accept({ seq: 15 })]);
  assert.deepEqual(seqs(got), [11, 12, 13, 14, 15]);
});

test("when the server no longer has what was missed, the whole board is read again", async () => {
  const { inOrder, got } = order({ kept: false });
  await inOrder.accept({ seq: 20 });
  assert.equal(inOrder.last, 25);
  await inOrder.accept({ seq: 26 });
  assert.deepEqual(seqs(got), [26]);
});

test("a line on which the server says that it cannot read changes is not called live", () => {
  const listeners = {};
  const states = [];
  const line = new Line({ address: () => "/x", onEvent: () => {}, onState: (state) => states.push(state),
    connect: () => ({ addEventListener(name, hear) { listeners[name] = hear; }, close() {} }) });
  line.open();
  listeners.ping({ type: "ping", data: "{}" });
  listeners.state({ type: "state", data: '{"stalled":true}' });
  listeners.ping({ type: "ping", data: "{}" });
  listeners.state({ type: "state", data: '{"stalled":false}' });
  line.close();
  assert.deepEqual(states, [LIVE, STALLED, STALLED, LIVE]);
});

test("a line that fails says so, and is opened again", async () => {
  const sources = [];
  const states = [];
  const line = new Line({ address: () => "/x", onEvent: () => {}, onState: (state) => states.push(state), pause: 1,
    connect: () => { const source = { addEventListener() {}, close() {} }; sources.push(source); return source; } });
  line.open();
  sources[0].onopen();
  assert.equal(states.at(-1), LIVE);
  for (let i = 0; i < 4; i++) {
    const before = sources.length;
    sources.at(-1).onerror();
    assert.equal(states.at(-1), i < 3 ? BEHIND : LOST);
    while (sources.length === before) {
      await new Promise((done) => setImmediate(done));
    }
  }
  line.close();
});
