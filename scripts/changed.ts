import { run } from "./run.ts";

/** By this name a clone knows what has landed. */
const LANDED = "origin/main";
/** Where one of these differs, every file is looked at by other rules than when it landed. */
const RULES =
  /^(?:eslint\.config\.js|oxlint\.config\.ts|\.oxfmtrc\.json|package\.json|pnpm-(?:lock|workspace)\.yaml|patches\/.+|scripts\/(?:changed|test)\.ts)$/;

/**
 * The files of this folder, committed or not, that differ from what has landed, for checks that look at one file at a time.
 * @returns undefined where every file is to be looked at: nobody can tell what has landed, or the rules differ too
 */
export async function changedFiles(folder = "."): Promise<readonly string[] | undefined> {
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    const { code, output } = await run("git", args, { folder });
    return code === 0 ? output : undefined;
  };
  const base = await git("merge-base", "HEAD", LANDED);
  if (base === undefined) return undefined;
  const listed = await Promise.all([
    git("diff", "--name-only", "--relative", "-z", "--no-renames", "--diff-filter=d", base.trim()),
    git("ls-files", "--others", "--exclude-standard", "-z"),
  ]);
  const [known, fresh] = listed;
  if (known === undefined || fresh === undefined) return undefined;
  const files = `${known}${fresh}`.split("\0").filter((file) => file !== "");
  return files.some((file) => RULES.test(file)) ? undefined : files;
}
