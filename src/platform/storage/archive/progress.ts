/** How far a long piece of work with a database has come, for people who wait for it. */
export interface Progress {
  readonly doing: "checking" | "copying" | "linking";
  /** The table that is on its way; empty when it is not about one. */
  readonly table: string;
  readonly tablesDone: number;
  readonly tables: number;
  /** Bytes of rows moved so far, before compression. */
  readonly bytes: number;
}

export type OnProgress = (progress: Progress) => void;

export const silently: OnProgress = () => {};
