/** The same server, another database. */
export function onDatabase(serverUrl: string, database: string): string {
  const [before = "", query] = serverUrl.split("?", 2);
  const path = `${before.replace(/^(postgres(?:ql)?:\/\/[^/]*).*$/, "$1")}/${encodeURIComponent(database)}`;
  return query === undefined ? path : `${path}?${query}`;
}
