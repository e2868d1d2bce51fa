import { oneLine, type Snippet } from "./snippet.ts";

/** R without packages. Codes stay text: `01` is no number. */
export const r: Snippet = {
  name: "r",
  label: "R",
  write: ({ title, file }) => `# ${oneLine(title)}
url <- "${file("csv")}"
figures <- read.csv(url, colClasses = "character", na.strings = character(0), fileEncoding = "UTF-8")
figures$value <- as.numeric(figures$value)
print(figures[, c("area_label", "period", "value", "status")])`,
};
