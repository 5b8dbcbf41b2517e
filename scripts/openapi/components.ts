import * as contract from "@twiza/contract";
import * as z from "zod";
import { type Components, mapSchema, namesIn, readSchema, refTo, type Schema } from "./schema.ts";
import { described } from "./operations.ts";
import { descriptionOf } from "./words.ts";

const { whats } = contract;

/** Parts of requests and replies that are no noun of their own and yet deserve a name. */
const VIEWS: Readonly<Record<string, z.ZodType>> = {
  PublicEntry: whats.readOutline.reply.shape.course,
  CourseLine: whats.editCourse.reply,
  CourseDesk: whats.readCourse.reply,
  EnrolmentView: whats.enrol.reply,
  DeviceEvent: contract.DeviceEvent,
  ToldEvent: whats.recordEvents.body.shape.events.element,
  Receipt: whats.recordEvents.reply.shape.receipts.element,
  StartedAttempt: whats.startAttempt.reply,
  Ticket: whats.fetchTicket.reply,
  GradedResult: whats.submitAttempt.reply.options[0],
  HeldResult: whats.submitAttempt.reply.options[1],
  AttemptLine: whats.listAttempts.reply.shape.attempts.element,
  FlagLine: whats.decideFlag.reply,
  Comparison: whats.readFlag.reply.shape.items.element,
  AttemptResult: whats.submitAttempt.reply,
  ProgressLine: whats.readProgress.reply.shape.learners.element,
  EligibleLine: whats.listEligible.reply.shape.learners.element,
  PublicCertificate: whats.listWallet.reply.shape.certificates.element,
  VerifiedCertificate: whats.verifyCertificate.reply,
  BatchLine: whats.startBatch.reply,
  Me: whats.readMe.reply,
  MadeCard: whats.createCard.reply,
  Device: whats.listSessions.reply.shape.devices.element,
};

/** The contract in JSON Schema: what has a name, and what an operation's own part looks like. */
export type Shapes = {
  readonly components: Components;
  readonly shapeOf: (part: z.ZodType) => Schema;
};

/** Turns the contract's schemas into components and tells the shape of each part. Every noun the contract exports is one. */
export function shapesOfContract(): Shapes {
  const registry = z.registry<{ id: string }>();
  const nouns: [string, z.ZodType][] = [];
  for (const [name, value] of Object.entries(contract)) {
    if (value instanceof z.ZodType && name !== "LocalizedText") nouns.push([name, value]);
  }
  for (const [id, schema] of [...nouns, ...Object.entries(VIEWS)]) registry.add(schema, { id });
  const named = new Set([...nouns.map(([name]) => name), ...Object.keys(VIEWS)]);
  const requests = new Set<string>();
  for (const { name, what } of described) {
    for (const [part, schema] of Object.entries(partsOf(what))) {
      if (!schema) continue;
      if (!registry.has(schema)) registry.add(schema, { id: `${name}.${part}` });
      if (part !== "reply") requests.add(registry.get(schema)?.id ?? "");
    }
  }
  const sent = written(registry, "input");
  const received = written(registry, "output");
  const texts = new Map<string, Schema>();
  const shapes = new Map<string, Schema>();
  for (const [id, reply] of received) {
    const request = sent.get(id);
    // A name stands for one shape. Should a default or a transformation ever part the two sides, they need two names.
    if (named.has(id) && JSON.stringify(request) !== JSON.stringify(reply))
      throw new Error(`${id} is read and sent differently: give each side a schema of its own`);
    const shape = requests.has(id) && request ? request : reply;
    shapes.set(
      id,
      mapSchema(shape, (inner) => nameText(inner, texts)),
    );
  }
  const all: Components = Object.fromEntries([...shapes, ...texts]);
  const used = new Set(["Problem"]);
  for (const id of shapes.keys()) if (!named.has(id)) namesIn(all[id] ?? {}, all, used);
  for (const { what } of described) {
    const id = registry.get(what.reply)?.id ?? "";
    if (named.has(id)) namesIn({ $ref: refTo(id) }, all, used);
  }
  return {
    components: Object.fromEntries(
      [...used]
        .sort((one, other) => one.localeCompare(other, "en"))
        .map((name) => [name, { description: descriptionOf(name), ...all[name] }]),
    ),
    shapeOf: (part) => {
      const id = registry.get(part)?.id ?? "";
      const shape = named.has(id) ? { $ref: refTo(id) } : shapes.get(id);
      if (!shape) throw new Error("This schema is no part of an operation");
      return shape;
    },
  };
}

const partsOf = ({ params, query, body, reply }: contract.What) => ({ params, query, body, reply });

const written = (registry: z.core.$ZodRegistry<{ id: string }>, io: "input" | "output") =>
  new Map(
    Object.entries(z.toJSONSchema(registry, { io, uri: refTo }).schemas).map(([id, schema]) => [
      id,
      readSchema(schema),
    ]),
  );

/** A text in our languages gets a name by its length; that one language must be there is a rule zod cannot write down. */
function nameText(schema: Schema, texts: Map<string, Schema>): Schema {
  const languages: readonly string[] = contract.LANGUAGES;
  const properties = Object.entries(schema.properties ?? {});
  const [first] = properties;
  const isText =
    properties.length === languages.length &&
    properties.every(([name, { type }]) => languages.includes(name) && type === "string");
  if (!isText || !first) return schema;
  const name = `LocalizedText${first[1].maxLength ?? 0}`;
  texts.set(name, { ...schema, minProperties: 1 });
  return { $ref: refTo(name) };
}
