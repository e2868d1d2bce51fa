/**
 * Tables of the documents door, the same in SQLite and PostgreSQL and in the catalogue of a release. Things are kept whole
 * as JSON in `body`; beside it stand only the columns that keep codes unique. `*_key` is the code in lower case.
 */
export type Tables = {
  migration: { name: string };
  id_counter: { kind: string; next: number };
  site: { id: number; body: string };
  level: { id: number; division_key: string; alias_key: string; body: string };
  area: { id: number; level: number; code_key: string; body: string };
  area_link: { child_level: number; parent_level: number; child: number; parent: number; weight: number | null };
  geometry: { level: number; topology: string };
  dimension: { code_key: string; body: string };
  dimension_level: { id: number; code_key: string; body: string };
  member: { id: number; level: number; code_key: string; body: string };
  member_link: { child_level: number; parent_level: number; child: number; parent: number };
  source: { code_key: string; body: string };
  indicator: { id: number; code_key: string; body: string };
  theme: { id: number; body: string };
  change: { number: number; moment: string; author: string; note: string; load: string | null };
  load: { id: string; number: number; files: string; scopes: string; parts: string; undone: number };
  api_key: {
    hash: string;
    name_key: string;
    name: string;
    prefix: string;
    upload: number;
    quota: number | null;
    created: string;
    used: string | null;
    revoked: string | null;
  };
  workspace: { hash: string; body: string; release: string };
};
