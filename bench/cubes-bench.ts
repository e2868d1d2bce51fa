import type { Bench, Result } from "./bench.ts";
import { measureCubes } from "./cubes.ts";
import { measureCubesHttp } from "./cubes-http.ts";

/** How much slower than hand-written SQL our full path may be. */
const most = 1.3;

/** A cube of 52.4 million cells: our full path beside hand-written SQL on the same table, in process and over HTTP. */
export const cubesBench: Bench = {
  name: "cubes",
  async run() {
    const out: Result[] = [];
    for (const line of await measureCubes()) {
      const name = `${line.kind}, ${line.clients} client${line.clients === 1 ? "" : "s"}`;
      out.push({ name: `${name}: full path, p50`, value: line.ours.p50, unit: "ms" });
      out.push({ name: `${name}: SQL by hand, p50`, value: line.sql.p50, unit: "ms" });
      out.push({ name: `${name}: full path / SQL`, value: line.ratio, unit: "×", budget: { max: most, ratio: true } });
    }
    for (const line of await measureCubesHttp()) {
      const name = `over HTTP, ${line.clients} client${line.clients === 1 ? "" : "s"}`;
      out.push({ name: `${name}: Peil, p50`, value: line.ours.p50, unit: "ms" });
      out.push({ name: `${name}: Peil, p95`, value: line.ours.p95, unit: "ms" });
      out.push({ name: `${name}: bare server, p50`, value: line.bare.p50, unit: "ms" });
      out.push({ name: `${name}: Peil / bare`, value: line.ratio, unit: "×", budget: { max: most, ratio: true } });
    }
    return out;
  },
};
