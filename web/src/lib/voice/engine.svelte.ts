import { mount } from "svelte";
import { also } from "../i18n.svelte.ts";
import { keep, kept } from "../kept.ts";
import Dock from "./Dock.svelte";
import { follower } from "./follow.ts";
import { dim, light } from "./highlight.ts";
import { firstOnScreen, type Line, linesOf, partFor } from "./lines.ts";
import { type Failure, type Heard, type Now, type Rate, RATES } from "./now.ts";
import { readAloud } from "./reading.ts";
import { recorder } from "./recording.ts";
import { isOf, type Scope, WHOLE } from "./scope.ts";
import type { Speaker, Told } from "./speaker.ts";
import { finder, type Turn, turnOf } from "./turn.ts";
import { VOICE } from "./volume.ts";
import VoiceSheet from "./VoiceSheet.svelte";

export { VOICE };

const LEFT_MILLISECONDS = 500;

/** What speaks, with its dock and the choice of voices over the page. @throws when its sentences cannot be had */
export async function openEngine(voice: Heard): Promise<Engine> {
  await also(VOICE);
  const engine = speakers(voice);
  mount(Dock, { target: document.body, props: { engine } });
  mount(VoiceSheet, { target: document.body, props: { engine, voice } });
  return engine;
}
export type Engine = ReturnType<typeof speakers>;

/** Speaks one place after the other; one voice at a time on the page. */
function speakers(voice: Heard) {
  let now = $state.raw<Now>();
  let failure = $state.raw<Failure>();
  let rate = $state(RATES.find((one) => String(one) === kept("pace")) ?? 1);
  let isChoosing = $state(false);
  let lines: readonly Line[] = [];
  let speaker: Speaker | undefined;
  /** Which run counts: whatever still comes of an earlier one is past. */
  let run = 0;
  /** Whether anything of this scope could be heard so far. */
  let isHeard = false;
  const record = recorder();
  const follow = follower();

  function hush(): void {
    run += 1;
    speaker?.stop();
    speaker = undefined;
    dim();
  }
  function stop(): void {
    hush();
    now = undefined;
  }
  function fail(why: Failure): void {
    stop();
    failure = why;
  }

  /** Speaks the lines from one on; those that nothing can speak are passed over. When none could be heard she is told why. */
  async function speak(scope: Scope, from: number, why: Failure = "unrecorded"): Promise<void> {
    hush();
    const mine = run;
    const line = lines[from];
    if (!line) {
      if (isHeard) stop();
      else fail(why);
      return;
    }
    const { language, recordings, locals } = voice;
    now = { scope, place: line.place, phase: "loading", language, isOther: false, transcript: "", at: 0, seconds: 0 }; // prettier-ignore
    const { part, isMissing } = await partFor(line, {
      audio: language,
      recorded: recordings[language],
    });
    if (mine !== run) return;
    const turn = turnOf(line, { part, audio: language, locals });
    if (typeof turn === "string") {
      await speak(scope, from + 1, isMissing ? "failed" : turn);
      return;
    }
    isHeard = true;
    const { isOther, transcript } = turn;
    const said = isOther ? language : line.text;
    now = { ...now, language: said, isOther, transcript, seconds: part?.seconds ?? 0 };
    begin(turn, () => void speak(scope, from + 1));
  }

  /** Begins with the recording; should it not come, this phone reads the words if it can. */
  function begin(turn: Turn, onend: () => void): void {
    const { part, canRead, words, line } = turn;
    const read = (): void => {
      const told = toldOf({ ...turn, part: undefined }, { onend, onfail: () => fail("failed") });
      speaker = readAloud({ text: words.text, language: line.text }, rate, told);
    };
    if (!part) {
      read();
      return;
    }
    const onfail = canRead ? read : () => fail("failed");
    speaker = record(part, rate, toldOf(turn, { onend, onfail }));
  }

  function toldOf(turn: Turn, { onend, onfail }: Pick<Told, "onend" | "onfail">): Told {
    const mine = run;
    const find = finder(turn);
    const change = (by: (now: Now) => Now): void => {
      if (now && mine === run) now = by(now);
    };
    return {
      onwords: (span) =>
        change((before) => {
          const there = find(span);
          follow.show(light(turn.line.element, turn.words, there));
          return { ...before, span: turn.isOther ? span : there };
        }),
      onphase: (phase) => change((before) => ({ ...before, phase })),
      ontime: (at) => change((before) => ({ ...before, at })),
      onend: () => {
        if (mine === run) onend();
      },
      onfail: () => {
        if (mine === run) onfail();
      },
    };
  }

  function start(scope: Scope): void {
    failure = undefined;
    isHeard = false;
    follow.lead();
    lines = linesOf(scope);
    void speak(scope, scope === WHOLE ? firstOnScreen(lines) : 0);
  }
  function toggle(): void {
    if (now?.phase === "paused") speaker?.resume();
    else speaker?.pause();
  }

  // What is spoken may leave the page: an answer that is tried again, a lesson in another language.
  setInterval(() => {
    if (now && !lines.some(({ place, element }) => place === now?.place && element.isConnected))
      stop();
  }, LEFT_MILLISECONDS);

  return {
    get now(): Now | undefined {
      return now;
    },
    get failure(): Failure | undefined {
      return failure;
    },
    get rate(): Rate {
      return rate;
    },
    /** Whether the choice of voices is open. */
    get isChoosing(): boolean {
      return isChoosing;
    },
    set isChoosing(open: boolean) {
      isChoosing = open;
    },
    /** Whether a Listen of this scope would pause. */
    isSpeaking: (scope: Scope): boolean => now?.phase === "playing" && isOf(scope, now),
    /** Speaks a scope; when it is the one that speaks, pauses it or goes on. */
    tap(scope: Scope): void {
      if (now && isOf(scope, now)) toggle();
      else start(scope);
    },
    toggle,
    stop,
    seek: (seconds: number): void => speaker?.seek?.(seconds),
    setRate(wanted: Rate): void {
      rate = wanted;
      keep("pace", wanted === 1 ? "" : String(wanted));
      speaker?.setRate(wanted);
    },
    dismiss(): void {
      failure = undefined;
    },
  };
}
