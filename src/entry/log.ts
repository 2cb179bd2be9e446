/** The log: structured lines on standard error, never message text. One per process. */
import pino from "pino";

export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error">;

export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        error: (error: unknown) =>
          error instanceof Error
            ? { name: error.name, message: error.message, stack: error.stack, cause: String(error.cause ?? "") }
            : String(error),
      },
      redact: ["password", "*.password", "token", "*.token"],
    },
    pino.destination({ fd: 2, sync: false }),
  );
}
