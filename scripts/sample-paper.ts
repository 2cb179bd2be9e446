/** One printed page as the smallest honest PDF (ISO 32000-1 §7.5): a title, lines of text in a fixed-width face, nothing else. */

const escaped = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign}`);

/** The bytes of a one-page A4 document. Letters outside Latin-1 are not supported. */
export function paperPdf(title: string, lines: readonly string[]): Buffer {
  const text = [
    "BT /F1 15 Tf 56 770 Td",
    `(${escaped(title)}) Tj`,
    "/F2 10 Tf 0 -40 Td 16 TL",
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    "ET",
  ].join("\n");
  const face = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(text, "latin1")} >>\nstream\n${text}\nendstream`,
    face("Helvetica-Bold"),
    face("Courier"),
  ];
  let pdf = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  pdf += places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  pdf += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(pdf, "latin1");
}
