import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEyes } from '../engine/perception/open.ts';
import { openPlayer } from '../engine/player/open.ts';
import { loadGame } from '../games/catalog.ts';
import { buildAddon } from '../native/build.js';
import { missingForWindows, VirtualDisplay } from '../native/testing/emulator-window.ts';
import { openWindowHost } from '../native/window.ts';
import { root } from './support/folders.ts';

const missing = missingForWindows();
let display: VirtualDisplay;

beforeAll(async () => {
  if (missing) return console.warn(`Playing through a window is left out; missing: ${missing}.`);
  await buildAddon();
  display = await VirtualDisplay.start('1024x768x24');
}, 600_000);
afterAll(() => display?.stop());

/**
 * The emulator is somebody else's, knows nothing of us, and runs in real time: what the eyes see is its window,
 * and what the player presses are keys. Half a minute to a minute of play where the machine keeps up.
 */
test.skipIf(missing !== '')(
  'the gate is reached through the window of another emulator',
  async () => {
    const { id } = await display.startEmulator();
    const game = loadGame('thistlevale');
    const eyes = await openEyes(`${root}/models/thistlevale-eyes`);
    const player = openPlayer({ kind: 'eyes', guide: game.guide, goal: 'gate', seed: 1 });
    const host = openWindowHost({ display: display.name, window: { id } });
    try {
      const { fps, width, height } = host.info;
      const grey = new Uint8Array(width * height);
      host.startClock(1);
      const story: string[] = [];
      let status = 'pursuing';
      let looked = -1;
      for (const end = performance.now() + 280_000; status === 'pursuing' && performance.now() < end; ) {
        const due = looked + player.tickFrames;
        while (host.newestFrame() < due)
          await sleep(Math.max(1, ((due - host.newestFrame()) * 1000) / fps / 2));
        looked = host.newestFrame();
        const act = player.decide(await eyes.look(grey, host.readGrey(grey)));
        host.setButtons(act.buttons);
        status = act.status;
        if (act.decision) story.push(`${looked} ${act.decision.task}: ${act.decision.action}`);
      }
      host.setButtons(0);
      expect(status, story.slice(-20).join('\n')).toBe('reached');
      expect(host.metrics().nothingNew).toBe(0);
    } finally {
      host.close();
      await eyes.close();
    }
  },
  300_000,
);
