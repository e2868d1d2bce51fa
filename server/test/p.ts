import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { openReleases } from "../src/releases.ts";
import { compile } from "@peil/core/query/compile.ts";
import { assemble } from "@peil/core/query/assemble.ts";
import { subjectOf } from "../src/views/area.ts";
import { newestPeriods } from "../src/views/profile.ts";
import { selectionOf, isNumeric } from "../src/views/cards.ts";
import { views } from "../src/views/index.ts";
const cubes = await openDuckdbCubes({ folder: "/tmp/pd2", memory: "256MB" });
const releases = await openReleases("/tmp/pd2", cubes, console.error);
const r = releases.current();
const s = subjectOf(r, "gemeente", "44021", "");
const inds = r.catalogue.indicators.filter(i => i.visible && isNumeric(i) && newestPeriods(r.catalogue, s.level).has(i) && (i.shape!=="cube"||i.dataType==="count"));
for (let k=0;k<3;k++) {
  let t=performance.now(); const sel = selectionOf(inds, "gemeente", { areas:{kind:"list",codes:["44021"]}, compare: s.columns });
  const c = compile(sel, r.catalogue); const tc=performance.now()-t;
  t=performance.now(); const rows = await Promise.all(c.parts.map(p=>r.run(p.plan))); const tr=performance.now()-t;
  t=performance.now(); const cube = assemble(c, rows, r.catalogue, r.id); const ta=performance.now()-t;
  const kinds: Record<string,[number,number]> = {};
  for (const p of c.parts) { const a=performance.now(); await r.run(p.plan); const d=performance.now()-a; const e=kinds[p.plan.node]??=[0,0]; e[0]++; e[1]+=d; }
  console.log(inds.length, "parts", c.parts.length, "periods", c.periods.length, "cells", cube.values.length, {tc,tr,ta}, kinds);
}
for (const code of ["44021","11002","34022"]) { const t=performance.now(); await views.area({release:r,releases}, {level:"gemeente",code,compare:""}); console.log("view", performance.now()-t); }
await releases.close(); await cubes.close();
