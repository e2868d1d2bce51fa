import type { AddressInfo } from "node:net";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance } from "fastify";

/** Listens on a port. @returns the port, which is chosen by the system where 0 was asked. @throws `port-taken` */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port, listenTextResolver: () => "" });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EADDRINUSE" || code === "EACCES") fail("port-taken", { port });
    throw error;
  }
  return (app.server.address() as AddressInfo).port;
}

/** How long requests that are being answered may take when the server is told to stop. */
const patience = 5000;

/**
 * Waits until the process is told to stop, then takes no new requests, finishes those that run, and closes.
 * @param close what else is to be closed, after the last answer
 */
export function untilStopped(app: FastifyInstance, close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      process.off("SIGTERM", stop);
      process.off("SIGINT", stop);
      const cut = setTimeout(() => app.server.closeAllConnections(), patience - 500);
      const end = setTimeout(resolve, patience);
      app
        .close()
        .then(close)
        .then(() => {
          clearTimeout(cut);
          clearTimeout(end);
        })
        .then(resolve, reject);
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
  });
}
