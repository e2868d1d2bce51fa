import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

type Entry = { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[]; readonly isEntry?: boolean };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const manifest = here("dist/client/.vite/manifest.json");

/** Addresses of what the browser build made; the server build writes them into its pages. */
function readAssets(): { script: string; styles: string[]; font: string } {
  if (!existsSync(manifest)) throw new Error("Build the browser part first: vite build --config web/vite.config.ts");
  const entries = Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, Entry>);
  const entry = entries.find((each) => each.isEntry);
  const files = entries.flatMap((each) => [each.file, ...(each.assets ?? [])]);
  const font = files.find((each) => each.endsWith(".woff2"));
  return {
    script: entry ? `/${entry.file}` : "",
    styles: (entry?.css ?? []).map((each) => `/${each}`),
    font: font === undefined ? "" : `/${font}`,
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
          rollupOptions: { input: here("src/enhance/main.ts") },
        },
      },
);
