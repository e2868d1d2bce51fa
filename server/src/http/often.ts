import { createHash, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";

/** Counts how often each client does something. */
export type Often = {
  /** Counts once more. @returns 0 where it may go on, else the milliseconds that it has to wait */
  take(address: string): number;
  /** How often a client may still, and the milliseconds until that is counted anew. */
  left(address: string): { readonly left: number; readonly until: number };
  /** Clients that are remembered now. */
  readonly size: number;
};

type Count = { readonly until: number; taken: number };

/**
 * At most so many times in a window, per client and for all together. Clients are told apart by a hash with a secret of this
 * process, and forgotten when their window ends: no address is kept.
 */
export function openOften(most: number, window: number, mostOfAll: number, now: () => number = () => performance.now()): Often {
  const secret = randomBytes(16);
  const counts = new Map<string, Count>();
  const everybody = "";
  const forget = (): void => {
    // Windows are equally long: those that began first end first.
    for (const [key, each] of counts) {
      if (each.until > now()) break;
      counts.delete(key);
    }
  };
  const waitOf = (key: string, limit: number): number => {
    const count = counts.get(key) ?? { until: now() + window, taken: 0 };
    counts.set(key, count);
    return count.taken < limit ? 0 : count.until - now();
  };
  const keyOf = (address: string): string => createHash("sha256").update(secret).update(clientOf(address)).digest("base64url");
  return {
    take(address) {
      forget();
      const key = keyOf(address);
      const wait = Math.max(waitOf(key, most), waitOf(everybody, mostOfAll));
      if (wait > 0) return wait;
      for (const each of [key, everybody]) {
        const count = counts.get(each);
        if (count) count.taken++;
      }
      return 0;
    },
    left(address) {
      const count = counts.get(keyOf(address));
      return { left: Math.max(0, most - (count?.taken ?? 0)), until: (count?.until ?? now() + window) - now() };
    },
    get size() {
      forget();
      return [...counts.keys()].filter((key) => key !== everybody).length;
    },
  };
}

/** One client of IPv6 has a whole network of addresses: its first half tells them apart. */
export function clientOf(address: string): string {
  if (!isIPv6(address) || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const front = head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => "0");
  return [...front, ...zeros, ...back].slice(0, 4).join(":");
}
