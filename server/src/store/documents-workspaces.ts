import { createHash } from "node:crypto";
import { fail } from "@peil/core/errors.ts";
import type { Kysely } from "kysely";
import type { KeptWorkspace } from "./documents.ts";
import type { Tables } from "./documents-tables.ts";

/** Letters of a hash, from short to whole: a longer one only where another workspace has the short one already. */
const lengths = [16, 24, 32, 64];

/** Keeps a workspace under the hash of what it holds. What was kept before is found again and nothing changes. */
export async function keepWorkspace(db: Kysely<Tables>, kept: KeptWorkspace): Promise<string> {
  const whole = createHash("sha256").update(kept.release).update("\n").update(kept.body).digest("hex");
  for (const length of lengths) {
    const hash = whole.slice(0, length);
    await db
      .insertInto("workspace")
      .values({ hash, ...kept })
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .execute();
    const found = await findWorkspace(db, hash);
    if (found?.body === kept.body && found.release === kept.release) return hash;
  }
  return fail("internal", { id: whole.slice(0, 10) });
}

/** A workspace by its hash. */
export async function findWorkspace(db: Kysely<Tables>, hash: string): Promise<KeptWorkspace | undefined> {
  return db.selectFrom("workspace").select(["body", "release"]).where("hash", "=", hash).executeTakeFirst();
}
