import { oneLine, type Snippet } from "./snippet.ts";

/** A file by curl, in a shell of Linux, macOS or Windows. */
export const curl: Snippet = {
  name: "curl",
  label: "curl",
  write: ({ title, file }) => `# ${oneLine(title)}
curl --fail --compressed --output figures.csv "${file("csv")}"`,
};
