import { oneLine, type Snippet } from "./snippet.ts";

/** Python with pandas. Codes stay text: `01` is no number. */
export const python: Snippet = {
  name: "python",
  label: "Python (pandas)",
  write: ({ title, file }) => `# ${oneLine(title)}
import pandas as pd

url = "${file("csv")}"
figures = pd.read_csv(url, dtype=str, keep_default_na=False)
figures["value"] = pd.to_numeric(figures["value"], errors="coerce")
print(figures[["area_label", "period", "value", "status"]])`,
};
