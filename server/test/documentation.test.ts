import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { routes } from "@peil/core/api.ts";
import { describe, expect, it } from "vitest";
import { commands } from "../src/commands/index.ts";
import { settings } from "../src/config.ts";
import { formats } from "../src/formats/index.ts";

const docs = join(import.meta.dirname, "../../docs");
const firstCells = (file: string): string[] =>
  [...readFileSync(join(docs, file), "utf8").matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? "");

describe("documentation", () => {
  it("lists every route", () => {
    const listed = firstCells("api.md").filter((each) => each.startsWith("/api/") && !each.includes(".csv"));
    expect(listed.sort()).toEqual(
      Object.values(routes)
        .map((each) => each.path)
        .sort(),
    );
  });

  it("lists every setting with its default", () => {
    const rows = [...readFileSync(join(docs, "configuration.md"), "utf8").matchAll(/^\| `(PEIL_\w+)` \| (?:`([^`]*)`)? ?\|/gm)];
    expect(rows.map((row) => ({ name: row[1], standard: row[2] ?? "" }))).toEqual(settings);
  });

  it("has a page for every command, with its usage", () => {
    for (const { name, usage } of commands) {
      const file = join(docs, "commands", `${name}.md`);
      expect([name, existsSync(file)]).toEqual([name, true]);
      if (name !== "import") expect(readFileSync(file, "utf8")).toContain(`    peil ${name}${usage === "" ? "" : ` ${usage}`}`);
    }
    const pages = readdirSync(join(docs, "commands")).map((each) => each.replace(/\.md$/, ""));
    expect(pages.filter((page) => page !== "README" && !commands.some((each) => each.name === page))).toEqual([]);
  });

  it("has a page for every format", () => {
    for (const { name } of formats) expect([name, existsSync(join(docs, "formats", `${name}.md`))]).toEqual([name, true]);
  });
});
