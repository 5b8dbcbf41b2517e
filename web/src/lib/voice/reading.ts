import type { ContentLanguage } from "@twiza/contract/where";
import { divideIn, sentencesOf } from "@twiza/contract/sentence";
import type { Speaker, Told } from "./speaker.ts";
import { localLanguages } from "./source.ts";

/** Chrome drops what is said in the very moment after it was told to be silent. */
const A_TICK_MILLISECONDS = 80;
/** A voice that has not begun by then will not. */
const PATIENCE_MILLISECONDS = 6000;

/**
 * Reads a text aloud with a voice of this phone, one sentence after the other: so the sentence can be lit, the pace changed in
 * the middle, and a pause is a pause on Android too, where the phone's own pause ends everything.
 */
export function readAloud(
  { text, language }: { text: string; language: ContentLanguage },
  givenRate: number,
  told: Told,
): Speaker {
  const spans = sentencesOf(text, divideIn(language));
  const voice = speechSynthesis.getVoices().find((one) => localLanguages([one]).includes(language));
  let at = 0;
  let rate = givenRate;
  /** Which saying counts: what is told of an earlier one is past. */
  let saying = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPaused = false;

  function hush(): void {
    saying += 1;
    clearTimeout(timer);
    speechSynthesis.cancel();
  }
  function say(): void {
    hush();
    isPaused = false;
    const span = spans[at];
    if (!span) return told.onend();
    const mine = saying;
    const isMine = (): boolean => mine === saying;
    const utterance = new SpeechSynthesisUtterance(text.slice(span.from, span.to));
    utterance.lang = voice?.lang ?? language;
    utterance.voice = voice ?? null;
    utterance.rate = rate;
    utterance.onstart = () => {
      if (!isMine()) return;
      clearTimeout(timer);
      told.onphase("playing");
      told.onwords(span);
    };
    utterance.onend = () => {
      if (!isMine()) return;
      at += 1;
      say();
    };
    utterance.onerror = () => {
      if (isMine()) told.onfail();
    };
    timer = setTimeout(() => {
      timer = setTimeout(() => isMine() && told.onfail(), PATIENCE_MILLISECONDS);
      speechSynthesis.speak(utterance);
    }, A_TICK_MILLISECONDS);
  }
  say();
  return {
    pause(): void {
      hush();
      isPaused = true;
      told.onphase("paused");
    },
    resume: say,
    stop: hush,
    setRate(wanted): void {
      rate = wanted;
      if (!isPaused) say();
    },
  };
}
