import assert from "node:assert/strict";
import { test } from "node:test";
import { readCommand } from "../../main/resources/static/assets/dispatch/command.js";

const told = [
  ["a 12 u7", { act: "assign", incident: "12", units: ["U7"], manner: "NOW", confirmed: false }],
  ["A #012 u-7  U9", { act: "assign", incident: "12", units: ["U7", "U9"], manner: "NOW", confirmed: false }],
  ["a 12 u7 +", { act: "assign", incident: "12", units: ["U7"], manner: "STACK", confirmed: false }],
  ["a 12 u7 !", { act: "assign", incident: "12", units: ["U7"], manner: "PREEMPT", confirmed: true }],
  ["a 12 u7 ok", { act: "assign", incident: "12", units: ["U7"], manner: "NOW", confirmed: true }],
  ["assign 2026-11-25/12 k9", { act: "assign", incident: "2026-11-25/12", units: ["K9"], manner: "NOW", confirmed: false }],
  ["u 12 u7", { act: "cancel", incident: "12", unit: "U7" }],
  ["s u7 os", { act: "status", unit: "U7", status: "ON_SCENE" }],
  ["s u7", { act: "status", unit: "U7", status: "ON_SCENE" }],
  ["e u7", { act: "status", unit: "U7", status: "EN_ROUTE" }],
  ["n 12 two people", { act: "note", incident: "12", text: "two people" }],
  ["n bridge street", { act: "call", text: "bridge street" }],
  ["c 12 settled", { act: "close", incident: "12", disposition: "settled", text: "" }],
  ["s u7", { act: "status", unit: "U7", status: "ON_SCENE" }],
  ["e u7", { act: "status", unit: "U7", status: "EN_ROUTE" }],
  ["k u7", { act: "status", unit: "U7", status: "ACKNOWLEDGED" }],
  ["v u7", { act: "status", unit: "U7", status: "AVAILABLE" }],
  ["y 12", { act: "confirm", incident: "12" }],
  ["call 12 Mill Street", { act: "call", text: "12 Mill Street" }],
  ["t 12 two people, one car", { act: "note", incident: "12", text: "two people, one car" }],
  ["p 12 2", { act: "priority", incident: "12", priority: 2 }],
  ["x 12 settled both went home", { act: "close", incident: "12", disposition: "settled", text: "both went home" }],
  ["x 12", { act: "close", incident: "12", disposition: null, text: "" }],
  ["r 12 caller rang again", { act: "reopen", incident: "12", text: "caller rang again" }],
  ["l 12 9", { act: "link", incident: "12", original: "9" }],
  ["12", { act: "open", incident: "12" }],
  ["f mill street", { act: "filter", text: "mill street" }],
  ["?", { act: "help" }],
  ["   ", { act: "nothing" }],
];

for (const [line, command] of told) {
  test(`"${line}" is understood`, () => assert.deepEqual(readCommand(line), command));
}

const wrong = [["a", "needs-incident"], ["a u7", "needs-incident"], ["a 12", "needs-unit"], ["s u7 flying", "needs-status"],
  ["p 12 9", "needs-priority"], ["t 12", "needs-text"], ["r 12", "needs-reason"], ["l 12", "needs-other"], ["fly", "unknown"]];

for (const [line, key] of wrong) {
  test(`"${line}" is answered with what is missing: ${key}`, () => {
    const command = readCommand(line);
    assert.equal(command.act, "wrong");
    assert.equal(command.key, key);
  });
}

test("no line, however odd, is taken for an act by accident", () => {
  for (const line of ["a a 12 u7", "delete 12", "a12u7", "x", "a 0x1f u7", "a -3 u7", "ａ 12 u7"]) {
    assert.equal(readCommand(line).act, "wrong", line);
  }
});
