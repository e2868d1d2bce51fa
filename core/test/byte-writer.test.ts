import fc from "fast-check";
import { expect, test } from "vitest";
import { openByteWriter } from "../src/formats/bytes.ts";
import { figureText } from "../src/statistics/round.ts";

const told = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("a figure in bytes is the figure in text", () => {
  const short = fc.tuple(fc.integer({ min: -2e9, max: 2e9 }), fc.integer({ min: 0, max: 4 })).map(([whole, power]) => whole / 10 ** power);
  const figure = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -2000, max: 2000 }).map((each) => each / 1000),
    fc.integer({ min: 999_990, max: 1_000_010 }),
    short,
  );
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 30 }), (figures) => {
      const out = openByteWriter();
      for (const each of [...figures, -0, 1e-9, 1e15]) {
        out.figure(each);
        out.byte(10);
      }
      expect(told(out.rest()).split("\n")).toEqual([...[...figures, -0, 1e-9, 1e15].map(figureText), ""]);
    }),
    { numRuns: 2000 },
  );
});

test("texts of any length and writing come out as they went in, in chunks", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constant("é€😀".repeat(9000)), fc.constant("x".repeat(70_000)))),
      (texts) => {
        const out = openByteWriter();
        const chunks: Uint8Array[] = [];
        for (const each of texts) {
          out.text(each);
          const ready = out.chunk();
          if (ready !== undefined) chunks.push(ready);
        }
        for (const each of chunks) expect(each.length).toBeGreaterThanOrEqual(65_536);
        chunks.push(out.rest());
        expect(told(Buffer.concat(chunks))).toBe(texts.join("").toWellFormed());
        expect(out.rest().length).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
});
