import fc from "fast-check";
import type { Question } from "./wire.ts";

const deep = (open: string, close: string, times: number): string => open.repeat(times) + close.repeat(times);

/** Texts that have broken programs before. Markup among them holds `zeven`, by which it is found again. */
export const evil: readonly string[] = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "1e309",
    "-0",
    "NaN",
    "Infinity",
    "0x10",
    "9".repeat(40),
    "1.7976931348623157e308",
    "4294967296",
    "null",
    "undefined",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "__defineGetter__", "valueOf", "length"],
  ...["%", "%zz", "%00", "a%00b", "%E0%A4%A", "%ED%A0%80", "%c0%ae", "%25%30%30", "%0d%0aset-cookie:a=b", "%u0041", "%2e%2e%2f", "%2F%2F"],
  ...[
    "'",
    '"',
    "' OR 1=1 --",
    "'; DROP TABLE area; --",
    '" UNION ALL VALUES (1) --',
    "1) OR (1=1",
    `$${"{7*7}"}`,
    "{{7*7}}",
    "$(id)",
    "`id`",
    "\\",
  ],
  ...[
    "<script>zeven(7)</script>",
    '"><img src=x onerror=zeven(7)>',
    "javascript:zeven(7)",
    "</script><script>zeven(7)",
    "]]><zeven>",
    "&zeven;",
  ],
  ...[
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "..\\..\\x",
    "/etc/passwd",
    "file:///etc/passwd",
    "//elders.example/x",
    "C:\\x",
    ".",
  ],
  ...["é".repeat(50), "\u202eabc", "\u0000", "\ufeff", "😀", "e\u0301", "ﷺ".repeat(20), "İ", "ß", "\u2028", "ａｂｃ", "١٢٣"],
  ...[
    "*",
    "@",
    "@x",
    ":",
    "::",
    ",",
    ",,,,",
    "~",
    ";",
    "&",
    "=",
    "#",
    "?",
    "|",
    "none",
    "all",
    "a:b:c:d",
    "x:both:",
    "similar:",
    "last:",
    "last:0",
  ],
  ...[
    "last:1000",
    "last:1001",
    "all:nooit",
    "2024,".repeat(400),
    "1-9999",
    "0000",
    "-2024",
    "2024Q9",
    "9999999M13",
    "group:",
    "Kust:gemeente:",
  ],
  ...[
    deep("(", ")", 500),
    deep("[", "]", 2000),
    deep('{"a":', "}", 500),
    deep("a(", ")", 300),
    "a,".repeat(3000),
    "x".repeat(5000),
    "%41".repeat(2000),
  ],
  ...["rank,".repeat(6), "index:first,".repeat(5), "per:inwoners:0", "per:inwoners:-1", "moving-average:999999", "total:0", "growth:1300"],
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...evil) },
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.double().map(String),
);

/** Text as it may stand in an address: as it is, encoded, or encoded twice. */
const written = fc
  .tuple(text, fc.constantFrom(0, 1, 1, 2))
  .map(([each, times]) => Array.from({ length: times }).reduce<string>((done) => encoded(done), each));

function encoded(each: string): string {
  try {
    return encodeURIComponent(each);
  } catch {
    return "%EF%BF%BD";
  }
}

/** Keys that some route reads, beside those of the address that is broken. */
const keys = [
  "indicator",
  "level",
  "area",
  "within",
  "neighbours",
  "alike",
  "group",
  "period",
  "by",
  "member",
  "member-group",
  "flow",
  "partner",
];
const more = [
  "top",
  "within-flows",
  "compare",
  "transform",
  "interval",
  "pseudo",
  "release",
  "q",
  "codes",
  "preset",
  "parts",
  "count",
  "theme",
];
const pages = [
  "since",
  "detail",
  "show",
  "dialect",
  "cursor",
  "limit",
  "offset",
  "var",
  "geolevel",
  "geoitem",
  "period",
  "$filter",
  "$select",
];
const odata = [
  "$top",
  "$skip",
  "$orderby",
  "$count",
  "$expand",
  "apikey",
  "format",
  "labels",
  "attributes",
  "dimlevel",
  "flip_table",
  "constructor",
];
const key = fc.oneof(fc.constantFrom(...keys, ...more, ...pages, ...odata), written);

/** One thing done to an address: its parts, its keys, its values, the items of a value. */
const broken: fc.Arbitrary<(address: string) => string> = fc.oneof(
  fc.tuple(fc.nat(), written).map(([at, by]) => inPath(at, () => by)),
  fc.tuple(fc.nat(), written).map(([at, by]) => inPath(at, (part) => part + by)),
  fc.nat().map((at) => inPath(at, (part) => `${part}/${part}`)),
  fc.nat().map((at) => inPath(at, (part) => part.toUpperCase())),
  fc.nat().map((at) => inPath(at, (part) => `/${part}`)),
  ...[1, 2, 3].map(() => fc.tuple(fc.nat(), written).map(([at, by]) => inQuery(at, (pair) => `${nameOf(pair)}=${by}`))),
  fc.tuple(fc.nat(), fc.nat(), written).map(([at, item, by]) => inQuery(at, (pair) => inList(pair, item, by))),
  fc.tuple(fc.nat(), key).map(([at, by]) => inQuery(at, (pair) => `${by}=${pair.slice(nameOf(pair).length + 1)}`)),
  fc.nat().map((at) => inQuery(at, (pair) => `${pair}&${pair}`)),
  fc.nat().map((at) => inQuery(at, () => "")),
  fc.tuple(key, written).map(
    ([name, by]) =>
      (address: string) =>
        `${address}${address.includes("?") ? "&" : "?"}${name}=${by}`,
  ),
  written.map((by) => (address: string) => `${address}${by}`),
);

function inPath(at: number, change: (part: string) => string): (address: string) => string {
  return (address) => {
    const [path = "", query] = address.split(/\?(.*)/s);
    const parts = path.slice(1).split(/(?=[/.(])/);
    const chosen = at % parts.length;
    return `/${parts.map((part, i) => (i === chosen ? change(part) : part)).join("")}${query === undefined ? "" : `?${query}`}`;
  };
}

function inQuery(at: number, change: (pair: string) => string): (address: string) => string {
  return (address) => {
    const [path = "", query = ""] = address.split(/\?(.*)/s);
    const pairs = query.split("&");
    const chosen = at % pairs.length;
    return `${path}?${pairs.map((pair, i) => (i === chosen ? change(pair) : pair)).join("&")}`;
  };
}

function nameOf(pair: string): string {
  return pair.split("=")[0] ?? "";
}

function inList(pair: string, item: number, by: string): string {
  const items = pair.slice(nameOf(pair).length + 1).split(/([,:_])/);
  items[item % items.length] = by;
  return `${nameOf(pair)}=${items.join("")}`;
}

const header = fc.constantFrom<Record<string, string>>(
  ...["*/*", "text/html", "application/json", "text/csv;q=0.5,*/*;q=0.1", "x/y", "a".repeat(3000), ",;,;q=", "text/html;q=9e9"].map(
    (accept) => ({ accept }),
  ),
  ...[
    "bytes=0-0",
    "bytes=0-",
    "bytes=-1",
    "bytes=5-1",
    "bytes=99999999999999999999-",
    "bytes=0-1,4-5,-2",
    "x",
    `bytes=${"0-0,".repeat(500)}`,
  ].map((range) => ({ range })),
  ...["*", '"x"', 'W/""', ",".repeat(500), "a".repeat(3000)].map((each) => ({ "if-none-match": each })),
  ...["gzip;q=x", "br, gzip", "identity;q=0, *;q=0", "zstd", "a,".repeat(500)].map((each) => ({ "accept-encoding": each })),
  ...["en", "__proto__", "fr-FR,nl;q=0", "*", "é".normalize("NFC").replace("é", "\u00e9")].map((each) => ({ "accept-language": each })),
  ...["peil_x", "'", "a".repeat(3000)].flatMap((each) => [{ apikey: each }, { authorization: `Bearer ${each}` }]),
  { "if-modified-since": "never", "if-range": '"x"' },
  { "x-forwarded-for": "<script>zeven(7)</script>", "x-forwarded-proto": "javascript", "x-forwarded-host": "elders.example" },
  { origin: "null", "access-control-request-method": "DELETE", "access-control-request-headers": "x" },
  { "content-type": "application/x-zeven", expect: "100-continue" },
);

const method = fc.oneof(
  { weight: 12, arbitrary: fc.constant("GET") },
  fc.constantFrom("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"),
);

/** Questions that break one thing, sometimes two, of a valid address. */
export function brokenQuestions(addresses: readonly string[]): fc.Arbitrary<Question & { readonly from: string }> {
  return fc
    .record({
      from: fc.constantFrom(...addresses),
      changes: fc.oneof({ weight: 4, arbitrary: fc.tuple(broken) }, fc.tuple(broken, broken)),
      method,
      headers: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, header),
    })
    .map(({ from, changes, ...rest }) => ({ ...rest, from, address: changes.reduce<string>((address, change) => change(address), from) }));
}

/** Bodies in which one thing of a valid JSON text is something else. */
export function brokenBodies(valid: unknown): fc.Arbitrary<string> {
  const whole = JSON.stringify(valid);
  const leaves = [...whole.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null/g)].map(
    (each) => [each.index, each[0].length] as const,
  );
  const value = fc.oneof(
    text.map((each) => JSON.stringify(each)),
    fc.jsonValue({ maxDepth: 3 }).map((each) => JSON.stringify(each)),
    fc.constantFrom(
      deep("[", "]", 5000),
      deep('{"__proto__":', "}", 200).replace(/:}/, ":1}"),
      '{"__proto__":{"zeven":7}}',
      '{"constructor":1}',
      "1e999",
      "-",
    ),
  );
  const inside = fc
    .tuple(fc.constantFrom(...leaves), value)
    .map(([[at, length], by]) => whole.slice(0, at) + by + whole.slice(at + length));
  return fc.oneof(
    { weight: 4, arbitrary: inside },
    value,
    text,
    fc.nat(whole.length).map((at) => whole.slice(0, at)),
  );
}
