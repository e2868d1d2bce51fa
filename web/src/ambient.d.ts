declare module "*.css";

interface ImportMeta {
  /** The builder's own: the files that match, as text, taken along in the bundle. */
  glob(
    pattern: string,
    options: { readonly query: "?raw"; readonly import: "default"; readonly eager: true },
  ): Readonly<Record<string, string>>;
}
