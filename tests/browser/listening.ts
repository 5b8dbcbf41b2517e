/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { BrowserContext, Page } from "playwright-core";

/** What a test reads of the page's one player and of what the phone's own voice was given to say. */
declare global {
  // Only an interface joins the one that is there.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    players: HTMLAudioElement[];
    said: { text: string; lang: string; rate: number; voice: string | undefined }[];
  }
}

/** Keeps hold of every player that a page makes: it lies in no document. */
export const watchPlayers = (phone: BrowserContext): Promise<unknown> =>
  phone.addInitScript(() => {
    const players: HTMLAudioElement[] = [];
    window.players = players;
    window.Audio = new Proxy(window.Audio, {
      construct(make, given) {
        const player = Reflect.construct(make, given) as HTMLAudioElement;
        players.push(player);
        return player;
      },
    });
  });

type Voice = { readonly lang: string; readonly localService: boolean; readonly name: string };

/**
 * Gives the phone voices of its own, `afterMilliseconds` after it was first asked for them, as Android does. What is said takes
 * `sentenceMilliseconds`; what is said in the moment after a `cancel` is lost, as in Chrome.
 */
export const giveVoices = (
  phone: BrowserContext,
  given: { voices: readonly Voice[]; afterMilliseconds?: number; sentenceMilliseconds?: number },
): Promise<unknown> =>
  phone.addInitScript(({ voices, afterMilliseconds = 0, sentenceMilliseconds = 150 }) => {
    const said: Window["said"] = [];
    window.said = said;
    class Utterance extends EventTarget {
      lang = "";
      rate = 1;
      voice: Voice | null = null;
      onstart?: () => void;
      onend?: () => void;
      onerror?: () => void;
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    let cancelled = -1000;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isHere = () => performance.now() >= afterMilliseconds;
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => (isHere() ? voices : []),
      cancel(): void {
        cancelled = performance.now();
        clearTimeout(timer);
      },
      speak(utterance: Utterance): void {
        if (performance.now() - cancelled < 20) return;
        const { text, lang, rate, voice } = utterance;
        said.push({ text, lang, rate, voice: voice?.name });
        utterance.onstart?.();
        timer = setTimeout(() => utterance.onend?.(), sentenceMilliseconds);
      },
    });
    setTimeout(() => synthesis.dispatchEvent(new Event("voiceschanged")), afterMilliseconds);
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  }, given);

/** The words that are lit on the page at this moment. */
export const litWords = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get("spoken") ?? [])]
      .map((range) => (range instanceof Range ? range.toString() : ""))
      .join(" "),
  );

/** Where the player is, how fast, and what it plays; nothing before the first tap. */
export const player = (page: Page) =>
  page.evaluate(() => {
    const [only, ...more] = window.players;
    if (more.length > 0) throw new Error("more than one player on the page");
    return only && { at: only.currentTime, rate: only.playbackRate, paused: only.paused, source: only.src, preload: only.preload }; // prettier-ignore
  });
