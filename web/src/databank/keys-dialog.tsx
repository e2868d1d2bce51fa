import type { ReactElement } from "react";
import type { DatabankWords } from "../text/databank.ts";
import { Dialog } from "./dialog.tsx";

/** The keys of the data bank. */
export function KeysDialog({ words, onClose }: { readonly words: DatabankWords; readonly onClose: () => void }): ReactElement {
  return (
    <Dialog title={words.keys.title} close={words.keys.close} onClose={onClose}>
      <dl className="bank-keys">
        {words.keys.rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
