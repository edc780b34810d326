import assert from "node:assert/strict";
import { test } from "node:test";
import { age, secondsSince, timeOfDay } from "../../main/resources/static/assets/dispatch/age.js";

for (const [seconds, text] of [[0, "0:00"], [42, "0:42"], [725, "12:05"], [3725, "1:02:05"], [183_600, "2 d 03 h"]]) {
  test(`${seconds} seconds are shown as ${text}`, () => assert.equal(age(seconds), text));
}

test("an instant in the future has the age of nothing, not a negative one", () => {
  assert.equal(secondsSince("2026-11-25T10:00:05Z", Date.parse("2026-11-25T10:00:00Z")), 0);
});

test("times of day are those of the place, on both sides of the change to summer time", () => {
  assert.equal(timeOfDay(Date.parse("2026-03-29T00:59:59Z"), "Europe/Vienna"), "01:59:59");
  assert.equal(timeOfDay(Date.parse("2026-03-29T01:00:00Z"), "Europe/Vienna"), "03:00:00");
});
