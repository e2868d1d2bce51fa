import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseAddress } from "../web/src/address.ts";
import { formCodes } from "../web/src/presentations/forms.ts";

// Documentation that leads nowhere, or does not know what exists, is worse than none.

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function tracked(pattern: string): string[] {
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard", pattern], { cwd: root, encoding: "utf8" });
  return list.split("\n").filter((file) => file !== "" && existsSync(join(root, file)));
}

/** Relative links of a page, without what stands in code. */
function linksOf(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^(https?:|mailto:|#)/.test(link));
}

/** Anchors of a page, as its headings make them. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+\s+(.+)$/gm)].map((match) =>
    (match[1] ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

/** Names of the files that an explicit list imports. */
function listed(index: string): string[] {
  const file = join(root, index);
  if (!existsSync(file)) return [];
  return [...readFileSync(file, "utf8").matchAll(/^import \{[^}]+\} from "\.\/([\w-]+)\.tsx?";$/gm)].map((match) => match[1] ?? "");
}

/** Pages that the site shows: a link of theirs that begins with a slash is an address of the site. */
const shown = /^(docs\/manual|starter)\//;

/** Whether an address leads to a kind of page that the site has, or to a file that comes with it. */
function isOnSite(address: string): boolean {
  return address.startsWith("/assets/") ? existsSync(join(root, "web/src/public", address)) : parseAddress(address).place !== undefined;
}

const pages = tracked("*.md");

test("there are pages", () => {
  expect(pages.length).toBeGreaterThan(10);
});

test.each(pages)("every link of %s leads somewhere", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const dead = linksOf(text).filter((link) => {
    if (shown.test(page) && link.startsWith("/")) return !isOnSite(link);
    const [path = "", anchor] = link.split("#");
    const target = resolve(root, dirname(page), decodeURIComponent(path));
    if (!existsSync(target)) return true;
    return anchor !== undefined && target.endsWith(".md") && !anchorsOf(readFileSync(target, "utf8")).includes(anchor);
  });
  expect(dead).toEqual([]);
});

test("a dead link and a dead anchor are seen", () => {
  expect(linksOf('[a](b.md) ![c](d.png "e") [f](https://g) `[h](i.md)`')).toEqual(["b.md", "d.png"]);
  expect(["/handleiding", "/assets/icon.svg", "/toveren", "/assets/no.png"].map(isOnSite)).toEqual([true, true, false, false]);
  expect(anchorsOf("# One thing\n## An *other*, thing\n")).toEqual(["one-thing", "an-other-thing"]);
});

describe("has its page:", () => {
  const lists: readonly (readonly [index: string, folder: string])[] = [
    ["core/src/formats/index.ts", "docs/formats"],
    ["server/src/formats/index.ts", "docs/formats"],
    ["server/src/commands/index.ts", "docs/commands"],
  ];
  const forms = formCodes.map((code) => [`docs/presentations/${code}.md`, "web/src/presentations/forms.ts"] as const);
  const wanted = [...lists.flatMap(([index, folder]) => listed(index).map((name) => [`${folder}/${name}.md`, index] as const)), ...forms];

  test("the lists are read", () => {
    expect(listed("server/src/commands/index.ts").length).toBeGreaterThan(2);
  });
  test.each(wanted)("%s (named in %s)", (page) => {
    expect(existsSync(join(root, page))).toBe(true);
  });
});
