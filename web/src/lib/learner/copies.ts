import { isProblem } from "../problem.ts";
import { phone, readKept, writeKept } from "./shelf.ts";

/**
 * The newest answer that could be had: from the server, or, without network, the last one kept on this phone.
 * `own` marks what belongs to one learner: it goes when she signs out.
 * @throws Problem when the server refuses, or when there is neither network nor copy
 */
export async function withCopy<T>(
  { name, own }: { name: string; own: boolean },
  ask: () => Promise<T>,
): Promise<T> {
  const key = `twiza.copy.${own ? "own" : "all"}.${name}`;
  try {
    const answer = await ask();
    writeKept(phone, key, answer);
    return answer;
  } catch (error) {
    if (!isProblem(error, "offline")) throw error;
    const copy = readKept<T>(phone, key);
    if (copy === undefined) throw error;
    return copy;
  }
}
