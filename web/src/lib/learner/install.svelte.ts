import { keep, kept } from "../kept.ts";

let offer = $state.raw(typeof window === "undefined" ? undefined : window.heldOffer);
let isRefused = $state(kept("offer") === "no");
let isInstalled = $state(
  typeof matchMedia === "function" && matchMedia("(display-mode: standalone)").matches,
);

if (typeof addEventListener === "function") {
  addEventListener("beforeinstallprompt", (event) => (offer = event));
  addEventListener("appinstalled", () => (isInstalled = true));
}

/** Putting the app on the home screen: never offered before the first finished lesson, and never again after a no. */
export const install = {
  /** `ask`: the browser can do it. `tell`: she has to do it by the browser's menu. */
  get way(): "ask" | "tell" | undefined {
    if (isInstalled) return undefined;
    if (offer) return "ask";
    return "onbeforeinstallprompt" in window ? undefined : "tell";
  },
  get isDue(): boolean {
    return !isRefused && kept("finished") !== "" && install.way !== undefined;
  },
  /** A browser asks once for each offer it makes. */
  async ask(): Promise<void> {
    const asked = offer;
    offer = undefined;
    delete window.heldOffer;
    await asked?.prompt();
  },
  refuse: (): void => {
    isRefused = true;
    keep("offer", "no");
  },
};
