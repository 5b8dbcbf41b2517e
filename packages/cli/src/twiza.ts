import { verify } from "./verify.ts";

const { text, exit } = await verify(process.argv.slice(2), process.env);
process.stdout.write(`${text}\n`);
process.exitCode = exit;
