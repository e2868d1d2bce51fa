import { type ReactElement, useState } from "react";
import type { Subject } from "../../presentations/presentation.ts";
import { mapWords } from "../../text/map.ts";
import { pngOf, save, svgOf } from "./export.tsx";
import { geojsonOf } from "./geojson.ts";

type Save = { readonly subject: Subject; readonly borders: () => Promise<string | undefined> };
const kinds = ["svg", "png", "geojson"] as const;

/** The map as a file; each names its source, its release and whether its borders are invented. */
export function SaveMap({ subject, borders }: Save): ReactElement {
  const words = mapWords(subject.voice);
  const [busy, setBusy] = useState(false);
  const make = async (kind: (typeof kinds)[number]): Promise<void> => {
    setBusy(true);
    try {
      const text = await borders();
      if (text === undefined) return;
      const name = `${subject.measured.code}.${kind}`;
      if (kind === "geojson") save(new Blob([geojsonOf(subject, text, words.synthetic)], { type: "application/geo+json" }), name);
      else {
        const svg = svgOf({ ...subject, borders: text });
        save(kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pngOf(svg), name);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <p className="save-map">
      {kinds.map((kind) => (
        <button key={kind} type="button" disabled={busy} onClick={() => void make(kind)}>
          {words.save[kind]}
        </button>
      ))}
    </p>
  );
}
