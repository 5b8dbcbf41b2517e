/** A page that stays open for days, as an app on a phone does, looks for a newer version so often at most. */
const LOOK_MILLISECONDS = 3_600_000;

let waiting = $state.raw<ServiceWorker>();
let isLater = $state(false);

/** A newer version of the app, once it lies whole on the phone and as long as she has not put it off. */
export const newer = {
  get isReady(): boolean {
    return waiting !== undefined && !isLater;
  },
  /** Not now: it comes by itself when the last page is closed. */
  putOff: (): void => {
    isLater = true;
  },
  /** Hands over to it: every page of this app that is not in the middle of something may then be loaded anew. */
  takeOver: (): void => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
      once: true,
    });
    waiting?.postMessage({ kind: "take over" });
  },
};

/** Watches for it from now on. Returns the end of the watch. */
export function watchForNewer(): () => void {
  if (!("serviceWorker" in navigator)) return () => undefined;
  let looked = Date.now();
  let registration: ServiceWorkerRegistration | undefined;
  const note = (): void => {
    // The first version of all waits for nobody.
    waiting = navigator.serviceWorker.controller ? (registration?.waiting ?? undefined) : undefined;
  };
  const found = (): void => registration?.installing?.addEventListener("statechange", note);
  const look = (): void => {
    if (document.visibilityState !== "visible" || Date.now() - looked < LOOK_MILLISECONDS) return;
    looked = Date.now();
    // Without network it looks another time.
    registration?.update().catch(() => undefined);
  };
  void navigator.serviceWorker.ready.then((ready) => {
    registration = ready;
    note();
    found();
    ready.addEventListener("updatefound", found);
  });
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    registration?.removeEventListener("updatefound", found);
  };
}
