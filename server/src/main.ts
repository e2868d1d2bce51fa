import { join } from "node:path";
import { type Logger, pino } from "pino";
import { type Config, readConfig } from "./config.ts";
import { openPrinter } from "./documents/printer.ts";
import { openApp } from "./http/app.ts";
import { openAssets } from "./http/assets.ts";
import { checkHouseStyles } from "./http/house-styles.ts";
import { listen, untilStopped } from "./http/listen.ts";
import { loadWebsite } from "./http/pages.ts";
import { openVisits } from "./http/visits.ts";
import { openUploads } from "./imports/upload.ts";
import { openKeys } from "./keys.ts";
import { originsOf, readLayers } from "./layers-file.ts";
import type { Release } from "./release.ts";
import { openReleases } from "./releases.ts";
import { openDuckdbCubes } from "./store/cubes-duckdb.ts";
import { views } from "./views/index.ts";
import { layersView } from "./views/layers.ts";
import { sentencesView } from "./views/sentences.ts";
import { warm } from "./warm.ts";
import { openDocuments, type WorkingCopyPlace } from "./working-copy.ts";
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
  const website = await loadWebsite(config.web);
  const printer = openPrinter();
  const assets = await openAssets(...(await assetsOf(config, logger)));
  const cubes = await openDuckdbCubes({ folder: config.data, memory: config.memory, threads: config.threads });
  const releases = await openReleases(config.data, cubes, (error) => logger.error({ err: error }, "following the releases"));
  const workspaces = openWorkspaces(
    () => openDocuments(config, false),
    (error) => logger.error({ err: error }, "what readers share"),
  );
  const keys = openKeys(
    () => openDocuments(config, false),
    (error) => logger.error({ err: error }, "keys of programs"),
    Date.now,
  );
  const uploads = openUploads();
  const allViews = { ...views, layers: layersView(layers), sentences: sentencesView(website, views) };
  const app = await openApp({
    ...{ releases, workspaces, assets, logger },
    views: allViews,
    render: website.render,
    printing: { ...website, printer },
    feeds: website,
    assistants: config.assistants,
    ...{ keys, proxies: config.proxies, limit: config.limit },
    uploads: { uploads, place: placeOf(config), limit: config.upload },
    elsewhere: originsOf(layers),
    areaCodes: config.areaCodes,
    ...(config.origin === undefined ? {} : { origin: config.origin }),
    ...(config.visits ? { visits: openVisits(join(config.data, "visits"), Date.now) } : {}),
  });
  let closing = false;
  const closeStores = async (): Promise<void> => {
    closing = true;
    await uploads.close();
    await keys.close();
    await workspaces.close();
    await releases.close();
    await cubes.close();
    await printer.close();
  };
  try {
    const port = await listen(app, config.host, config.port);
    const prepare = (release: Release): void => {
      warm({ release, releases, workspaces }, allViews).catch((error: unknown) => {
        if (!closing) logger.error({ err: error }, "warming a release");
      });
    };
    releases.onChange(prepare);
    if (releases.list().length > 0) prepare(releases.current());
    return { port, stopped: untilStopped(app, closeStores), close: () => app.close().then(closeStores) };
  } catch (error) {
    await app.close();
    await closeStores();
    throw error;
  }
}

function placeOf({ data, databaseUrl }: Config): WorkingCopyPlace {
  return { data, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
}

/** Where the website's files and the house styles lie; a house style whose colours cannot be told apart is left out, and said why. */
async function assetsOf(config: Config, logger: Logger): Promise<Parameters<typeof openAssets>> {
  const [client, styles] = [join(config.web, "client"), join(config.data, "styles")];
  const poor = await checkHouseStyles(client, styles);
  for (const { url, problems } of poor) logger.warn({ style: url, problems: problems.map((each) => each.nl) }, "house style not used");
  return [client, styles, new Set(poor.map((each) => each.url))];
}

/** Serves a site until the process is told to stop. */
export async function serve(config: Config = readConfig(), ready: (port: number) => void = () => {}): Promise<void> {
  const site = await openSite(config);
  ready(site.port);
  await site.stopped;
}
