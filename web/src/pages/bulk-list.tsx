import type { ReleaseCard } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { bulkWords } from "../text/bulk.ts";
import type { Voice } from "../text/voice.ts";

/** Bytes as people say them. */
export function sizeText(bytes: number, voice: Voice): string {
  const [unit, size] = bytes < 1e6 ? ["kB", 1e3] : bytes < 1e9 ? ["MB", 1e6] : ["GB", 1e9];
  return `${voice.number(Math.max(0.1, bytes / size), bytes / size < 10 ? 1 : 0)} ${unit}`;
}

/** The files of the current release: where they are, how large, and how to know that they came whole. */
export function BulkList({ release, voice }: { readonly release: ReleaseCard; readonly voice: Voice }): ReactElement {
  const words = bulkWords(voice.language);
  const { count = 0, files = [] } = release.bulk ?? {};
  return (
    <section id="bulk">
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      <ul>
        <li>
          <a href="/bulk/SHA256SUMS">{words.sums}</a>
        </li>
        <li>
          <a href="/bulk/index.json">{words.index}</a>
        </li>
        <li>
          <a href="/catalog.ttl">{words.catalogue}</a>
        </li>
      </ul>
      <details>
        <summary>{words.show(voice.number(count))}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.size}</th>
              <th scope="col">{words.checksum}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ name, size, sha256 }) => (
              <tr key={name}>
                <td>
                  <a href={`/bulk/${name}`}>{name}</a>
                </td>
                <td>{sizeText(size, voice)}</td>
                <td>
                  <code title={sha256}>{sha256.slice(0, 16)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
