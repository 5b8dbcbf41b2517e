import { peopleOfDemo } from "@twiza/content";

/** What the terminal shows once the server answers: where to go, and whom to be. */
export function welcome(origin: string): string {
  const rows = peopleOfDemo.map(({ role, name, contact, language }) => [
    role,
    language,
    contact,
    name,
  ]);
  const table = [["Role", "Lang", "E-mail", "Name"], ...rows];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? "").length)),
  );
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return `
  Twiza is ready:      ${origin}
  Be somebody at once: ${origin}/dev/sign-in
  Codes and messages:  ${origin}/dev/outbox
  API, documented:     ${origin}/docs/api/

${lines.map((line) => `  ${line}`).join("\n")}

  Any of these addresses signs in with a code from the outbox. Stop with Ctrl+C; what you did stays. \`npm run reset\` starts anew.
`;
}
