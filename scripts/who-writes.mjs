/**
 * Who writes which table, read from the text of the code: a folder writes only the tables that its files declare (`interface
 * Tables`), and an entry writes none, neither itself nor through a record: it calls a verb. Looks at functions by their name.
 */
const DECLARED = /interface Tables \{([\s\S]*?)\n {2}\}/;
const WRITTEN =
  /\b(?:insertInto|updateTable|deleteFrom)\(\s*["'](\w+)|\b(?:INSERT INTO|DELETE FROM)\s+(\w+)|\bUPDATE\s+(\w+)(?=\s+(?:\w+\s+)?SET\b)/g;
/** What an entry may call although it can write: to build the parts of a desk, and to connect to a mailbox's servers. */
const MAY_CALL = new Set([
  "openKeys", // makes the installation's key where there is none
  "imapInOf", // its token is renewed, and kept, when it is used
  "smtpOutOf",
]);
const FROM = /(?:^|\n)import\s+\{([^}]*)\}\s+from\s+["']([^"']+)["']/g;
/** What may be written about: nouns, and what the platform keeps for them. */
const KEEPERS = /^src\/(?:records\/(?!migrations)|platform\/(?:blobs|events|desk|jobs)\/)/;

const folderOf = (path) => path.split("/").slice(1, 3).join("/");
const tablesWritten = (text) => [...text.matchAll(WRITTEN)].map((found) => found[1] ?? found[2] ?? found[3]);

/** @param texts path → text without comments, tests left out. @returns {string[]} */
export function findWritingFaults(texts) {
  const owners = new Map();
  for (const [path, text] of texts)
    for (const [, table] of (DECLARED.exec(text)?.[1] ?? "").matchAll(/^ {4}(\w+):/gm))
      owners.set(table, folderOf(path));
  const writing = namesThatWrite(texts);
  const faults = [];
  for (const [path, text] of texts) {
    const folder = folderOf(path);
    if (/^src\/records\/migrations/.test(path)) continue;
    for (const table of tablesWritten(text))
      if (owners.has(table) && owners.get(table) !== folder)
        faults.push(`${path}: writes ${table}, which belongs to ${owners.get(table)}.`);
    if (!/^src\/entry\//.test(path)) continue;
    if (/\binOneGo\(/.test(text)) faults.push(`${path}: an entry opens no transaction; it calls a verb.`);
    for (const [, names, from] of text.matchAll(FROM))
      if (/\/(?:records|platform)\//.test(from))
        for (const name of names.split(",").map((each) => each.trim().split(/\s+as\s+/)[0]))
          if (writing.has(name) && !MAY_CALL.has(name))
            faults.push(`${path}: an entry writes nothing, and ${name} writes; let a verb call it.`);
  }
  return faults;
}

/** The functions of records and platform that write, themselves or through another one. */
function namesThatWrite(texts) {
  const bodies = new Map();
  for (const [path, text] of texts) {
    if (!KEEPERS.test(path)) continue;
    const parts = text.split(/\n(?=(?:export )?(?:async )?(?:function|const) )/);
    for (const part of parts) {
      const name = /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(part)?.[1];
      if (name) bodies.set(name, `${bodies.get(name) ?? ""}\n${part}`);
    }
  }
  const writing = new Set([...bodies].filter(([, body]) => tablesWritten(body).length > 0).map(([name]) => name));
  for (let before = -1; before !== writing.size; ) {
    before = writing.size;
    for (const [name, body] of bodies)
      if ([...body.matchAll(/\b(\w+)\(/g)].some(([, called]) => called !== name && writing.has(called)))
        writing.add(name);
  }
  return writing;
}
