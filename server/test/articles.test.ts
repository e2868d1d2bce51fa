import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArticles, writeArticles } from "../src/imports/exchange-articles.ts";
import { temporary } from "./region.ts";

let home: string;
beforeEach(async () => {
  home = await temporary();
  await mkdir(join(home, "articles"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const put = (name: string, content: string) => writeFile(join(home, "articles", name), content);
const dutch = "---\ntitle: Nieuwe cijfers: wonen\nkind: news\ndate: 2026-05-01\nlead: Kort.\n---\n\n## Kop\n\nTekst met --- erin.\n";

describe("editorial pages of an exchange folder", () => {
  it("are read per language, newest first, and written back to the same bytes", async () => {
    await put("wonen.nl.md", dutch);
    await put("wonen.en.md", "---\ntitle: New figures: housing\nkind: news\ndate: 2026-05-01\n---\n\nText.\n");
    await put("contact.nl.md", "---\r\ntitle: Contact\r\nkind: contact\r\n---\r\nBel ons.\r\n");
    const articles = await readArticles(home);
    expect(articles).toEqual([
      {
        slug: "wonen",
        kind: "news",
        date: "2026-05-01",
        title: { nl: "Nieuwe cijfers: wonen", en: "New figures: housing" },
        lead: { nl: "Kort." },
        body: { nl: "## Kop\n\nTekst met --- erin.", en: "Text." },
      },
      { slug: "contact", kind: "contact", title: { nl: "Contact" }, body: { nl: "Bel ons." } },
    ]);
    const files = writeArticles(articles);
    expect([...files.keys()]).toEqual(["wonen.nl.md", "wonen.en.md", "contact.nl.md"]);
    expect(files.get("wonen.nl.md")).toBe(dutch);
  });

  it.each([
    ["wonen.md", dutch, /wonen\.md/],
    ["wonen.nl.md", "Geen hoofd", /articles\/wonen\.nl\.md/],
    ["wonen.nl.md", dutch.replace("kind: news", "kind: roddel"), /roddel/],
    ["wonen.nl.md", dutch.replace("2026-05-01", "1 mei"), /1 mei/],
    ["wonen.nl.md", dutch.replace("title:", "titel:"), /titel/],
    ["wonen.en.md", dutch, /wonen\.nl\.md/],
    ["Wonen!.nl.md", dutch, /Wonen!/],
  ])("%s that cannot be read is refused by name", async (name, content, expected) => {
    await put(name, content);
    const error = await readArticles(home).catch((each: unknown) => each);
    expect(error).toMatchObject({ code: "exchange-invalid" });
    expect(JSON.stringify((error as { details: unknown }).details)).toMatch(expected);
  });

  it("may be absent", async () => {
    await rm(join(home, "articles"), { recursive: true });
    expect(await readArticles(home)).toEqual([]);
  });
});
