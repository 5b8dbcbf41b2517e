import { directionOf, isLanguage, LANGUAGES } from "@twiza/contract/where";
import { messages as learner } from "@twiza/messages/learner";
import { messages as lesson } from "@twiza/messages/lesson";
import { messages as welcoming } from "@twiza/messages/welcome";
import type { EntryGenerator, RequestHandler } from "./$types";

export const prerender = true;
export const entries: EntryGenerator = () => LANGUAGES.map((language) => ({ language }));

const icon = (name: string, side: number, purpose: string) => ({
  src: `/icons/${name}.png`,
  sizes: `${side}x${side}`,
  type: "image/png",
  purpose,
});
const ICONS = [
  icon("192", 192, "any"),
  icon("512", 512, "any"),
  icon("maskable", 512, "maskable"),
  icon("monochrome", 512, "monochrome"),
];

/** What a phone needs to put the app on its home screen, in one language: the name under the icon is read by somebody. */
export const GET: RequestHandler = ({ params: { language } }) => {
  if (!isLanguage(language)) return new Response(null, { status: 404 });
  const [t, say] = [lesson[language], learner[language]];
  const manifest = {
    id: "/",
    name: t["app.name"](),
    short_name: t["app.name"](),
    description: welcoming[language]["welcome.lead"](),
    lang: language,
    dir: directionOf(language),
    start_url: "/courses",
    scope: "/",
    display: "standalone",
    theme_color: "#faf6ef",
    background_color: "#faf6ef",
    icons: ICONS,
    shortcuts: [
      { name: say["learn.resume"](), url: "/learn?resume" },
      { name: t["nav.courses"](), url: "/courses" },
      { name: t["nav.certificates"](), url: "/wallet" },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { "content-type": "application/manifest+json" },
  });
};
