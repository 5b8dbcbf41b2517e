import type { Competency, Framework } from "@twiza/contract";
import { uuidFrom, uuidOf } from "./uuid.ts";

type Written = {
  readonly file: string;
  /** How many competencies are not said in that language, and are written in another. */
  readonly others: number;
};
type Texts = Readonly<Record<string, string | undefined>>;

/** The words in a language, or in the one that they were written in first, with the language that they are in. */
function said(
  texts: Texts,
  language: string,
  source: string | undefined,
): readonly [string, string] {
  const wanted = [language, source, ...Object.keys(texts)];
  const found = wanted.find((each) => each !== undefined && texts[each] !== undefined);
  return found === undefined ? ["", language] : [texts[found] ?? "", found];
}

type Wanted = {
  readonly language: string;
  /** Who made it, where it does not say so. */ readonly creator: string;
};

/**
 * A framework in one language as a `CFPackage` of CASE 1.0, which knows no more than one a statement. Identifiers are the same in
 * each language, and those that it came in with.
 */
export function writeCase(framework: Framework, { language, creator }: Wanted): Written {
  const { competencies, changedAt } = framework;
  const source = framework.language;
  const document = nodeOf(framework.id, said(framework.title, language, source)[0], framework.uri);
  const description = framework.description && said(framework.description, language, source)[0];
  const nodes = new Map(
    competencies.map((each) => [
      each.id,
      nodeOf(each.id, said(each.statement, language, source)[0], each.uri),
    ]),
  );
  const items = competencies.map((each) => itemOf(each, { language, source, changedAt, document }));
  const ties = competencies.map(({ id, parent }, at) => {
    const origin = nodes.get(id) ?? document;
    const destination = (parent && nodes.get(parent)) ?? document;
    const identifier = uuidFrom(`${origin.identifier} isChildOf ${destination.identifier}`);
    return {
      identifier,
      associationType: "isChildOf",
      sequenceNumber: at + 1,
      uri: `urn:uuid:${identifier}`,
      originNodeURI: origin,
      destinationNodeURI: destination,
      lastChangeDateTime: changedAt,
    };
  });
  const whole = {
    CFDocument: {
      identifier: document.identifier,
      uri: document.uri,
      creator: framework.creator ?? creator,
      title: document.title,
      lastChangeDateTime: changedAt,
      language,
      ...(description ? { description } : {}),
    },
    CFItems: items,
    CFAssociations: ties,
  };
  const others = items.filter((item) => item.language !== language).length;
  return { file: `${JSON.stringify(whole, null, 2)}\n`, others };
}

function nodeOf(id: string, title: string, uri: string | undefined) {
  const identifier = uuidOf(id);
  return { title, identifier, uri: uri ?? `urn:uuid:${identifier}` };
}
type Node = ReturnType<typeof nodeOf>;

type Of = { language: string; source: string | undefined; changedAt: string; document: Node };

function itemOf(competency: Competency, { language, source, changedAt, document }: Of) {
  const { id, code, statement, brief, level, type, uri } = competency;
  const [fullStatement, inLanguage] = said(statement, language, source);
  const short = brief?.[inLanguage];
  const { identifier, uri: own } = nodeOf(id, fullStatement, uri);
  return {
    identifier,
    CFDocumentURI: document,
    fullStatement,
    ...(short ? { abbreviatedStatement: short } : {}),
    ...(type ? { CFItemType: type } : {}),
    uri: own,
    ...(code ? { humanCodingScheme: code } : {}),
    language: inLanguage,
    ...(level === undefined ? {} : { educationLevel: [level] }),
    lastChangeDateTime: changedAt,
  };
}
