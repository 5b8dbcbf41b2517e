import { createHash } from "node:crypto";
import { type Components, nameOfRef, type Schema } from "./schema.ts";

/** Values of components whose pattern no generator would fill with something a reader knows. */
const NAMED: Readonly<Record<string, unknown>> = {
  BlockKey: "weighing",
  "BlockKey.key": "title",
  CardCode: "7KQ2M4D80RT3XW5V",
  Contact: "fatima@example.ma",
  ContentLanguageCode: "fr",
  "ContentLanguageCode.language": "wo",
  Day: "2026-03-02",
  "Day.endsOn": "2026-05-29",
  DeviceId: "phone-4f1a9c02",
  FormHash: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
  GapName: "a",
  Instant: "2026-03-14T09:26:53.589Z",
  "Instant.closesAt": "2026-03-21T18:00:00.000Z",
  IntentId: "0199a6c2-7f3a-7c41-9b2e-5d8f10c3a764",
  LanguageCode: "fr",
  LanguageName: "Wolof",
  PageToken: "eyJwIjoiMjAyNi0wMyJ9",
  PersonName: "Fatima Aït Lahcen",
  Percent: 80,
  Phone: "+212612345678",
  TicketCode: "4M7Q2XK7",
  TicketSecret: "qL0Vt7n1Wc3yK5b9ZrDf2A",
};

/** Values of fields by name, where they fit the field's type. */
const FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  name: ["Argan oil, spring 2026", { fr: "Coopérative Tifawin", ar: "تعاونية تيفاوين" }],
  title: [
    "Counting the cash",
    { fr: "Tenir le cahier de caisse", en: "Keep the cash book", ar: "مسك دفتر الصندوق" },
  ],
  courseTitle: [{ fr: "Tenir le cahier de caisse", en: "Keep the cash book" }],
  summary: [{ fr: "Noter chaque dirham qui entre et qui sort.", en: "Write down every dirham." }],
  organisationName: [{ fr: "Union des coopératives du Souss" }],
  prompt: [{ fr: "Que faut-il écrire en premier ?", en: "What is written first?" }],
  text: ["La date", { fr: "La date", en: "The date" }],
  feedback: [{ fr: "La date d'abord : sans elle, la page ne prouve rien." }],
  note: ["New lesson on advances"],
  number: ["TWZ-8f21c4-2026-000123", "7", 1],
  uri: ["https://frameworks.example.ma/skills/hyg-2"],
  ids: ["itm_0199a6c27f3a7c419b2e5d8f10c3a764,itm_0199a6c27f3a7c419b2e5d8f10c3a765"],
  next: ["001772442000000-0199a6c27f3a7c419b2e5d8f10c3a764"],
  after: ["001772442000000-0199a6c27f3a7c419b2e5d8f10c3a764"],
  deviceId: ["phone-4f1a9c02"],
  device: ["Firefox on Android"],
  n: ["sX0kWq3vVzz7TxHCTwXBygrS4kPrK_qmxVWaYVA9wwBF6Iuo".repeat(11).slice(0, 512)],
  parcel: ["eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.d3JhcHBlZA.bm9uY2U.c2VhbGVk.dGFn"],
  pins: ["eyJhbGciOiJSU0EtT0FFUC0yNTYifQ.d3JhcHBlZA.bm9uY2U.c2VhbGVk.dGFn", "ok"],
  pin: ["7392"],
  pass: ["eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJscm5fIn0.c2lnbmF0dXJl"],
  receipt: ["eyJhbGciOiJFZERTQSJ9.eyJkZXZpY2UiOiJwaG9uZSJ9.c2lnbmF0dXJl"],
  x: ["11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"],
  salt: ["qL0Vt7n1Wc3yK5b9ZrDf2A"],
  form: ["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"],
  origin: ["https://twiza.example"],
  kid: ["kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"],
  version: ["3"],
  lessons: ["les_0199a6c27f3a7c419b2e5d8f10c3a764,les_0199a6c27f3a7c419b2e5d8f10c3a765"],
  against: ["1"],
  places: [30],
  placesLeft: [12],
  taken: [18],
  minutes: [25],
  lessonCount: [7],
  lessonsDone: [4],
  triesAllowed: [3],
  triesLeft: [2],
  seq: [41],
  block: [3],
  reached: [4],
  bytes: [18_204],
  mediaBytes: [264_120],
  unit: ["DH"],
  seconds: [3],
  at: [0],
  until: [2.5],
  from: [0],
  to: [7],
  actorName: ["Fatima Aït Lahcen"],
  subjectName: ["Keep the cash book"],
  requestId: ["6f1c1f0e-6d1b-4f57-9a3c-0f6f4b0f9d21"],
};

/** Makes an example that fits its schema; the same one each time. Optional fields are shown. */
export function exampleOf(schema: Schema, components: Components, field = ""): unknown {
  if (schema.$ref !== undefined) {
    const name = nameOfRef(schema.$ref);
    const value = NAMED[`${name}.${field}`] ?? NAMED[name];
    return value ?? exampleOf(components[name] ?? {}, components, field);
  }
  const known = schema.enum ? undefined : FIELDS[field]?.find((value) => fits(value, schema));
  if (known !== undefined) return known;
  if (schema.const !== undefined) return schema.const;
  const [choice] = schema.enum ?? schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined)
    return typeof choice === "object" ? exampleOf(choice, components, field) : choice;
  switch (schema.type) {
    case "object":
      return objectOf(schema, components);
    case "array": {
      const one = exampleOf(schema.items ?? {}, components, field);
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => one);
    }
    case "boolean":
      return true;
    case "integer":
    case "number":
      return numberOf(schema);
    default:
      return textOf(schema);
  }
}

const fits = (value: unknown, { type, properties, pattern }: Schema): boolean => {
  if (typeof value === "object") return properties?.["ar"] !== undefined;
  if (typeof value !== (type === "integer" ? "number" : type)) return false;
  return typeof value !== "string" || pattern === undefined || new RegExp(pattern, "u").test(value);
};

function objectOf(schema: Schema, components: Components): unknown {
  const { properties = {}, propertyNames, additionalProperties, required = [] } = schema;
  const fields = Object.entries(properties).map(([name, inner]) => [
    name,
    exampleOf(inner, components, name),
  ]);
  if (typeof additionalProperties === "object" && propertyNames) {
    const named = required.length > 0 ? required : [exampleOf(propertyNames, components)];
    for (const name of named) fields.push([name, exampleOf(additionalProperties, components)]);
  }
  return Object.fromEntries(fields);
}

const numberOf = ({ minimum, exclusiveMinimum, maximum }: Schema): number =>
  Math.min(Math.max(minimum ?? 1, (exclusiveMinimum ?? 0) + 1), maximum ?? 1);

/** Ids and hashes by their pattern; the hex is drawn from the pattern itself, so it never changes. Of several words the first. */
function textOf({ pattern = "", maxLength = 100, format }: Schema): string {
  if (format === "uuid") return "5f2c1d7e-3b9a-4c60-8d41-7a90e2b6c318";
  const word = /^\^\(\?:([a-z]+)\|/.exec(pattern)?.[1];
  if (word) return word;
  const hex = /^\^([a-z_]*)\[0-9a-f\]\{(\d+)\}\$$/.exec(pattern);
  if (!hex) return "a".slice(0, maxLength);
  const digits = createHash("sha256").update(pattern).digest("hex");
  return `${hex[1] ?? ""}${digits.slice(0, Number(hex[2]))}`;
}
