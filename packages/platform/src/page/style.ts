import { createHash } from "node:crypto";

/**
 * The weave on a page without JavaScript: paper and ink, indigo to act, saffron as thread. Light and dark follow the device.
 * Only logical properties, so that Arabic needs no second sheet. Fonts are the phone's own: nothing is fetched.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#FAF6EF;--surface:#FFF;--ink:#1F2421;--ink2:#51564F;--nila:#1B4B8A;--on:#FFF;--deep:#143A6D;--tint:#DCE7F5;--zaafran:#F0A500;--argan:#2B6A3D;--argan-tint:#DDEFE0;--henna:#A3291F;--henna-tint:#FBE3DF;--warn:#7A4B00;--warn-tint:#FDF0CF;--control:#827866;--line:#D9CFBF}
@media(prefers-color-scheme:dark){:root{--paper:#14181B;--surface:#1D2327;--ink:#F3EEE4;--ink2:#BDB7AB;--nila:#8DB8F2;--on:#0B1E38;--deep:#8DB8F2;--tint:#233247;--zaafran:#F7BE4A;--argan:#86D19A;--argan-tint:#1B3324;--henna:#FF9C8F;--henna-tint:#3D211E;--warn:#F7BE4A;--warn-tint:#3A2E12;--control:#8C8A82;--line:#3A4147}}
*{box-sizing:border-box}
html{font:400 112.5%/1.5 system-ui,"Noto Sans","Noto Sans Arabic","Noto Sans Tifinagh",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
:lang(ar){line-height:1.75}
:lang(zgh){line-height:1.65;font-synthesis:none}
body{margin:0;display:grid;justify-items:center;overflow-wrap:anywhere}
body>*{inline-size:100%;max-inline-size:34rem;padding-inline:16px}
header{display:grid;gap:8px;padding-block:12px 0}
.brand{display:flex;align-items:center;gap:12px;min-block-size:48px;font-weight:700;font-size:1.111rem;color:var(--ink);text-decoration:none;inline-size:fit-content}
.brand svg{block-size:28px;inline-size:28px;fill:var(--nila)}
.brand svg path+path{fill:var(--zaafran)}
.top{display:flex;align-items:center;justify-content:space-between;gap:12px}
.help{display:flex;align-items:center;gap:8px;min-block-size:48px;font-size:.889rem;text-decoration:none}
:lang(ar) .help{font-size:.944rem}
.help svg{block-size:1.4em;inline-size:1.4em;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
nav{display:flex;gap:8px;flex-wrap:wrap}
nav a{flex:1 1 auto;min-block-size:48px;padding-inline:4px;display:grid;place-items:center;font-size:.889rem;color:var(--ink2);text-decoration:none;border-block-end:3px solid var(--line)}
nav a[aria-current]{color:var(--deep);border-block-end-color:var(--nila);font-weight:700}
main>*,.card>*,.note>*{min-inline-size:0}
main{padding-block:24px 64px;display:grid;gap:16px;align-content:start}
h1,h2{font-size:1.667rem;line-height:1.4;margin:0;text-wrap:balance}
h2{font-size:1.333rem}
:lang(zgh) :is(h1,h2,b,strong,label,legend,dt,.btn),nav :lang(zgh){font-weight:400}
p,ul,ol,dl,dd{margin:0}
ul,ol{padding-inline-start:1.25em}
ul.plain{list-style:none;padding:0;display:grid;gap:8px}
a{color:var(--deep);text-underline-offset:.2em}
.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:16px;display:grid;gap:16px}
.card>p+p{margin-block-start:-8px}
.hint bdi{display:inline-block}
form{display:grid;gap:12px;margin:0}
label,legend,dt{font-weight:700}
input,select{font:inherit;font-size:1.111rem;inline-size:100%;min-block-size:56px;padding-inline:12px;color:var(--ink);background:var(--surface);border:2px solid var(--control);border-radius:8px}
input[aria-invalid]{border-color:var(--henna)}
input.code{font-size:1.667rem;text-align:center;letter-spacing:.2em;font-variant-numeric:tabular-nums}
.btn{font:inherit;font-weight:700;min-block-size:56px;inline-size:100%;padding:8px 16px;display:grid;place-items:center;text-align:center;text-decoration:none;color:var(--on);background:var(--nila);border:2px solid var(--nila);border-radius:12px;cursor:pointer}
.btn.second{color:var(--deep);background:transparent}
.btn small{font-weight:400}
.hint,small{color:var(--ink2);font-size:.889rem}
:lang(ar) :is(.hint,small),nav :lang(ar){font-size:.944rem}
.note{display:grid;grid-template-columns:auto 1fr;gap:12px;align-items:start;padding:12px 16px;border-radius:8px;color:var(--deep);background:var(--tint)}
.note svg{block-size:1.5em;inline-size:1.5em;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.note.wrong{color:var(--henna);background:var(--henna-tint)}
.note.right{color:var(--argan);background:var(--argan-tint)}
.note.warn{color:var(--warn);background:var(--warn-tint)}
.note.gone{color:var(--ink);background:var(--surface);outline:2px dashed var(--control)}
dl{display:grid;gap:2px}
dd+dt{margin-block-start:10px}
dd a{display:flex;align-items:center;min-block-size:48px}
.seal svg{display:block;padding:8px;border-radius:8px;background:#FAF6EF;inline-size:min(10rem,100%);block-size:auto;aspect-ratio:1;margin-inline:auto}
pre{font:inherit;white-space:pre-wrap;margin:0}
:focus-visible{outline:3px solid var(--deep);outline-offset:2px}
@media(forced-colors:active){.note{border:1px solid}nav a[aria-current]{text-decoration:underline}}
@media(prefers-reduced-motion:no-preference){.btn{transition:filter .12s}}
.btn:hover{filter:brightness(1.08)}
`;

/** The only style the pages use, for `style-src '<this>'`: no `unsafe-inline` is needed. */
export const STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;

/** The whole Content-Security-Policy of such a page: nothing is fetched, no script runs, forms stay here. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
