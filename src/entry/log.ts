/** The log: structured lines on standard error, never message text. One per process. */
import pino from "pino";

export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error">;

/** @param to where the lines go; standard error unless told otherwise. */
export function openLog(level: string, to?: pino.DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: withoutWords },
      redact: ["password", "*.password", "token", "*.token"],
    },
    to ?? pino.destination({ fd: 2, sync: false }),
  );
}

/** Only these fields: what else an error of the database carries (its detail) shows the row that it refused, words and all. */
function withoutWords(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, stack, cause } = error;
  const message = messageOf(error);
  const why = cause instanceof Error ? `${cause.name}: ${messageOf(cause)}` : String(cause ?? "");
  return { name, message, stack: stack?.replace(error.message, () => message), cause: why };
}

/** Where a value does not fit its type (SQLSTATE class 22), the database's own sentence repeats the value. */
function messageOf(error: Error & { readonly severity?: unknown; readonly code?: unknown }): string {
  const repeatsValue = error.severity !== undefined && /^22/.test(String(error.code));
  return repeatsValue ? `The database could not take a value (${error.code}).` : error.message;
}
