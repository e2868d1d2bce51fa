import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

type Chunk = {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const manifest = here("dist/client/.vite/manifest.json");

/** Addresses of what the browser build made; the server build writes them into its pages. */
function readAssets() {
  if (!existsSync(manifest)) throw new Error("Build the browser part first: vite build --config web/vite.config.ts");
  const chunks = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, Chunk>;
  const withImports = (name: string, seen: Set<string> = new Set()): readonly Chunk[] => {
    const chunk = chunks[name];
    if (chunk === undefined || seen.has(name)) return [];
    seen.add(name);
    return [chunk, ...(chunk.imports ?? []).flatMap((each) => withImports(each, seen))];
  };
  const entryOf = (name: string) => {
    const [own, ...others] = withImports(name);
    return {
      script: own ? `/${own.file}` : "",
      preload: others.map((each) => `/${each.file}`),
      styles: [own, ...others].flatMap((each) => (each?.css ?? []).map((file) => `/${file}`)),
    };
  };
  return {
    ...entryOf("src/enhance/main.ts"),
    apps: { databank: entryOf("src/databank/main.tsx") },
  };
}

// biome-ignore lint/style/noDefaultExport: the build tool reads its configuration from the default export.
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        root: here("."),
        publicDir: false,
        define: { __ASSETS__: JSON.stringify(readAssets()), "process.env.NODE_ENV": JSON.stringify("production") },
        ssr: { noExternal: true, target: "node" },
        build: {
          ssr: true,
          outDir: here("dist/server"),
          emptyOutDir: true,
          target: "node24",
          minify: false,
          rollupOptions: { input: here("src/entry-server.tsx"), output: { entryFileNames: "entry-server.js" } },
        },
      }
    : {
        root: here("."),
        publicDir: here("src/public"),
        build: {
          outDir: here("dist/client"),
          emptyOutDir: true,
          manifest: true,
          assetsInlineLimit: 0,
          modulePreload: false,
          target: "es2022",
          // Browsers that know light-dark(): the tokens stay as they are written.
          cssTarget: ["chrome123", "firefox120", "safari17.5"],
          rollupOptions: {
            input: [here("src/enhance/main.ts"), here("src/databank/main.tsx"), here("src/embed/peil.ts")],
            // Pages of other sites load this one by its name, for ever.
            output: { entryFileNames: (chunk) => (chunk.name === "peil" ? "embed/peil.js" : "assets/[name]-[hash].js") },
          },
        },
      },
);
