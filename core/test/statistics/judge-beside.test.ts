import { expect, it } from "vitest";
import { directionOfMovement, judgeBeside, movementBeside } from "../../src/statistics/judgement.ts";

it("gives a word beside a chosen benchmark only where both lie to the same side", () => {
  expect(judgeBeside(0.8, 3.0 - 2.9, "higher")).toBe("strength");
  expect(judgeBeside(0.8, 3.0 - 3.2, "higher")).toBeUndefined();
  expect(judgeBeside(0.8, 0, "higher")).toBeUndefined();
  expect(judgeBeside(-0.8, -1, "higher")).toBe("attention");
  expect(judgeBeside(-0.8, -1, "lower")).toBe("strength");
  expect(judgeBeside(0.5, 1, "higher")).toBeUndefined();
  expect(judgeBeside(0.8, 1, "neutral")).toBeUndefined();
  expect(judgeBeside(0.8, undefined, "higher")).toBeUndefined();
  expect(judgeBeside(undefined, 1, "higher")).toBeUndefined();
  expect(judgeBeside(0.8, 1, "higher", { zScore: 1 })).toBeUndefined();
});

it("tells whether a movement is to the good", () => {
  expect(directionOfMovement("risen", "lower")).toBe("worse");
  expect(directionOfMovement("fallen", "lower")).toBe("better");
  expect(directionOfMovement("stable", "lower")).toBeUndefined();
  expect(directionOfMovement("risen", "neutral")).toBeUndefined();
  expect(movementBeside(1.01, 1)).toBe("risen");
  expect(movementBeside(1, 1)).toBe("stable");
  expect(movementBeside(1, undefined)).toBeUndefined();
});
