/** Written by the build from its own chunk graph: see `scripts/shell-files.ts`. */
declare module "virtual:shell-files" {
  export const version: string;
  export const files: import("./shell-files.ts").ShellFiles;
}
