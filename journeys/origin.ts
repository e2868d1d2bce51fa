import { inject } from "vitest";

let named: string | undefined;

/** Has everything that walks through the site walk through another one: proofs start their own. */
export function walkThrough(origin: string): void {
  named = origin;
}

/** The address of the site that is walked through. */
export function originOf(): string {
  return named ?? inject("origin");
}
