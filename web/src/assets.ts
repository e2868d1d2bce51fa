/** What an entry of the browser build needs: its script, what that loads at once, and its styles. */
export type Entry = { readonly script: string; readonly preload: readonly string[]; readonly styles: readonly string[] };

/** Addresses of what the pages load; filled in by the build from what the browser build made. */
export type Assets = Entry & { readonly apps: Readonly<Record<string, Entry>> };

declare const __ASSETS__: Assets | undefined;

/** The built assets; empty where the module runs unbuilt, as in tests. */
export const assets: Assets = typeof __ASSETS__ === "undefined" ? { script: "", preload: [], styles: [], apps: {} } : __ASSETS__;
