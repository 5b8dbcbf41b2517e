/**
 * What the phone's Back meets before it leaves the page: an open sheet, a running test. Each lays an entry of its own on the
 * history, at the page's own address; Kit takes entries that carry its own mark twice for the same place and lets them be.
 */
type Layer = { readonly onback: () => void; readonly path: string };

const MARK = "twiza:layers";
const layers: Layer[] = [];
/** One step at a time: the next begins where the one before has ended. */
let moving: Promise<void> = Promise.resolve();

/** How many layers the entry that is shown lies on. */
function depthOf(state: unknown): number {
  return typeof state === "object" && state !== null && MARK in state ? Number(state[MARK]) : 0;
}

// A page that was loaded anew has no layers, whatever its entry says.
if (typeof history !== "undefined" && depthOf(history.state) > 0)
  history.replaceState({ ...stateNow(), [MARK]: 0 }, "");

if (typeof addEventListener === "function")
  addEventListener("popstate", ({ state }) => {
    const depth = depthOf(state);
    // A leap to another page is Kit's to go along with or to take back.
    if (layers.some(({ path }) => path !== location.pathname)) return;
    // Left behind by a page that was left with something open: there is nothing to see here.
    if (depth > layers.length) history.go(layers.length - depth);
    // All are taken away before the first is told: it may lay a new one.
    for (const layer of layers.splice(depth).reverse()) layer.onback();
  });

/**
 * Lets the next Back call `onback` instead of leaving the page, once.
 * @returns how to take that away again when it is no longer wanted; it resolves when history is as it was before
 */
export function holdBack(onback: () => void): () => Promise<void> {
  const layer: Layer = { onback, path: location.pathname };
  layers.push(layer);
  history.pushState({ ...stateNow(), [MARK]: layers.length }, "");
  return () => {
    moving = moving.then(() => release(layer));
    return moving;
  };
}

/** Every layer that was taken away is gone from the history: only then can a page be put on it. */
export const layersGone = (): Promise<void> => moving;

/** Whoever has gone on to another page in the meantime stays there. */
async function release(layer: Layer): Promise<void> {
  const at = layers.indexOf(layer);
  if (at < 0) return;
  const steps = layers.length - at;
  layers.splice(at);
  if (depthOf(history.state) !== at + steps) return;
  await stepBack(steps);
}

const stepBack = (steps: number): Promise<void> =>
  new Promise((resolve) => {
    addEventListener("popstate", () => resolve(), { once: true });
    history.go(-steps);
  });

/**
 * Goes back to the page before this one, over whatever a reload has left of this one.
 * @returns whether there was one: a page that was opened by its address alone has nothing behind it in the app
 */
export async function leavePage(): Promise<boolean> {
  const here = location.pathname;
  while (location.pathname === here && canGoBack()) await stepBack(1);
  return location.pathname !== here;
}
const canGoBack = (): boolean =>
  "navigation" in window ? window.navigation.canGoBack : history.length > 1;

function stateNow(): object {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null ? state : {};
}
