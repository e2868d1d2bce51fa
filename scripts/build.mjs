import { needNode, packageFile, run } from "./project.mjs";

// Builds the pages twice: for the browser, and for rendering on the server.

const vite = packageFile("vite", "bin", "vite.js");
for (const extra of [[], ["--ssr"]]) {
  const { code } = await run(needNode(), [vite, "build", "--config", "web/vite.config.ts", ...extra]);
  if (code !== 0) process.exit(code);
}
