/** One line of the table in docs/coach/accuracy.md: what was measured, on how many, by whom. */
export const PEERS = ["vader-sentiment", "sentiment", "wink-sentiment", "natural", "chrono-node"] as const;
export type Peer = (typeof PEERS)[number];

export interface Row {
  readonly on: string;
  readonly n: number;
  readonly measure: string;
  /** Whose card in docs/coach/models it belongs on. */
  readonly model?: "emotions" | "valence" | "feelings" | "situations" | "moves";
  /** Heard, without and with its trained models where that makes a difference. */
  readonly cues?: string;
  readonly heard: string;
  readonly peers: Readonly<Partial<Record<Peer, string>>>;
}

export const figure = (value: number): string => value.toFixed(3).replace(/^(-?)0\./, "$1.");
