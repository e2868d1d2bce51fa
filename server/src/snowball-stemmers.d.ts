declare module "snowball-stemmers" {
  /** Takes words back to their stem. */
  export type Stemmer = { stem(word: string): string };
  const stemmers: { newStemmer(language: string): Stemmer };
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default stemmers;
}
