/** One picture of a replay: its file, the frame it shows, and the buttons that were held for that frame. */
export interface Leaf {
  file: string;
  frame: number;
  held: string;
}

/**
 * A page that shows the pictures beside it one after the other: play, step with the arrow keys, or drag. Needs
 * no network, only the pictures in its folder.
 */
export const flipBook = (leaves: readonly Leaf[], framesASecond: number): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Replay</title><style>
:root { color-scheme: light dark; }
body { font: 16px system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
img { width: 100%; image-rendering: pixelated; display: block; background: #888; aspect-ratio: 10 / 9; }
input { width: 100%; margin: 1rem 0 .5rem; }
output { font-variant-numeric: tabular-nums; }
button { font: inherit; margin-right: 1rem; }
</style></head><body>
<img id="picture" alt="The game at the frame named below">
<input id="place" type="range" min="0" max="${Math.max(0, leaves.length - 1)}" value="0" aria-label="Place in the replay">
<button id="play">Play</button><output id="words"></output>
<script>
const leaves = ${JSON.stringify(leaves).replaceAll('<', '\\u003c')};
const [picture, place, play, words] = ['picture', 'place', 'play', 'words'].map((id) => document.getElementById(id));
const show = () => {
  const leaf = leaves[Number(place.value)];
  if (!leaf) return;
  picture.src = leaf.file;
  words.textContent = 'frame ' + leaf.frame + (leaf.held ? ', held: ' + leaf.held : ', nothing held');
};
let timer = 0;
const stop = () => { clearInterval(timer); timer = 0; play.textContent = 'Play'; };
play.onclick = () => {
  if (timer) return stop();
  play.textContent = 'Stop';
  timer = setInterval(() => {
    if (Number(place.value) >= leaves.length - 1) return stop();
    place.value = Number(place.value) + 1;
    show();
  }, ${Math.round(1000 / framesASecond)});
};
place.oninput = show;
show();
</script></body></html>
`;
