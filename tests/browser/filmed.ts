/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** A gesture as a telephone films it, larger than 360p, with a tone to be heard: two seconds, written by the browser itself. */
export async function filmed(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [960, 540];
    const pen = canvas.getContext("2d", { alpha: false });
    if (!pen) throw new Error("no canvas");
    const sound = new AudioContext();
    const out = sound.createMediaStreamDestination();
    const tone = sound.createOscillator();
    tone.connect(out);
    tone.start();
    await sound.resume();
    let step = 0;
    const drawing = setInterval(() => {
      step += 1;
      pen.fillStyle = `hsl(${String((step * 9) % 360)} 60% 60%)`;
      pen.fillRect(0, 0, 960, 540);
      pen.fillStyle = "#222";
      pen.fillRect((step * 24) % 900, 200, 60, 140);
    }, 40);
    const stream = new MediaStream([...canvas.captureStream(25).getTracks(), ...out.stream.getTracks()]); // prettier-ignore
    const recorder = new MediaRecorder(stream, { mimeType: "video/webm;codecs=vp8,opus" });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.start();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await new Promise((resolve) => {
      recorder.onstop = resolve;
      recorder.stop();
    });
    clearInterval(drawing);
    await sound.close();
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
  });
  return Buffer.from(bytes);
}
