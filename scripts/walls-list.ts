/** One import as written and where it leads (a path in the repository, `node:…`, or a package). */
export type Import = { readonly from: string; readonly to: string; readonly specifier: string; readonly typeOnly: boolean };

/** A rule: what matches `from` may not import what matches `to`, types included. */
export type Wall = { readonly name: string; readonly from: RegExp; readonly to: RegExp; readonly why: string };

/** Who may not import whom. Each has a case in `walls.test.ts` that breaks it. */
export const walls: readonly Wall[] = [
  {
    name: "model-is-ground",
    from: /^core\/src\/(model\/|errors\.ts)/,
    to: /^core\/src\/(?!model\/|errors\.ts)/,
    why: "everything stands on the model and the errors; they stand on nothing",
  },
  {
    name: "api-is-top",
    from: /^core\/src\/(?!api[.-])/,
    to: /^core\/src\/api[.-]/,
    why: "the route table describes core to the outside; nothing inside needs it",
  },
  {
    name: "formats-without-query",
    from: /^(core|server)\/src\/formats\//,
    to: /^core\/src\/query\//,
    why: "a format writes a cube and does not ask for one",
  },
  {
    name: "statistics-without-query",
    from: /^core\/src\/statistics\//,
    to: /^core\/src\/query\//,
    why: "a statistic turns a cube into a cube",
  },
  {
    name: "guards-stand-on-the-model",
    from: /^core\/src\/guards\//,
    to: /^core\/src\/(?!guards\/|model\/|query\/selection\.ts)/,
    why: "what makes sense follows from what figures are, not from how they are computed",
  },
  { name: "core-without-node", from: /^core\/src\//, to: /^node:/, why: "core runs everywhere" },
  { name: "core-is-alone", from: /^core\//, to: /^(server|web)\//, why: "core knows neither server nor pages" },
  { name: "server-without-web", from: /^server\//, to: /^web\//, why: "the server loads the built pages that configuration names" },
  { name: "web-without-server", from: /^web\//, to: /^server\//, why: "pages ask through the route table" },
  { name: "web-without-node", from: /^web\/src\//, to: /^node:/, why: "pages run in a browser too" },
  {
    name: "drawing-without-pages",
    from: /^web\/src\/(presentations|widgets)\//,
    to: /^web\/src\/pages\//,
    why: "a page uses presentations and widgets, never the other way round",
  },
  {
    name: "drivers-in-store",
    from: /^(core\/src|web\/src|server\/src\/(?!store\/))/,
    to: /^(@duckdb\/node-api|better-sqlite3|pg|kysely|@clickhouse\/client)$/,
    why: "databases are named in server/src/store only",
  },
  {
    name: "workbooks-in-two-folders",
    from: /^(core\/src|web\/src|server\/src\/(?!formats\/|imports\/))/,
    to: /^(hucre|@e965\/xlsx)$/,
    why: "workbooks are written in server/src/formats and read in server/src/imports",
  },
  {
    name: "files-in-formats",
    from: /^(core\/src|web\/src|server\/src\/(?!formats\/))/,
    to: /^(hyparquet-writer|fflate)$/,
    why: "Parquet and archives are written in server/src/formats only",
  },
  {
    name: "positions-in-places",
    from: /^(core\/src|web\/src|server\/src\/(?!places\/))/,
    to: /^(proj4|flatbush|point-in-polygon-hao|topojson-client|topojson-simplify)$/,
    why: "coordinates are projected and positioned in server/src/places only",
  },
  {
    name: "markdown-in-methods",
    from: /^(core|server|web)\/src\/(?!methods\/)/,
    to: /^marked$/,
    why: "pages of Markdown are read and drawn in web/src/methods only",
  },
  {
    name: "solver-in-publish",
    from: /^(core\/src|web\/src|server\/src\/(?!publish\/))/,
    to: /^highs$/,
    why: "the solver is opened in server/src/publish and passed on; queries never wait for one",
  },
  {
    name: "printing-in-documents",
    from: /^(core\/src|web\/src|server\/src\/(?!documents\/))/,
    to: /^(docx|@myriaddreamin\/typst-ts-node-compiler|@resvg\/resvg-js)$/,
    why: "what is printed is made in server/src/documents only",
  },
  {
    name: "protocol-in-assistants",
    from: /^(core\/src|web\/src|server\/src\/(?!assistants\/))/,
    to: /^(@modelcontextprotocol\/sdk|zod)$/,
    why: "assistants are answered in server/src/assistants only",
  },
  {
    name: "forms-in-http",
    from: /^(core\/src|web\/src|server\/src\/(?!http\/))/,
    to: /^@fastify\/multipart$/,
    why: "what comes in over the web is read in server/src/http only",
  },
  {
    name: "pages-without-databank",
    from: /^web\/src\/(presentations|widgets|pages|enhance|text)\//,
    to: /^web\/src\/databank\//,
    why: "the data bank is an application of its own, on the same presentations",
  },
  { name: "react-in-web", from: /^(?!web\/)/, to: /^react(-dom)?$/, why: "React is a matter of the pages" },
  {
    name: "client-stands-on-the-api",
    from: /^client\/src\//,
    to: /^(?!client\/src\/|core\/src\/(?:api(?:-\w+)?|errors|query\/address)\.ts$)/,
    why: "who reads the site by program needs the route table and its types, and nothing else",
  },
  { name: "nobody-needs-the-client", from: /^(core|server|web)\/src\//, to: /^client\//, why: "the client is for programs outside" },
  {
    name: "entries-are-ends",
    from: /^(core|web|server)\/src\/(?!cli\.ts|main\.ts)/,
    to: /^server\/src\/(cli|main)\.ts$/,
    why: "cli and main wire everything; nobody wires them",
  },
  {
    name: "product-without-tools",
    from: /^(core|server|web|client)\/src\//,
    to: /^(scripts|bench|journeys|proof|starter|fixtures|(core|server|web|client)\/test)\//,
    why: "what is shipped imports nothing that is not",
  },
];
