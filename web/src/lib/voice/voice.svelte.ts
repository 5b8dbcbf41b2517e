import {
  type AudioLanguage,
  audioLanguageFor,
  isAudioLanguage,
  type ContentLanguage,
} from "@twiza/contract/where";
import { i18n, t } from "../i18n.svelte.ts";
import { keep, kept } from "../kept.ts";
import { toasts } from "../toasts.svelte.ts";
import type { Engine } from "./engine.svelte.ts";
import type { Recordings } from "./recorded.ts";
import type { Scope } from "./scope.ts";
import { localLanguages, type Silence, type Source, sourceOf } from "./source.ts";

type Offer = { readonly text: ContentLanguage; readonly recordings: Recordings };

const synthesis = typeof speechSynthesis === "undefined" ? undefined : speechSynthesis;
const spokenHere = (): readonly string[] => localLanguages(synthesis?.getVoices() ?? []);
const remembered = kept("voice");

/** Pages and the sheets over them: the last one that came speaks. */
let offers = $state.raw<readonly Offer[]>([]);
const offered = (): Offer | undefined => offers.at(-1);
let chosen = $state(isAudioLanguage(remembered) ? remembered : undefined);
let locals = $state.raw(spokenHere());
let engine = $state.raw<Engine>();
let coming: Promise<Engine> | undefined;

// Android tells its voices only after it was asked for them once.
synthesis?.addEventListener("voiceschanged", () => {
  locals = spokenHere();
});

/** Who speaks on this page, and what can be heard. The engine itself comes with the first tap. */
export const voice = {
  /** The language that is listened to: chosen, or else that of the page or the nearest recorded one. */
  get language(): AudioLanguage {
    return (
      chosen ??
      audioLanguageFor(voice.text, (language) => language in voice.recordings, i18n.language)
    );
  },
  get chosen(): AudioLanguage | undefined {
    return chosen;
  },
  /** The language the page is written in. */
  get text(): ContentLanguage {
    return offered()?.text ?? i18n.language;
  },
  get recordings(): Recordings {
    return offered()?.recordings ?? {};
  },
  /** The languages this phone speaks without network. */
  get locals(): readonly string[] {
    return locals;
  },
  sourceIn: (audio: AudioLanguage): Source =>
    sourceOf({ recorded: voice.recordings[audio] !== undefined, audio, text: voice.text, locals }),
  /** Why nothing can be heard on this page; nothing when something can. */
  get silence(): Silence | undefined {
    const source = voice.sourceIn(voice.language);
    return source === "recorded" || source === "local" ? undefined : source;
  },
  /** Whether a Listen of this scope would pause. */
  isSpeaking: (scope: Scope): boolean => engine?.isSpeaking(scope) ?? false,
  /** A page tells what it is written in and what of it is recorded. Answers how it is left; to be called in `onMount`. */
  offer(text: ContentLanguage, recordings: Recordings = {}): () => void {
    const mine = { text, recordings };
    engine?.stop();
    offers = [...offers, mine];
    return () => {
      engine?.stop();
      offers = offers.filter((offer) => offer !== mine);
    };
  },
  choose(language: AudioLanguage | undefined): void {
    engine?.stop();
    chosen = language;
    keep("voice", language ?? "");
  },
  tap: (scope: Scope): void => withEngine((opened) => opened.tap(scope)),
  /** Shows every voice there is, to choose among. */
  showAll: (): void =>
    withEngine((opened) => {
      opened.isChoosing = true;
    }),
};

function withEngine(work: (engine: Engine) => void): void {
  coming ??= import("./engine.svelte.ts").then(async ({ openEngine }) => {
    engine = await openEngine(voice);
    return engine;
  });
  coming.then(work).catch(() => {
    // Without network it may not be there yet: the next tap asks again.
    coming = undefined;
    toasts.say(t("error.offline"));
  });
}
