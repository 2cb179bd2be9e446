/** A talk with an SMTP server by hand, line by line, for tests of what no well-behaved client would say. */
import { once } from "node:events";
import { connect } from "node:net";

/** `until` waits for what is to come and returns all that was said since the last time; `ask` says a line and waits for its answer. */
export function talkTo(port: number) {
  const socket = connect(port, "127.0.0.1");
  let heard = "";
  let closed = false;
  socket.on("data", (chunk) => {
    heard += chunk.toString();
  });
  socket.on("close", () => {
    closed = true;
  });
  socket.on("error", () => {});
  const until = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(heard)) {
      if (closed) throw new Error(`closed before ${pattern}: ${heard}`);
      await Promise.race([once(socket, "data"), once(socket, "close")]);
    }
    const said = heard;
    heard = "";
    return said;
  };
  return {
    socket,
    until,
    say: (line: string) => void socket.write(`${line}\r\n`),
    ask: (line: string) => {
      socket.write(`${line}\r\n`);
      return until(/^\d{3} .*\r\n$/m);
    },
    closed: async () => {
      if (!closed) await once(socket, "close");
      return true;
    },
  };
}
