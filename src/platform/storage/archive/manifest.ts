/**
 * What is in an archive: the last member of the file, `manifest.json`. Without it an archive was never finished.
 *
 * An archive is a gzipped tar: `files/<name>` for extra files, then `tables/<name>/<number>.copy` for the rows, then the
 * manifest. A table's parts put together are what `COPY <table> (<columns>) TO STDOUT` says, so that `tar xzf` and `psql`
 * can read an archive without Heard. Tables come in parts because a tar must say each member's size before its content,
 * and a table of any size must fit through a small memory.
 */
import { z } from "zod";

export const FORMAT = "heard-archive";
export const FORMAT_VERSION = 1;
export const MANIFEST_NAME = "manifest.json";

/** Names become paths when an archive is unpacked: no slash, no leading dot, nothing that a stranger could aim with. */
const plainName = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/);

const member = z.object({
  name: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestShape = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.int().positive(),
  heardVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** The server it was taken from, "18.4"; for people. */
  postgresVersion: z.string(),
  /** The schema, as the names of the migrations behind it, in order. */
  migrations: z.array(z.string()),
  files: z.array(z.object({ name: plainName, mode: z.int(), member })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      parts: z.array(member),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
});

export type Member = z.infer<typeof member>;
export type Manifest = z.infer<typeof manifestShape>;
export type TableInArchive = Manifest["tables"][number];
export type SequenceState = Manifest["sequences"][number];

/** The manifest, or undefined when the text is not one. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const parsed = manifestShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** True for a name that may become a file beside the archive's others. */
export const isPlainName = (name: string): boolean => plainName.safeParse(name).success;
