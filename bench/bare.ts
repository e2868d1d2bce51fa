import { DuckDBInstance } from "@duckdb/node-api";
import fastify from "fastify";

// A bare server for comparison: one address, one hand-written statement, JSON of its rows. Arguments: store file, port.

const [file = "", port = "0"] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "256MB" });
const connections = await Promise.all(Array.from({ length: 8 }, () => instance.connect()));
await connections[0]?.run(`ATTACH '${file}' AS d (READ_ONLY)`);
const app = fastify();

app.get<{ Querystring: { period: string; m2: string; m3: string } }>("/", async (request) => {
  const connection = connections.pop() ?? (await instance.connect());
  try {
    const { period, m2, m3 } = request.query;
    const result = await connection.run(
      "SELECT area, sum(value) AS value FROM d.cells WHERE level = 1 AND period = $period::INTEGER AND m2 = $m2::INTEGER AND m3 = $m3::INTEGER GROUP BY area ORDER BY area",
      { period: Number(period), m2: Number(m2), m3: Number(m3) },
    );
    return { rows: await result.getRows() };
  } finally {
    connections.push(connection);
  }
});

await app.listen({ port: Number(port), host: "127.0.0.1" });
process.stdout.write("ready\n");
