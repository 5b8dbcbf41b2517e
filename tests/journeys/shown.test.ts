import { learners } from "@twiza/content";
import { LANGUAGES } from "@twiza/contract/where";
import { paperAddress, shortId } from "@twiza/credential/paper-code";
import { messages } from "@twiza/messages/verify";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checking } from "../house/checking.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, TRAINER } from "../house/landmarks.ts";
import { done } from "../house/second-person.ts";
import { ISSUES_AT } from "../house/seeded.ts";

let house: House;
let learner: Visitor;
let certificateId = "";
beforeAll(async () => {
  house = await openHouse();
  learner = await house.as(learners.certified.contact);
  certificateId = (await hers()).id;
});
afterAll(() => house.close());

type Shows = "whole" | "brief" | "closed";
async function hers() {
  const [certificate] = (await learner.do("listWallet", {})).certificates;
  if (!certificate) throw new Error("She has none.");
  return certificate;
}
const HOUR = 3_600_000;
/** Her wish, made so many hours before it is sent, by a clock that is so many hours off. */
const wishOf = (shows: Shows, { ago = 0, off = 0, intentId = newIntent() } = {}) => {
  const now = Date.now() + off * HOUR;
  const at = (hours: number) => new Date(now - hours * HOUR).toISOString();
  return { intentId, shows, wishedAt: at(ago), sentAt: at(0) };
};
const show = (shows: Shows, how: Parameters<typeof wishOf>[1] = {}) =>
  learner.do("showCertificate", { params: { certificateId }, body: wishOf(shows, how) });
const told = () => house.anyone.do("verifyCertificate", { params: { certificateId } });
const pageIn = async (language: string) => {
  const response = await house.anyone.fetch(`/verify/${certificateId}?lang=${language}`);
  return { response, text: await response.text() };
};
const picture = async () => (await house.anyone.fetch(`/verify/${certificateId}/seal.png`)).status;

describe("what a certificate tells anybody who has its number alone", () => {
  it("is all that is printed on it, until its holder says otherwise", async () => {
    const { learnerName, quizPercent } = await hers();
    expect(await told()).toMatchObject({ shows: "whole", learnerName, quizPercent });
    const { text } = await pageIn("fr");
    expect(text).toContain(learnerName);
    expect(text).toContain(messages.fr.quiz());
    expect(await picture()).toBe(200);
  });

  it("is without details no result, no competencies, no language and no former name; the name stays", async () => {
    const { learnerName, quizPercent: _result, ...whole } = await hers();
    expect(await show("brief")).toEqual({ shows: "brief" });
    const { competencies: _can, language: _in, reissueOf: _of, ...few } = whole;
    expect(await told()).toEqual({ ...few, learnerName, shows: "brief" });
    const { text } = await pageIn("fr");
    expect(text).toContain(learnerName);
    expect(text).not.toContain(messages.fr.quiz());
    expect(text).toContain("og:image");
    expect(await picture()).toBe(200);
  });

  it.each(LANGUAGES)(
    "is of a closed one that there is one, whether it counts and who issued it, in %s: on the page, to programs, beside its address",
    async (language) => {
      const { id, number, organisationId, organisationName, state, ...secret } = await hers();
      await show("closed");
      expect(await told()).toEqual({ id, number, organisationId, organisationName, state, shows: "closed" }); // prettier-ignore
      const { response, text } = await pageIn(language);
      expect(response.status).toBe(200);
      expect(response.headers.get("x-robots-tag")).toBe("noindex");
      expect(text).toContain('<meta name="robots" content="noindex" />');
      expect(text).toContain(number);
      expect(text).toContain(`/check?lang=${language}`);
      for (const hidden of [secret.learnerName, ...Object.values(secret.courseTitle), "og:"])
        expect(text).not.toContain(hidden);
      expect(await picture()).toBe(404);
    },
  );

  it("a closed one is checked whole by who has the paper: its square leads to where the code is read, and the file stays what it was", async () => {
    const signed = await learner.do("readSigned", { params: { certificateId } });
    await show("closed");
    const led = await house.anyone.fetch(`/v/${shortId(certificateId)}`);
    expect(led.headers.get("location")).toBe(`/check?of=/v/${shortId(certificateId)}`);
    expect(led.headers.get("cache-control")).toBe("no-cache");
    await house.server.worker.settled();
    const { learnerName } = await hers();
    for (const form of [signed.jwt, paperAddress(ISSUES_AT, certificateId, signed.code)]) {
      const { verdict, claims } = await checking(house, form);
      expect([verdict, claims?.name]).toEqual(["valid", learnerName]);
    }
    await show("whole");
    const open = await house.anyone.fetch(`/v/${shortId(certificateId)}`);
    expect(open.headers.get("location")).toBe(`/verify/${certificateId}`);
  });
});

describe("how much is shown", () => {
  beforeEach(() => show("whole"));

  it("is its holder's to say: not her trainer's, not who issued it, nobody else's", async () => {
    const asked = { params: { certificateId }, body: wishOf("closed") };
    for (const contact of [ADMIN, TRAINER, learners.underWay.contact])
      expect(await (await house.as(contact)).refused("showCertificate", asked)).toBe("not_found");
    expect(await house.anyone.refused("showCertificate", asked)).toBe("session.required");
    expect(await told()).toMatchObject({ shows: "whole" });
  });

  it("follows her last wish, though an earlier one of another phone comes later, and that phone's clock stands years ahead", async () => {
    await show("closed");
    await show("brief", { ago: 5, off: 24 * 700 });
    expect(await told()).toMatchObject({ shows: "closed" });
    await show("whole", { off: -24 * 365 * 50 });
    expect(await told()).toMatchObject({ shows: "whole" });
  });

  it("changes once for a wish that comes again, and is not undone by it", async () => {
    const intentId = newIntent();
    const body = wishOf("closed", { intentId });
    const ask = (again: typeof body) =>
      learner.do("showCertificate", { params: { certificateId }, body: again });
    await ask(body);
    await show("brief");
    expect(await ask({ ...body, sentAt: new Date(Date.now() + 1000).toISOString() })).toEqual({
      shows: "closed",
    });
    expect(await told()).toMatchObject({ shows: "brief" });
    const other = { params: { certificateId }, body: { ...body, shows: "whole" as const } };
    expect(await learner.refused("showCertificate", other)).toBe("intent.reused");
  });

  it("is the same of the one that takes its place, and a closed one leads to no other", async () => {
    await show("closed");
    const [proposer, approver] = [await house.as(TRAINER), await house.as(ADMIN)];
    const wanted = { act: "reissue", learnerName: "Fadma Aït Ali" } as const;
    const { issued } = await done({ proposer, approver, certificateId }, wanted);
    const old = await told();
    expect(old).toMatchObject({ shows: "closed", state: "revoked" });
    expect(old).not.toHaveProperty("replacedBy");
    const next = { params: { certificateId: issued?.id ?? "" } };
    expect(await house.anyone.do("verifyCertificate", next)).toMatchObject({ shows: "closed" });
  });
});
