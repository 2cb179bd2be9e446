/**
 * Draws the pictures and papers that sample customers attach, into samples/attachments: `node scripts/sample-pictures.ts`.
 * Simple shapes, no library, the same bytes every time. The painter itself is `sample-painter.ts`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { type Colour, type Painter, paint } from "./sample-painter.ts";
import { paperPdf } from "./sample-paper.ts";

const FOLDER = new URL("../samples/attachments/", import.meta.url);

const WALL: Colour = [226, 218, 204];
const FLOOR: Colour = [168, 132, 98];
const BRASS: Colour = [178, 142, 74];
const SHADE: Colour = [240, 226, 190];
const INK: Colour = [44, 42, 40];
const WHITE: Colour = [252, 250, 246];
const MUTED: Colour = [126, 120, 112];
const RED: Colour = [176, 58, 46];

function room(p: Painter): void {
  p.gradient(0, 0, p.width, p.height * 0.72, WALL, [204, 194, 178]);
  p.gradient(0, p.height * 0.72, p.width, p.height, FLOOR, [128, 96, 68]);
  for (let x = -40; x < p.width; x += 64) p.line(x + 40, p.height * 0.72, x, p.height, 1.2, [122, 92, 66]);
}

function crackedHeron(p: Painter): void {
  room(p);
  p.ellipse(180, 262, 66, 12, [110, 84, 60]);
  p.ellipse(176, 256, 52, 10, BRASS);
  p.line(176, 254, 176, 118, 5, BRASS);
  p.line(176, 120, 226, 74, 5, BRASS);
  p.polygon([204, 62, 268, 50, 300, 118, 196, 124], SHADE);
  p.polygon([268, 50, 276, 67, 262, 84, 273, 98, 262, 121, 300, 118], [58, 50, 44]);
  p.line(262, 84, 238, 92, 2, INK);
  p.line(238, 92, 226, 112, 1.6, INK);
  p.line(238, 92, 222, 86, 1.4, INK);
  p.polygon([270, 246, 300, 238, 308, 252, 282, 258], SHADE);
  p.polygon([318, 262, 336, 256, 332, 268], [222, 206, 168]);
  p.polygon([244, 268, 256, 262, 254, 272], SHADE);
}

function scorchedMoth(p: Painter): void {
  p.gradient(0, 0, p.width, p.height, [206, 216, 226], [180, 190, 204]);
  p.rectangle(118, 66, 84, 120, WHITE);
  p.rectangle(130, 78, 60, 96, [240, 238, 232]);
  p.ellipse(160, 118, 44, 40, [250, 244, 226]);
  p.polygon([160, 110, 118, 84, 112, 128, 160, 130], [238, 224, 190]);
  p.polygon([160, 110, 202, 84, 208, 128, 160, 130], [238, 224, 190]);
  for (const [radius, colour] of [
    [26, [214, 190, 148]],
    [20, [170, 128, 82]],
    [14, [112, 76, 46]],
    [8, [52, 38, 30]],
  ] as const)
    p.ellipse(172, 152, radius, radius * 0.8, colour);
  p.line(160, 186, 160, 240, 6, WHITE);
}

function boxOfMoths(p: Painter): void {
  room(p);
  p.polygon([60, 130, 260, 130, 288, 220, 36, 220], [188, 150, 102]);
  p.polygon([60, 130, 30, 106, 250, 100, 260, 130], [206, 170, 120]);
  for (let at = 0; at < 6; at++) {
    const x = 84 + (at % 3) * 74;
    const y = 152 + Math.floor(at / 3) * 40;
    p.ellipse(x, y, 17, 15, [250, 240, 206]);
    p.polygon([x, y - 4, x - 22, y - 14, x - 22, y + 8], [232, 206, 226]);
    p.polygon([x, y - 4, x + 22, y - 14, x + 22, y + 8], [232, 206, 226]);
    p.ellipse(x - 5, y - 2, 2, 2, INK);
    p.ellipse(x + 5, y - 2, 2, 2, INK);
  }
  p.write("MOTH X6", 108, 236, 3, INK);
}

function twoCloths(p: Painter): void {
  p.gradient(0, 0, p.width, p.height, [236, 232, 226], [216, 210, 202]);
  p.rectangle(24, 30, 128, 176, [96, 122, 132]);
  p.rectangle(168, 30, 128, 176, [132, 128, 92]);
  for (let y = 34; y < 204; y += 5) {
    p.line(24, y, 152, y, 0.7, [84, 108, 118]);
    p.line(168, y, 296, y, 0.7, [120, 116, 82]);
  }
  p.write("COMMANDE", 38, 214, 2, INK);
  p.write("RECU", 204, 214, 2, INK);
}

function bankLines(p: Painter): void {
  p.rectangle(0, 0, p.width, p.height, WHITE);
  p.rectangle(0, 0, p.width, 34, [38, 70, 83]);
  p.write("MOVIMIENTOS", 14, 10, 2, WHITE);
  const rows = [
    ["LUMEN + LOOM", "-236,00", RED],
    ["LUMEN + LOOM", "-236,00", RED],
    ["PAPELERIA ZUBIA", "-41,80", INK],
    ["ALQUILER LOCAL", "-890,00", INK],
    ["SALDO", "212,35", INK],
  ] as const;
  for (const [at, [name, amount, colour]] of rows.entries()) {
    const y = 50 + at * 36;
    p.write(name, 14, y, 2, INK);
    p.write(amount, 306 - amount.length * 12, y, 2, colour);
    p.line(14, y + 24, 306, y + 24, 0.8, [220, 214, 206]);
  }
}

function appError(p: Painter): void {
  p.rectangle(0, 0, p.width, p.height, [24, 24, 28]);
  p.rectangle(14, 16, 212, 388, [246, 242, 234]);
  p.write("LUMEN", 30, 34, 3, INK);
  p.ellipse(120, 150, 56, 56, [236, 226, 204]);
  p.ellipse(120, 150, 40, 40, [246, 242, 234]);
  p.write("SCHEDULE", 66, 226, 2, INK);
  p.write("COULD NOT BE", 46, 254, 2, RED);
  p.write("SAVED (E-17)", 46, 276, 2, RED);
  p.rectangle(40, 330, 160, 40, [38, 98, 96]);
  p.write("TRY AGAIN", 68, 342, 2, WHITE);
}

function ottiliesDrawing(p: Painter): void {
  p.rectangle(0, 0, p.width, p.height, [255, 253, 244]);
  const crayon = (points: readonly number[], colour: Colour): void => {
    for (let at = 0; at + 3 < points.length; at += 2)
      p.line(points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0, points[at + 3] ?? 0, 4, colour);
  };
  p.ellipse(150, 140, 70, 44, [150, 104, 70]);
  for (let at = 0; at <= 14; at++) {
    const angle = Math.PI + (at / 14) * Math.PI;
    const lean = at % 2 === 0 ? 1 : 0.92;
    crayon(
      [
        150 + 66 * Math.cos(angle),
        140 + 40 * Math.sin(angle),
        150 + 100 * lean * Math.cos(angle),
        140 + 78 * lean * Math.sin(angle),
      ],
      [240, 176, 30],
    );
  }
  p.ellipse(218, 150, 26, 18, [190, 146, 104]);
  p.ellipse(240, 150, 6, 5, INK);
  p.ellipse(218, 144, 4, 4, INK);
  for (const x of [110, 140, 170, 200]) crayon([x, 180, x - 4, 206], [110, 72, 46]);
  crayon([30, 40, 46, 30, 60, 44, 50, 56, 32, 52], [60, 110, 190]);
  p.write("HEDGEHOG LAMP", 40, 222, 3, [60, 110, 190]);
  p.write("IT FOLLOWS YOU", 62, 12, 2, [190, 70, 120]);
}

function fallenKite(p: Painter): void {
  p.gradient(0, 0, p.width, p.height, [198, 184, 164], [150, 134, 114]);
  p.polygon([10, 150, 310, 140, 330, 240, -10, 240], [122, 84, 56]);
  p.ellipse(74, 178, 40, 14, WHITE);
  p.ellipse(250, 186, 40, 14, WHITE);
  p.polygon([130, 110, 214, 128, 190, 192, 112, 168], [206, 196, 176]);
  p.polygon([150, 122, 170, 130, 158, 168, 140, 160], [70, 58, 50]);
  p.line(170, 116, 196, 0, 2.4, INK);
  p.line(196, 0, 204, 16, 1.6, [190, 110, 60]);
  p.line(196, 0, 190, 18, 1.6, [90, 120, 160]);
  for (const [x, y] of [
    [96, 206],
    [132, 212],
    [204, 206],
    [226, 166],
    [84, 152],
  ] as const)
    p.polygon([x, y, x + 12, y - 7, x + 15, y + 5], [224, 214, 192]);
  p.ellipse(262, 214, 16, 5, [120, 30, 40]);
}

function practiceLogo(p: Painter): void {
  p.rectangle(0, 0, p.width, p.height, WHITE);
  p.ellipse(24, 22, 14, 14, [86, 140, 150]);
  p.polygon([12, 26, 20, 42, 24, 32, 28, 42, 36, 26], [86, 140, 150]);
  p.write("AM WEIHER", 50, 18, 2, MUTED);
}

function trackingPage(p: Painter): void {
  p.rectangle(0, 0, p.width, p.height, WHITE);
  p.write("PARCEL LL-50377", 16, 16, 2, INK);
  for (const [at, line] of ["PACKED", "HANDED OVER", "IN TRANSIT", "DELIVERED"].entries()) {
    p.ellipse(28, 64 + at * 40, 8, 8, [70, 140, 96]);
    if (at < 3) p.line(28, 72 + at * 40, 28, 96 + at * 40, 3, [70, 140, 96]);
    p.write(line, 50, 58 + at * 40, 2, INK);
  }
  p.write("SIGNED: -", 50, 204, 2, MUTED);
}

const PICTURES: readonly (readonly [name: string, width: number, height: number, draw: (p: Painter) => void])[] = [
  ["cracked-heron.png", 360, 300, crackedHeron],
  ["scorched-moth.png", 320, 240, scorchedMoth],
  ["box-of-moths.png", 320, 260, boxOfMoths],
  ["two-cloths.png", 320, 240, twoCloths],
  ["bank-lines.png", 320, 240, bankLines],
  ["app-error.png", 240, 420, appError],
  ["ottilie-hedgehog.png", 320, 250, ottiliesDrawing],
  ["fallen-kite.png", 320, 240, fallenKite],
  ["praxis-logo.png", 170, 48, practiceLogo],
  ["tracking.png", 280, 230, trackingPage],
];

const PAPERS: readonly (readonly [name: string, title: string, lines: readonly string[]])[] = [
  [
    "Rechnung-LL-49880.pdf",
    "Lumen & Loom - Rechnung LL-49880",
    [
      "An: Zahnarztpraxis am Weiher, Erlangen",
      "",
      "6 x Wren Tischleuchte        79,00 EUR    474,00 EUR",
      "Versand                                     0,00 EUR",
      "",
      "Gesamt                                    474,00 EUR",
      "enthaltene Umsatzsteuer: (leer)",
      "USt-IdNr. des Kunden: (leer)",
    ],
  ],
  [
    "Messprotokoll-Wren.pdf",
    "Messprotokoll Wren, zwei Leuchten, ein Netzteil",
    [
      "Netzspannung 231,4 V, Netzteil Ausgang 12,02 V, Last 0,41 A",
      "",
      "Leuchte A (alt):  Helligkeit 30 % - kein Flackern",
      "Leuchte B (neu):  Helligkeit 30 % - Flackern, ca. 8 Hz",
      "",
      "Netzteile getauscht: Fehler bleibt bei Leuchte B.",
      "Andere Steckdose, anderes Zimmer: Fehler bleibt bei Leuchte B.",
      "Firmware beide 3.2.1.",
    ],
  ],
  [
    "receipt-LL-47120.pdf",
    "Lumen & Loom - Receipt LL-47120",
    [
      "1 x Dormouse wake-up light          EUR 119.00",
      "Delivery                              EUR 4.90",
      "",
      "Total                                EUR 123.90",
      "Paid by card ending 0417",
    ],
  ],
  [
    "quote-photo-day.pdf",
    "Day rate and costs, cancelled photo day",
    [
      "Photographer, one day                 GBP 900.00",
      "Studio, one day, not refundable       GBP 640.00",
      "Two assistants                        GBP 380.00",
      "Flowers                               GBP 210.00",
      "",
      "Total                               GBP 2,130.00",
    ],
  ],
];

const CRASH_LOG = `lumen-app 5.8.0 (build 2291) android 15
I schedule: reading 7 rules, zone=Atlantic/Azores offset=-01:00
I schedule: device zone changed to Europe/Lisbon offset=+00:00
W schedule: rule 4 has no next occurrence after shift
E AndroidRuntime: FATAL EXCEPTION: main
E AndroidRuntime: java.lang.IllegalStateException: next occurrence is before now
E AndroidRuntime:   at app.lumen.schedule.Rule.advance(Rule.kt:118)
E AndroidRuntime:   at app.lumen.schedule.Scheduler.onZoneChanged(Scheduler.kt:64)
`;

mkdirSync(FOLDER, { recursive: true });
for (const [name, width, height, draw] of PICTURES) writeFileSync(new URL(name, FOLDER), paint(width, height, draw));
for (const [name, title, lines] of PAPERS) writeFileSync(new URL(name, FOLDER), paperPdf(title, lines));
writeFileSync(new URL("lumen-crash.txt", FOLDER), CRASH_LOG);
