/**
 * How Heard's own server is set. Given on the command line at each start, so that a new version of Heard changes them
 * without touching the data folder. Chosen for one small team on one small machine; a large one sets DATABASE_URL.
 */

/** Where the server listens. A socket everywhere but on Windows, which gets a port that only this machine can reach. */
export type Place = { readonly socketDir: string; readonly port: number } | { readonly loopbackPort: number };

/** Whether a commit waits for the disk. With "never" it survives a kill but not a power cut: for tests that throw their data away. */
export type Durability = "always" | "never";

/** Settings by name, for `postgres -c name=value`. */
export function serverSettings(place: Place, durability: Durability): Readonly<Record<string, string>> {
  return {
    ...("socketDir" in place
      ? {
          listen_addresses: "",
          unix_socket_directories: place.socketDir,
          unix_socket_permissions: "0700",
          port: String(place.port),
        }
      : { listen_addresses: "127.0.0.1", port: String(place.loopbackPort) }),
    max_connections: "40",
    // Memory: little when idle, the system's file cache does the rest.
    shared_buffers: "32MB",
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    effective_cache_size: "512MB",
    huge_pages: "off",
    jit: "off",
    // Each of these is a process that would sit there idle.
    io_method: "sync",
    max_logical_replication_workers: "0",
    max_wal_senders: "0",
    max_worker_processes: "4",
    autovacuum_max_workers: "2",
    // Nobody replicates from this server; a bulk load into a new table then skips the log and is synced at its end.
    wal_level: "minimal",
    max_wal_size: "256MB",
    min_wal_size: "32MB",
    checkpoint_timeout: "15min",
    timezone: "UTC",
    // The log says what went wrong and never which words were in the statement or in the row.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_checkpoints: "off",
    ...(durability === "never" ? { fsync: "off", full_page_writes: "off", max_connections: "200" } : {}),
  };
}

/** The same as command line words. */
export function asWords(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
