import type { CubeAxis } from "../model/cube.ts";

/** One id per member: its code, or `level:code` where two members share the code (areas of two levels). */
export function memberIds(axis: CubeAxis): string[] {
  const counts = new Map<string, number>();
  for (const member of axis.members) counts.set(member.code, (counts.get(member.code) ?? 0) + 1);
  return axis.members.map((member) => ((counts.get(member.code) ?? 0) > 1 ? `${member.level ?? ""}:${member.code}` : member.code));
}
