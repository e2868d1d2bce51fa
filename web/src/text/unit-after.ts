/** What follows a name to say its unit: nothing where the name says it already, no *in* before *per*. The same in Dutch and English. */
export function unitAfter(name: string, unit: string): string {
  if (unit === "" || name.toLowerCase().includes(unit.toLowerCase())) return "";
  return unit.startsWith("per ") ? `, ${unit}` : `, in ${unit}`;
}
