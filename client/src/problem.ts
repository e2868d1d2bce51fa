import type { ErrorCode } from "@peil/core/errors.ts";

/** What went wrong, as the site says it (RFC 9457): `message` says what happened, `detail` what to do about it. */
export class PeilProblem extends Error {
  /** A code of the catalogue of errors; of a newer site perhaps one that this client does not know. */
  readonly code: ErrorCode | (string & {});
  /** HTTP status; 0 where the site could not be reached. */
  readonly status: number;
  readonly detail: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** The address that was asked. */
  readonly address: string;

  constructor(body: Partial<Problem>, status: number, address: string, cause?: unknown) {
    super(body.title ?? `${status} ${address}`, cause === undefined ? {} : { cause });
    this.name = "PeilProblem";
    this.code = body.code ?? (status === 0 ? "no-connection" : "internal");
    this.status = status;
    this.detail = body.detail ?? "";
    this.details = body.details ?? {};
    this.address = address;
  }
}

type Problem = {
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
};

/** Reads the problem that an answer holds, whatever it holds. */
export async function problemOf(answer: Response, address: string): Promise<PeilProblem> {
  const body: unknown = await answer.json().catch(() => undefined);
  return new PeilProblem(typeof body === "object" && body !== null ? (body as Partial<Problem>) : {}, answer.status, address);
}
