import { join } from "node:path";
import { pino } from "pino";
import { type Config, readConfig } from "./config.ts";
import { openApp } from "./http/app.ts";
import { openAssets } from "./http/assets.ts";
import { listen, untilStopped } from "./http/listen.ts";
import { loadRender } from "./http/pages.ts";
import { originsOf, readLayers } from "./layers-file.ts";
import { openReleases } from "./releases.ts";
import { openDuckdbCubes } from "./store/cubes-duckdb.ts";
import { views } from "./views/index.ts";
import { layersView } from "./views/layers.ts";
import { searchOf } from "./views/search.ts";
import { openDocuments } from "./working-copy.ts";
import { openWorkspaces } from "./workspaces.ts";

/** A site that is being served. */
export type Served = {
  readonly port: number;
  /** Ends when the process was told to stop and everything is closed. */
  readonly stopped: Promise<void>;
  close(): Promise<void>;
};

/** Opens everything that a site needs and listens. @throws `port-taken`, `website-missing` */
export async function openSite(config: Config): Promise<Served> {
  const logger = pino({ level: config.log, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const layers = readLayers(config.data);
  const render = await loadRender(config.web);
  const assets = await openAssets(join(config.web, "client"), join(config.data, "styles"));
  const cubes = await openDuckdbCubes({ folder: config.data, memory: config.memory, threads: config.threads });
  const releases = await openReleases(config.data, cubes, (error) => logger.error({ err: error }, "following the releases"));
  const origin = config.origin === undefined ? {} : { origin: config.origin };
  const workspaces = openWorkspaces(
    () => openDocuments(config, false),
    (error) => logger.error({ err: error }, "what readers share"),
  );
  const { proxies } = config;
  const elsewhere = originsOf(layers);
  const shown = { ...views, layers: layersView(layers) };
  const app = await openApp({ releases, views: shown, workspaces, render, assets, logger, proxies, elsewhere, ...origin });
  const closeStores = async (): Promise<void> => {
    await workspaces.close();
    await releases.close();
    await cubes.close();
  };
  try {
    const port = await listen(app, config.host, config.port);
    releases.onChange((release) => void searchOf(release).catch((error: unknown) => logger.error({ err: error }, "search index")));
    return { port, stopped: untilStopped(app, closeStores), close: () => app.close().then(closeStores) };
  } catch (error) {
    await app.close();
    await closeStores();
    throw error;
  }
}

/** Serves a site until the process is told to stop. */
export async function serve(config: Config = readConfig(), ready: (port: number) => void = () => {}): Promise<void> {
  const site = await openSite(config);
  ready(site.port);
  await site.stopped;
}
