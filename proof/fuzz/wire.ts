import { Agent, request } from "node:http";
import { connect } from "node:net";

/** What is sent. The address is sent as it is, without being put in order first. */
export type Question = {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What came back, and after how many milliseconds. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly bytes: number;
  readonly ms: number;
};

const agent = new Agent({ keepAlive: true });
/** So much of a body is kept to be judged. */
const kept = 3_000_000;

/** Asks and reads the whole answer. */
export async function ask(origin: string, question: Question): Promise<Reply> {
  try {
    return await once(origin, question);
  } catch (error) {
    // The server may close a connection in the moment in which it is used again.
    if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw error;
    return once(origin, question);
  }
}

function once(origin: string, { method, address, headers, body }: Question): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const going = request({ hostname, port, method, path: plain(address), headers, agent, timeout: 60_000 }, (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= kept) chunks.push(chunk);
      });
      answer.on("end", () => {
        const ms = performance.now() - started;
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString(), bytes, ms });
      });
      answer.on("error", reject);
    });
    going.on("timeout", () => going.destroy(new Error("no answer in 60 s")));
    going.on("error", reject);
    going.end(body);
  });
}

/** What cannot stand in a request line at all is percent-encoded, as every program does. */
function plain(address: string): string {
  return address.replace(/[^\x21-\x7e]/gu, (sign) => {
    try {
      return encodeURIComponent(sign);
    } catch {
      return "%EF%BF%BD";
    }
  });
}

/** Sends bytes as they are and gives what came back before the other side closed, at most for three seconds. */
export function sendBytes(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes, "latin1"));
    socket.setTimeout(3000, () => socket.destroy());
    socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}
