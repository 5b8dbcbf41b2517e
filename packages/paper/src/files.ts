/** The letters of papers, by the names under which their packages have them (SIL Open Font License). */
export const FONT_FILES = [
  "@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf",
  "@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf",
  "@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
  "@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf",
] as const;

/** What papers are set from. */
export const TEMPLATE_FILES = [
  "certificate.typ",
  "hanbel.typ",
  "margin.typ",
  "open.typ",
  "parts.typ",
  "share.typ",
  "weave.typ",
  "zellige.typ",
] as const;

/** The machine code that makes points of a drawing, of any processor. */
export const RASTER_FILE = "@resvg/resvg-wasm/index_bg.wasm";

/** The compiler as the cloud runs it: built for one processor, and named so by its package. */
export const NATIVE_FILE = "typst-ts-node-compiler.linux-x64-gnu.node";
export const NATIVE_PACKAGE = "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu";
