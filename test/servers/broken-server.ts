/** Servers that are of no use, for tests of what we say about them: one that is silent, one that dribbles, one that is gone. */
import { createServer, type Socket } from "node:net";

export interface BrokenServer {
  readonly port: number;
  close(): Promise<void>;
}

async function start(converse: (socket: Socket) => void): Promise<BrokenServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    converse(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Takes connections and never says a word. */
export const startSilentServer = (): Promise<BrokenServer> => start(() => {});

/** Says a letter now and then and never finishes a line. */
export const startDribblingServer = (): Promise<BrokenServer> =>
  start((socket) => {
    const timer = setInterval(() => socket.write("2"), 20);
    socket.on("close", () => clearInterval(timer));
  });

/** A port at which nobody listens (any more). */
export async function closedPort(): Promise<number> {
  const server = await start(() => {});
  await server.close();
  return server.port;
}
