import { keep, kept } from "../lib/kept.ts";

const MINUTE = 60_000;
/** Minutes away from the app after which a profile with a PIN locks, when nobody has chosen. */
const USUAL = "5";
/** What shows nothing of a learner: the door itself, the ways in, help, what checks a certificate, and the desk, which asks the server who is there. */
const OPEN = /^\/(?:(?:profiles|help|ticket|card|check|verify|auth|office)(?:\/|$)|$)/;

/**
 * A learner with a PIN (`lib/profiles`) is locked until it was given, and again when the app was left for a while. No page of hers
 * is drawn before that, and no link leads past the door.
 */
export function lockUp(root: HTMLElement): void {
  const check = (): void => guard(root);
  check();
  // Once more when all is there: what the app does as it starts can drop a way begun before.
  addEventListener("load", check);
  // Back and Forward load nothing anew.
  addEventListener("popstate", check);
  addEventListener("pageshow", ({ persisted }) => persisted && check());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep("left", String(Date.now()));
    else check();
  });
  document.addEventListener("click", loadWhole, true);
}

function guard(root: HTMLElement): void {
  const left = Number(kept("left"));
  const away = Math.abs(Date.now() - left);
  const limit = Number(kept("autolock") || USUAL) * MINUTE;
  if (document.visibilityState !== "hidden") keep("left", "");
  if (left > 0 && limit > 0 && away > limit) keep("open", "");
  // Without network the door can be shown where the app itself lies on the phone.
  const hasWorker = "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;
  root.hidden = !OPEN.test(location.pathname) && isLocked() && (hasWorker || navigator.onLine);
  if (root.hidden) location.replace(`/profiles?to=${encodeURIComponent(location.pathname)}`);
}

function isLocked(): boolean {
  const who = kept("learner");
  return who !== "" && kept(`pin.${who}`) !== "" && kept("open") !== who;
}

/** While somebody is locked, links load a whole page, so that the guard is asked again. */
function loadWhole({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link && isLocked()) link.setAttribute("data-sveltekit-reload", "");
}
