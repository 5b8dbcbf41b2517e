/**
 * What our pages never do, cut out of Svelte and Kit before they are bundled. Each cut names a fact of this site that makes the code
 * behind it unreachable, and the very words it looks for: when a new version words them otherwise, the build stops and says so.
 * What each saves on a lesson page, in brotli, stands beside it; one that saves less than 100 bytes is not worth its upkeep.
 */
export type Cut = { readonly module: string; readonly put: string } & (
  | { readonly find: string }
  /** The block in braces that follows these words. */
  | { readonly after: string }
);

const KIT = "@sveltejs/kit/src/runtime/client/client.js";
const SNAPSHOTS = "@sveltejs/kit/src/runtime/client/snapshots.js";
const ROUTING = "@sveltejs/kit/src/utils/routing.js";
const FOCUS = "@sveltejs/kit/src/runtime/client/focus.js";
const SVELTE = "svelte/src/internal/client/";

/**
 * Nothing is ever hydrated: the welcome page has no scripts, and every other page is drawn on the phone from an empty shell.
 * 1196 bytes for the first two together, 464 for the third.
 */
const HYDRATION: readonly Cut[] = [
  {
    module: `${SVELTE}dom/hydration.js`,
    find: "export let hydrating = false;",
    put: "export const hydrating = false;",
  },
  { module: `${SVELTE}dom/hydration.js`, find: "\thydrating = value;", put: "" },
  { module: KIT, find: "await _hydrate(target, data);", put: "" },
];

/** No component awaits: the compiler refuses it while `experimental.async` is off. 512 bytes. */
const ASYNC: readonly Cut[] = [
  {
    module: `${SVELTE}reactivity/async.js`,
    find: "if (async.length === 0 && pending.length === 0) {",
    put: "return fn(deriveds);\n{",
  },
];

/**
 * Modules that do nothing by being loaded: they come along only where something of theirs is used. Svelte's bindings are for forms,
 * its copies of a state for what the office edits; each would bring the chunk it lies in to every page.
 */
export const INERT: readonly string[] = [
  `${SVELTE}dom/elements/bindings/input.js`,
  `${SVELTE}dom/elements/bindings/select.js`,
  "svelte/src/internal/shared/clone.js",
];

/** There is no `reroute` hook: 692 bytes. No form sends with GET: 139 bytes. */
const ROUTER: readonly Cut[] = [
  { module: KIT, after: "async function get_rerouted_url(url) ", put: "{ return url; }" },
  { module: KIT, after: "container.addEventListener('submit', (event) => ", put: "{}" },
];

/** The pages behind a link are fetched from the touch on, and never for a mere look at it: most links are not followed. 413 bytes. */
const PRELOAD: readonly Cut[] = [
  {
    module: KIT,
    after: "function setup_preload() ",
    put: `{
      const tap = (event) => {
        const a = !event.defaultPrevented && find_anchor(event.composedPath()[0], container);
        const { url, external, download } = a ? get_link_info(a, base, false) : {};
        if (url && !external && !download) void _preload_code(url).catch(noop);
      };
      container.addEventListener('mousedown', tap);
      container.addEventListener('touchstart', tap, { passive: true });
    }`,
  },
];

/**
 * A document that has just come stands at its top and has its focus at its beginning: to say so once more has the browser lay it out
 * in the middle of the script that draws it, a third of that task on a slow phone. One with a place in its address is taken there.
 */
const ENTERING: readonly Cut[] = [
  {
    module: KIT,
    find: `restore_scroll(url, reset, popped_scroll);
	if (reset &&`,
    put: `const enters = nav.navigation.type === 'enter' && !url.hash;
	if (!enters) restore_scroll(url, reset, popped_scroll);
	if (!enters && reset &&`,
  },
  {
    module: KIT,
    find: "nav.navigation.to.scroll = scroll_state();",
    put: "nav.navigation.to.scroll = enters ? { x: 0, y: 0 } : scroll_state();",
  },
];

/** What she had marked goes with the page that it stood on: of the frame around it there is nothing to copy. 105 bytes. */
const SELECTION: readonly Cut[] = [
  { module: FOCUS, find: "const selection = getSelection();", put: "" },
  { module: FOCUS, find: "if (selection && selection.type !== 'None') {", put: "if (false) {" },
];

/** No page of ours has a `load` function: what it shows, its components ask for, so nothing depends on what an address changes. 162 bytes. */
const LOADS: readonly Cut[] = [
  { module: KIT, find: "if (!uses) return false;", put: "return false;" },
  { module: KIT, after: "function diff_search_params(old_url, new_url) ", put: "{}" },
];

/** No page keeps a snapshot of itself for the way back: what she wrote lies in the phone's own storage. 254 bytes. */
const KEEPING: readonly Cut[] = [
  { module: KIT, after: "function capture_snapshot(index) ", put: "{}" },
  { module: KIT, after: "function restore_snapshot(index) ", put: "{}" },
  { module: KIT, find: "storage.set(SNAPSHOT_KEY, snapshots);", put: "" },
  {
    module: KIT,
    find: "const snapshots = storage.get(SNAPSHOT_KEY) ?? {};",
    put: "const snapshots = [];",
  },
  { module: SNAPSHOTS, find: "storage.get(NAVIGATION_SNAPSHOT_KEY) ?? {};", put: "[];" },
  { module: SNAPSHOTS, after: "export function current_registrations() ", put: "{}" },
  { module: SNAPSHOTS, after: "export function init_snapshots(fn) ", put: "{}" },
  { module: SNAPSHOTS, after: "export function capture_navigation_snapshot(index) ", put: "{}" },
  {
    module: SNAPSHOTS,
    after: "export function restore_navigation_snapshot(index, reset_registrations) ",
    put: "{}",
  },
  { module: SNAPSHOTS, after: "export function delete_navigation_snapshot(index) ", put: "{}" },
  { module: SNAPSHOTS, after: "export function persist_navigation_snapshots(index) ", put: "{}" },
];

/** No page is shown over another by `goto`, and none is drawn ahead behind the one that she sees. 248 bytes. */
const SHALLOW: readonly Cut[] = [
  { module: KIT, find: "if (opts.shallow) {", put: "if (false) {" },
  {
    module: KIT,
    find: "const fork = load_cache_fork && (await load_cache_fork);",
    put: "const fork = false;",
  },
  { module: KIT, after: "if (load_cache?.fork && !load_cache_fork) ", put: "{}" },
];

/** No part of an address is matched by a rule of its own, and no address is made from a route's name. 140 bytes. */
const MATCHERS: readonly Cut[] = [
  { module: ROUTING, find: "if (param.matcher) {", put: "if (false) {" },
  {
    module: ROUTING,
    find: "export const segment_pattern = new RegExp(",
    put: "export const segment_pattern = /* @__PURE__ */ new RegExp(",
  },
];

export const CUTS: readonly Cut[] = [
  ...LOADS,
  ...HYDRATION,
  ...ASYNC,
  ...ROUTER,
  ...PRELOAD,
  ...ENTERING,
  ...SELECTION,
  ...KEEPING,
  ...SHALLOW,
  ...MATCHERS,
];

/** Makes one cut. @throws when its words are not there exactly once */
export function cut(code: string, made: Cut): string {
  const words = "find" in made ? made.find : made.after;
  const at = code.indexOf(words);
  if (at < 0 || code.includes(words, at + 1))
    throw new Error(`${made.module} no longer says once:\n${words}\nReview web/scripts/cuts.ts.`);
  const from = "find" in made ? at : at + words.length;
  const to = "find" in made ? at + words.length : endOfBlock(code, from);
  return code.slice(0, from) + made.put + code.slice(to);
}

/** Where the block that opens at `from` is closed. */
function endOfBlock(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === "{") depth += 1;
    if (code[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  throw new Error("a block never closes");
}
