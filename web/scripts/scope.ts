type Component = { readonly hash: (text: string) => string; readonly filename: string };

const known = new Map<string, string>();

/**
 * The class by which a component's styles are its own. Svelte's are twice as long, and each is written once for every element with
 * styles.
 * @throws Error when two components would share one
 */
export function scope({ hash, filename }: Component): string {
  const name = `s${hash(filename).slice(0, 4)}`;
  const other = known.get(name) ?? filename;
  if (other !== filename) throw new Error(`${other} and ${filename} would both be ${name}`);
  known.set(name, filename);
  return name;
}
