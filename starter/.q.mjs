import { DuckDBInstance } from "@duckdb/node-api";
import { readFileSync } from "node:fs";
const i = await DuckDBInstance.create(":memory:"); const c = await i.connect();
const sql = process.argv[2] ?? readFileSync(0,"utf8");
for (const s of sql.split(";").map(x=>x.trim()).filter(Boolean)) { const r = await c.runAndReadAll(s); const rows=r.getRowObjectsJson(); console.log("-- "+s.slice(0,80).replace(/\n/g," ")); if(rows.length){console.log(Object.keys(rows[0]).join("|")); for (const x of rows.slice(0,80)) console.log(Object.values(x).map(v=>typeof v==="object"&&v?JSON.stringify(v):v).join("|"));} }
