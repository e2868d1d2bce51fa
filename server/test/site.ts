import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import type { AppInput } from "../src/http/app.ts";
import type { Render } from "../src/http/pages.ts";
import { openDocuments } from "../src/working-copy.ts";
import { openWorkspaces } from "../src/workspaces.ts";
import { openPublished, type PublishedRegion } from "./published.ts";

/** The invented region, published and behind the door to the web. */
export type TestSite = PublishedRegion & {
  readonly app: FastifyInstance;
  /** Lines of the log. */
  readonly log: readonly string[];
};

/** A website that shows what it was asked for and what the routes answered. */
export const plainRender: Render = async (address, read) => {
  if (address.startsWith("/broken")) throw new Error("a bug with secrets");
  if (address.startsWith("/moved")) return { status: 301, html: "", location: "/indicator/inwoners" };
  if (address === "/gone") return { status: 404, html: "<p>weg</p>" };
  const frame = await read("frame", {});
  const code = /^(?:\/en)?\/indicator\/(\w+)/.exec(address)?.[1];
  const view = code === undefined ? undefined : await read("indicator", { code, selection: address.split("?")[1] ?? "" });
  return {
    status: 200,
    html: `<p>${address}</p><p>${frame.site.name.nl}</p><p>${view?.details.name.nl ?? ""}</p>${"vulling ".repeat(300)}`,
  };
};

/** Opens the published region. */
export async function openTestSite(render: Render = plainRender, level = "warn", more: Partial<AppInput> = {}): Promise<TestSite> {
  const site = await openPublished();
  const log: string[] = [];
  const logger = pino({ level, base: null }, { write: (line: string) => log.push(line) });
  const workspaces = openWorkspaces(
    () => openDocuments({ data: site.region.folder }, false),
    () => {},
  );
  const app = await site.openDoor(render, { workspaces, logger, ...more });
  return {
    ...site,
    app,
    log,
    async close() {
      await app.close();
      await workspaces.close();
      await site.close();
    },
  };
}
