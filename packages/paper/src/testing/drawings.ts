/** Logos and signatures as people bring them: flat, with many colours, as a photo. Numbers that look like chance, the same each time. */
function chance(): () => number {
  let seed = 7;
  return () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
}

const drawing = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`;

const grain = (id: string, frequency: number): string =>
  `<filter id="${id}"><feTurbulence baseFrequency="${frequency}" numOctaves="3"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .4  0 0 0 .4 0"/></filter>`;

const rays = Array.from({ length: 16 }, (_, at) => {
  const [x, y] = [Math.cos((at * Math.PI) / 8), Math.sin((at * Math.PI) / 8)];
  return `<path d="M250 250L${250 + 230 * x} ${250 + 230 * y}L${250 + 90 * x - 90 * y} ${250 + 90 * y + 90 * x}Z" fill="hsl(${at * 22},70%,45%)" stroke="#fff" stroke-width="3"/>`;
}).join("");

export const LOGOS: readonly string[] = [
  drawing(500, 500, `<circle cx="250" cy="250" r="240" fill="#c62828"/>${rays}`),
  drawing(900, 300, `<rect width="290" height="290" rx="40" fill="#1b5e20"/><path d="M60 230L150 60L240 230Z" fill="#fdd835"/><path d="M320 80h560v30h-560zM320 140h420v24h-420zM320 200h500v24h-500z" fill="#1b5e20"/>`), // prettier-ignore
  drawing(620, 230, `${grain("g", 0.7)}<linearGradient id="p"><stop stop-color="#d8d2c2"/><stop offset="1" stop-color="#a9a296"/></linearGradient><rect width="620" height="230" fill="url(#p)"/><rect width="620" height="230" filter="url(#g)"/><circle cx="310" cy="115" r="90" fill="#8d3b2a"/>`), // prettier-ignore
  drawing(500, 500, `<filter id="n"><feTurbulence baseFrequency=".09" numOctaves="5"/></filter><rect width="500" height="500" fill="#0a3"/><rect width="500" height="500" filter="url(#n)"/><circle cx="250" cy="250" r="150" fill="none" stroke="#fff" stroke-width="24"/>`), // prettier-ignore
];

export function signatures(): readonly string[] {
  const next = chance();
  return [4, 7, 5].map((thick, at) => {
    const turns = Array.from(
      { length: 26 },
      (_, turn) =>
        `S${20 + turn * 22 + next() * 60} ${10 + next() * 200} ${30 + turn * 21} ${60 + next() * 110}`,
    );
    const paper = `${grain("g", 0.7)}<rect width="620" height="230" fill="#cfc9ba"/><rect width="620" height="230" filter="url(#g)"/>`;
    const stroke = `<path d="M20 120${turns.join("")}" fill="none" stroke="#1a237e" stroke-width="${thick}" stroke-linecap="round"/>`;
    return drawing(620, 230, at === 2 ? paper + stroke : stroke);
  });
}
