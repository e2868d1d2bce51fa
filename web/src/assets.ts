/** Addresses of what the pages load; filled in by the build from what the browser build made. */
export type Assets = { readonly script: string; readonly styles: readonly string[]; readonly font: string };

declare const __ASSETS__: Assets | undefined;

/** The built assets; empty where the module runs unbuilt, as in tests. */
export const assets: Assets = typeof __ASSETS__ === "undefined" ? { script: "", styles: [], font: "" } : __ASSETS__;
