const ascii = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function folded(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export type Carried = { readonly name: string; readonly content: string };
/** `packed`: as PDF 1.5 and later have it, with dictionaries in an object stream and contents folded. */
export type Kind = { readonly packed: boolean; readonly extra?: string };

/** A small PDF that carries those files, for tests. */
export async function pdfWith(
  files: readonly Carried[],
  { packed, extra = "" }: Kind,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [ascii("%PDF-1.7\n%\xE2\xE3\n")];
  const contents = await Promise.all(
    files.map(async ({ content }) => (packed ? folded(ascii(content)) : ascii(content))),
  );
  contents.forEach((bytes, index) => {
    const filter = packed ? "/Filter /FlateDecode " : "";
    parts.push(
      ascii(`${10 + index} 0 obj\n<< ${filter}/Length ${bytes.length} >>\nstream\n`),
      bytes,
      ascii("\nendstream\nendobj\n"),
    );
  });
  const dictionaries = [
    "<< /Type /Catalog /Names << /EmbeddedFiles 3 0 R >> /Lang (ar) >>",
    `<< /Names [ ${files.map(({ name }, index) => `(${name}) ${20 + index} 0 R`).join(" ")} ] >>`,
    ...files.map(
      ({ name }, index) =>
        `<< /Type /Filespec /F (${name}) /Desc (a \\(signed\\) file) /EF << /F ${10 + index} 0 R >> >>`,
    ),
  ];
  const numbers = [1, 3, ...files.map((_, index) => 20 + index)];
  parts.push(packed ? await objectStream(numbers, dictionaries) : plain(numbers, dictionaries));
  parts.push(ascii(`${extra}trailer << /Root 1 0 R >>\n%%EOF\n`));
  return new Uint8Array(await new Blob(parts.map((part) => new Uint8Array(part))).arrayBuffer());
}

const plain = (numbers: readonly number[], dictionaries: readonly string[]): Uint8Array =>
  ascii(dictionaries.map((each, at) => `${numbers[at]} 0 obj\n${each}\nendobj\n`).join(""));

async function objectStream(
  numbers: readonly number[],
  dictionaries: readonly string[],
): Promise<Uint8Array> {
  const starts = dictionaries.map(
    (_, at) => dictionaries.slice(0, at).join(" ").length + Number(at > 0),
  );
  const head = numbers.map((number, at) => `${number} ${starts[at]}`).join(" ");
  const body = await folded(ascii(`${head} ${dictionaries.join(" ")}`));
  const about = `/Type /ObjStm /N ${numbers.length} /First ${head.length + 1}`;
  const whole = new Uint8Array(
    await new Blob([
      ascii(`5 0 obj\n<< ${about} /Filter /FlateDecode /Length ${body.length} >>\nstream\n`),
      new Uint8Array(body),
      ascii("\nendstream\nendobj\n"),
    ]).arrayBuffer(),
  );
  return whole;
}
