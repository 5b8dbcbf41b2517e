/** Inherits letters and size from the page around; the colours are ours, with enough contrast on any ground. */
export const style = `
section{display:grid;gap:.25em;max-inline-size:24em;padding:.9em 1em;border:1px solid #827866;border-radius:12px;background:#fff;color:#1f2421;line-height:1.45;text-align:start}
b{color:#7a4b00}
.valid{color:#2b6a3d}
.revoked,.unknown{color:#a3291f}
a{color:#143a6d;padding-block:.5em}
`.trim();
