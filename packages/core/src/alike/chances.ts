/** What somebody answered to one item; `said` is the same for the same answer, and looked at only where it is wrong. */
export type Answered = { readonly right: boolean; readonly said: string };
/** One sitting: what was answered, by item. What was left out is not there. */
export type Sat = { readonly id: string; readonly answers: ReadonlyMap<string, Answered> };

/** Of an item: the share that had it right, how often each wrong answer was given, and how many wrong ones there are. */
export type ItemChance = {
  readonly right: number;
  readonly wrong: ReadonlyMap<string, number>;
  readonly wrongs: number;
  /** Pairs of those who were wrong and said the same, each counted from both sides. */
  readonly alike: number;
};

/** What a cohort's answers say of each item. Pure. */
export function itemChances(sittings: readonly Sat[]): ReadonlyMap<string, ItemChance> {
  const told = new Map<string, { right: number; wrong: Map<string, number> }>();
  for (const { answers } of sittings)
    for (const [item, { right, said }] of answers) {
      const known = told.get(item) ?? { right: 0, wrong: new Map<string, number>() };
      told.set(item, known);
      if (right) known.right += 1;
      else known.wrong.set(said, (known.wrong.get(said) ?? 0) + 1);
    }
  return new Map(
    [...told].map(([item, { right, wrong }]) => {
      const wrongs = [...wrong.values()].reduce((sum, count) => sum + count, 0);
      const alike = [...wrong.values()].reduce((sum, count) => sum + count * (count - 1), 0);
      // Nothing is certain because a few agree on it.
      return [item, { right: (right + 0.5) / (right + wrongs + 1), wrong, wrongs, alike }] as const;
    }),
  );
}

/** Before anybody is asked, two who are wrong say the same about as often as not; so many pairs are worth as much as that guess. */
const [GUESS, GUESSED] = [0.5, 3];

/**
 * How likely it is that two who have an item wrong say the same: as often as two of the others did who had it wrong. The two themselves
 * are left out, or their agreement would explain itself; where few others were wrong, half is a guess that makes little of it. Pure.
 */
export function sameChance({ wrong, wrongs, alike }: ItemChance, own: readonly Answered[]): number {
  const mine = own.filter(({ right }) => !right);
  const others = wrongs - mine.length;
  const isSame = mine.length === 2 && mine[0]?.said === mine[1]?.said;
  // Each takes along the pairs that it made with those who said the same; what both made together is taken once.
  const taken = mine.reduce((sum, { said }) => sum + 2 * ((wrong.get(said) ?? 1) - 1), 0);
  const left = alike - taken + (isSame ? 2 : 0);
  return (left / 2 + GUESS * GUESSED) / ((others * (others - 1)) / 2 + GUESSED);
}

/** Steps of halving between the weakest and the strongest that can be told apart. */
const STEPS = 40;
const WIDEST = 5;

/**
 * How likely somebody is to have each item right, by how hard it is and by her own mark: Wesolowsky's curves, which need no
 * estimate of many parameters and so hold in small groups. The one is taken on which her mark is the one to be expected. Pure.
 */
export function rightChances(
  { answers }: Sat,
  items: ReadonlyMap<string, ItemChance>,
): ReadonlyMap<string, number> {
  const asked = [...answers].map(([item, { right }]) => ({
    item,
    right,
    share: items.get(item)?.right ?? 0.5,
  }));
  const count = asked.length;
  const mark = asked.filter(({ right }) => right).length;
  // Whoever has all right, or nothing, is not taken to be certain of the next one.
  const wanted = Math.min(count - 0.5, Math.max(0.5, mark));
  let [low, high] = [-WIDEST, WIDEST];
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    const expected = asked.reduce((sum, { share }) => sum + chanceAt(share, Math.exp(middle)), 0);
    if (expected < wanted) low = middle;
    else high = middle;
  }
  const strength = Math.exp((low + high) / 2);
  return new Map(asked.map(({ item, share }) => [item, chanceAt(share, strength)] as const));
}

/** Of an item that this share has right, for somebody of that strength; 1 is the middle of the cohort. */
const chanceAt = (share: number, strength: number): number =>
  (1 - (1 - share) ** strength) ** (1 / strength);
