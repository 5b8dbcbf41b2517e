const isTerminal = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
const green = (text: string): string => (isTerminal ? `\u001b[32m${text}\u001b[0m` : text);
const red = (text: string): string => (isTerminal ? `\u001b[31m${text}\u001b[0m` : text);

/** Says that a step has begun and, when it has ended, how long it took; a step that fails says so and throws on. */
export async function step<T>(title: string, work: () => Promise<T> | T): Promise<T> {
  const begun = performance.now();
  const seconds = (): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if (isTerminal) process.stdout.write(`  … ${title}`);
  const beat = isTerminal
    ? setInterval(() => process.stdout.write(`\r  … ${title} ${seconds()}`), 500)
    : undefined;
  try {
    const result = await work();
    clearInterval(beat);
    process.stdout.write(`${isTerminal ? "\r" : ""}  ${green("✓")} ${title} (${seconds()})\n`);
    return result;
  } catch (error) {
    clearInterval(beat);
    process.stdout.write(`${isTerminal ? "\r" : ""}  ${red("✗")} ${title} (${seconds()})\n`);
    throw error;
  }
}

/** Ends the process with one sentence: for what a person can mend, a stack trace is noise. */
export function giveUp(sentence: string): never {
  console.error(red(sentence));
  process.exit(1);
}
