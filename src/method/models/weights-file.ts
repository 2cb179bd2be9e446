/**
 * The file in which trained models travel: a line of JSON that describes them, then for every model the features it knows
 * (sorted, as distances) and one small whole number per feature and output. Written by `npm run train`, read here.
 *
 *   "HEARD" version:u8 length:u32le header:JSON { per model: distances as LEB128, rows × outputs as int8 }
 */
export const FILE_VERSION = 1;

export interface ModelHeader {
  readonly name: string;
  readonly outputs: readonly string[];
  readonly rows: number;
  /** Whether pieces of the spelling count, or whole words only. */
  readonly spells: boolean;
  /** Per output: what one step of the whole numbers is worth, and where the score starts. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

export interface StoredModel extends ModelHeader {
  /** Ascending, of FEATURE_BITS bits. */
  readonly features: Uint32Array;
  /** Row by row. */
  readonly weights: Int8Array;
}

export interface WeightsFile {
  readonly models: readonly StoredModel[];
  /** What stands on top of the scores: calibrations and thresholds, read by whoever owns them. */
  readonly heads: Readonly<Record<string, unknown>>;
}

const MAGIC = "HEARD";

export function packWeights(file: WeightsFile): Uint8Array {
  const header = JSON.stringify({
    models: file.models.map(({ features: _features, weights: _weights, ...rest }) => rest),
    heads: file.heads,
  });
  if (/[^\x20-\x7e]/.test(header)) throw new Error("The header of a weights file holds plain ASCII.");
  const bytes: number[] = [...MAGIC].map((char) => char.charCodeAt(0));
  bytes.push(FILE_VERSION, ...[0, 8, 16, 24].map((shift) => (header.length >>> shift) & 255));
  for (let at = 0; at < header.length; at += 1) bytes.push(header.charCodeAt(at));
  for (const { features, weights } of file.models) {
    let last = 0;
    for (const feature of features) {
      let distance = feature - last;
      last = feature;
      while (distance > 127) {
        bytes.push((distance & 127) | 128);
        distance >>>= 7;
      }
      bytes.push(distance);
    }
    for (const weight of weights) bytes.push(weight & 255);
  }
  return Uint8Array.from(bytes);
}

/** Throws when the bytes are not a weights file of this version: they ship with the code, so that is a bug. */
export function unpackWeights(bytes: Uint8Array): WeightsFile {
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC || bytes[MAGIC.length] !== FILE_VERSION) throw new Error("Not a weights file of this version.");
  let at = MAGIC.length + 1;
  let length = 0;
  for (const shift of [0, 8, 16, 24]) length |= (bytes[at++] as number) << shift;
  let header = "";
  for (const end = at + length; at < end; at += 1) header += String.fromCharCode(bytes[at] as number);
  const { models, heads } = JSON.parse(header) as {
    readonly models: readonly ModelHeader[];
    readonly heads: Readonly<Record<string, unknown>>;
  };
  return {
    heads,
    models: models.map((model): StoredModel => {
      const features = new Uint32Array(model.rows);
      let last = 0;
      for (let row = 0; row < model.rows; row += 1) {
        let shift = 0;
        let byte = 128;
        let distance = 0;
        while (byte > 127) {
          byte = bytes[at++] as number;
          distance |= (byte & 127) << shift;
          shift += 7;
        }
        last += distance;
        features[row] = last;
      }
      const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, model.rows * model.outputs.length);
      at += weights.length;
      return { ...model, features, weights };
    }),
  };
}
