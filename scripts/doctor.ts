import { existsSync } from "node:fs";
import { javaVersion } from "./java.ts";
import { isFree, isPort } from "./port.ts";
import { run } from "./run.ts";
import { whyUnwritable } from "./writable.ts";

type Finding = { readonly what: string; readonly well: boolean; readonly mend: string | undefined };

async function hasBrowserLibraries(): Promise<boolean> {
  if (process.platform !== "linux" || existsSync("/usr/bin/chromium")) return true;
  // By its place: Debian's people, unlike its root, have none of what lies there on their path.
  const { output } = await run("/sbin/ldconfig", ["-p"]);
  return output.includes("libnss3.so") && output.includes("libnspr4.so");
}

/** What sets papers is machine code that npm lays in for this computer, if there is any for it. */
async function setsPapers(): Promise<boolean> {
  try {
    const { nativeInPackage } = await import("@twiza/paper/in-package");
    return typeof nativeInPackage().NodeCompiler === "function";
  } catch {
    return false;
  }
}

async function examine(): Promise<readonly Finding[]> {
  const unwritable = whyUnwritable();
  const asked = process.env["PORT"] ?? "4000";
  return [
    {
      what: "the folder .twiza can be written",
      well: unwritable === undefined,
      mend: unwritable?.mend,
    },
    {
      what: `port ${asked} is free`,
      well: isPort(asked) && (await isFree(Number(asked))),
      mend: "npm start   (without PORT, it finds the next free one from 4000 on by itself)",
    },
    {
      what: "the web app is built",
      well: existsSync("web/build/200.html"),
      mend: "npm run build",
    },
    {
      what: `papers can be made on ${process.platform} ${process.arch} (all else works without)`,
      well: await setsPapers(),
      mend: "npx --yes pnpm@12.21.0 install, on Linux (glibc), macOS or Windows",
    },
    {
      what: "Java 11 or newer is here (only the DynamoDB tests need it)",
      well: (await javaVersion()) >= 11,
      mend: "apt-get install default-jre-headless   or   brew install openjdk",
    },
    {
      what: "the browser of the tests finds its libraries",
      well: await hasBrowserLibraries(),
      mend: "apt-get install libnss3 libnspr4",
    },
  ];
}

// `doctor.cjs` has found all installed and calls this one: what is asked here can be answered only then.
const findings = await examine();
for (const { what, well, mend } of findings) {
  console.log(well ? `  ✓ ${what}` : `  ✗ ${what}: not so. Mend it with:  ${mend ?? ""}`);
}
process.exitCode = findings.every(({ well }) => well) ? 0 : 1;
