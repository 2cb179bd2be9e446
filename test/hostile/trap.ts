/**
 * The stranger's server: answers whatever is asked of it and keeps what it was told. Chromium is made to find it under every
 * name that ends in `.test`, so nothing that a mail calls for can fail to be seen for want of a network.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

export interface Call {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Trap {
  readonly calls: Call[];
  /** The switch that leads Chromium here. */
  readonly rule: string;
  /** Serves this at `http://naked.test/`, without any protection. */
  show(page: string): void;
}

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

export async function openTrap(): Promise<Trap> {
  const calls: Call[] = [];
  let shown = "";
  const server = createServer(({ method = "", url = "", headers }, answer) => {
    if (headers.host?.startsWith("naked.test")) {
      answer.setHeader("content-type", "text/html; charset=utf-8");
      answer.end(url === "/" ? shown : "");
      return;
    }
    calls.push({ method, url, headers });
    answer.setHeader("access-control-allow-origin", "*");
    answer.setHeader("content-type", "image/gif");
    answer.end(PIXEL);
  });
  // A call over TLS, or of another protocol, is a call too.
  server.on("clientError", (error: Error & { rawPacket?: Buffer }, socket) => {
    if (error.rawPacket) calls.push({ method: "?", url: error.rawPacket.toString("latin1"), headers: {} });
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    rule: `--host-resolver-rules=MAP *.test 127.0.0.1:${port}`,
    show: (page) => {
      shown = page;
    },
  };
}
