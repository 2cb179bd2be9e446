/** A very small painter: flat shapes and capital letters on a canvas, softened by drawing at twice the size, saved as PNG. */
import { crc32, deflateSync } from "node:zlib";

export type Colour = readonly [red: number, green: number, blue: number];

export interface Painter {
  readonly width: number;
  readonly height: number;
  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void;
  /** From the top colour to the bottom one, between two corners. */
  gradient(left: number, top: number, right: number, bottom: number, from: Colour, to: Colour): void;
  ellipse(x: number, y: number, radiusX: number, radiusY: number, colour: Colour): void;
  /** `points` are x, y, x, y, … */
  polygon(points: readonly number[], colour: Colour): void;
  line(x1: number, y1: number, x2: number, y2: number, thickness: number, colour: Colour): void;
  /** Capital letters, digits and a few signs; `scale` is the size of one dot, a letter is 5 by 7 dots. */
  write(text: string, x: number, y: number, scale: number, colour: Colour): void;
}

/** Each letter is seven rows of five dots, a row being a number from 0 to 31, written in base 32. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "ehhvhhh",
  B: "uhhuhhu",
  C: "ehggghe",
  D: "uhhhhhu",
  E: "vgguggv",
  F: "vgguggg",
  G: "ehgnhhf",
  H: "hhhvhhh",
  I: "e44444e",
  J: "72222ic",
  K: "hikokih",
  L: "ggggggv",
  M: "hrllhhh",
  N: "hhpljhh",
  O: "ehhhhhe",
  P: "uhhuggg",
  Q: "ehhhlid",
  R: "uhhukih",
  S: "fgge11u",
  T: "v444444",
  U: "hhhhhhe",
  V: "hhhhha4",
  W: "hhhllla",
  X: "hha4ahh",
  Y: "hhha444",
  Z: "v1248gv",
  "0": "ehjlphe",
  "1": "4c4444e",
  "2": "eh1248v",
  "3": "v2421he",
  "4": "26aiv22",
  "5": "vgu11he",
  "6": "68guhhe",
  "7": "v124888",
  "8": "ehhehhe",
  "9": "ehhf12c",
  "-": "000v000",
  "+": "044v440",
  ",": "0000ccg",
  ".": "00000cc",
  ":": "0cc0cc0",
  "(": "2488842",
  ")": "8422248",
  " ": "0000000",
};

/** Draws at twice the size, halves it, and returns the bytes of a PNG (RFC 2083) of `width` by `height` pixels. */
export function paint(width: number, height: number, draw: (painter: Painter) => void): Buffer {
  const w = width * 2;
  const h = height * 2;
  const canvas = new Float32Array(w * h * 3);
  const dot = (x: number, y: number, colour: Colour): void => {
    if (x < 0 || y < 0 || x >= w || y >= h) return;
    const at = (y * w + x) * 3;
    canvas.set(colour, at);
  };
  const fill = (
    left: number,
    top: number,
    right: number,
    bottom: number,
    inside: (x: number, y: number) => Colour | undefined,
  ): void => {
    for (let y = Math.max(0, Math.floor(top * 2)); y < Math.min(h, Math.ceil(bottom * 2)); y++)
      for (let x = Math.max(0, Math.floor(left * 2)); x < Math.min(w, Math.ceil(right * 2)); x++) {
        const colour = inside((x + 0.5) / 2, (y + 0.5) / 2);
        if (colour !== undefined) dot(x, y, colour);
      }
  };
  const painter: Painter = {
    width,
    height,
    rectangle: (x, y, wide, high, colour) => fill(x, y, x + wide, y + high, () => colour),
    gradient(left, top, right, bottom, from, to) {
      fill(left, top, right, bottom, (_, y) => {
        const share = (y - top) / (bottom - top);
        return from.map((part, at) => Math.round(part + ((to[at] ?? part) - part) * share)) as unknown as Colour;
      });
    },
    ellipse(x, y, radiusX, radiusY, colour) {
      fill(x - radiusX, y - radiusY, x + radiusX, y + radiusY, (px, py) =>
        ((px - x) / radiusX) ** 2 + ((py - y) / radiusY) ** 2 <= 1 ? colour : undefined,
      );
    },
    polygon(points, colour) {
      const xs = points.filter((_, at) => at % 2 === 0);
      const ys = points.filter((_, at) => at % 2 === 1);
      fill(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), (px, py) => {
        let inside = false;
        for (let at = 0, last = xs.length - 1; at < xs.length; last = at++) {
          const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [xs[at], ys[at], xs[last], ys[last]];
          if (y1 > py !== y2 > py && px < ((x2 - x1) * (py - y1)) / (y2 - y1) + x1) inside = !inside;
        }
        return inside ? colour : undefined;
      });
    },
    line(x1, y1, x2, y2, thickness, colour) {
      const half = thickness / 2;
      const long = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
      fill(
        Math.min(x1, x2) - half,
        Math.min(y1, y2) - half,
        Math.max(x1, x2) + half,
        Math.max(y1, y2) + half,
        (px, py) => {
          const share = Math.min(1, Math.max(0, ((px - x1) * (x2 - x1) + (py - y1) * (y2 - y1)) / long));
          const away = (px - x1 - share * (x2 - x1)) ** 2 + (py - y1 - share * (y2 - y1)) ** 2;
          return away <= half * half ? colour : undefined;
        },
      );
    },
    write(text, x, y, scale, colour) {
      for (const [at, letter] of [...text].entries())
        for (const [row, code] of [...(LETTERS[letter] ?? "vvvvvvv")].entries())
          for (let column = 0; column < 5; column++)
            if ((Number.parseInt(code, 32) >> (4 - column)) & 1)
              painter.rectangle(x + (at * 6 + column) * scale, y + row * scale, scale, scale, colour);
    },
  };
  draw(painter);
  return asPng(canvas, width, height);
}

function asPng(canvas: Float32Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let part = 0; part < 3; part++) {
        let sum = 0;
        for (const [dx, dy] of [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ] as const)
          sum += canvas[((y * 2 + dy) * width * 2 + x * 2 + dx) * 3 + part] ?? 0;
        rows[y * (width * 3 + 1) + 1 + x * 3 + part] = Math.round(sum / 4);
      }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
