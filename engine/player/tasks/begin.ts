import { settle, tap } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { hold } from '../skills/skill.ts';
import type { TaskResult } from './task.ts';

/** From power-on to the first step: past the title and whatever is said before the game begins. */
export function* begin(mind: Mind): Doing<TaskResult> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const mode = yield* settle(mind);
    if (mode === 'overworld') return 'done';
    if (mode === 'ending') return 'done';
    mind.intend({
      skill: 'press',
      action: `press ${mind.guide.controls.begin}`,
      why: 'the title screen waits for it',
      confidence: mind.seen.modeConfidence,
    });
    yield* tap(mind, mind.guide.controls.begin);
    yield* hold(0, 8);
  }
  return 'stuck';
}
