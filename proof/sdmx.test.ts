import { describe, expect, it } from "vitest";
import { buildPrivacy } from "../fixtures/privacy/build.ts";
import { openPublished } from "../server/test/published.ts";
import { ask, walkDataflows } from "../server/test/sdmx-client.ts";
import { plainRender } from "../server/test/site.ts";

describe("what is private", () => {
  it("stays private on every dataflow, and what is not shown has none", async () => {
    const guarded = await openPublished(buildPrivacy);
    try {
      const app = await guarded.openDoor(plainRender);
      await walkDataflows(app, guarded.release);
      const { body } = await ask(app, "v2/structure/*/*/*/*");
      expect(body).toContain("aandoeningen");
      expect(body).not.toContain("omzet_1");
      expect((await ask(app, "v2/data/dataflow/*/omzet_1/~")).statusCode).toBe(404);
    } finally {
      await guarded.close();
    }
  });
});
