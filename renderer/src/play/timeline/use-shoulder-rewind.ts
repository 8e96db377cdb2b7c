import { useEffect, useEffectEvent } from 'react';
import { watchPads } from '../../shared/watch-pads.ts';
import type { Scrub } from './use-scrub.ts';
import type { LiveTimeline } from './use-timeline.ts';

/** The lower shoulder buttons of the W3C "standard gamepad": no game of the handhelds uses them. */
const backButton = 6;
const forwardButton = 7;
/** Seconds of play that pass by while one is held for a second. */
const pace = 6;

/** Holding a lower shoulder button looks back (or forward again) along the timeline; letting go leads there. */
export const useShoulderRewind = (timeline: LiveTimeline, scrub: Scrub): void => {
  const look = useEffectEvent((seconds: number) => {
    const { from, position, fps } = timeline;
    const at = (scrub.look?.position ?? position) + seconds * pace * fps;
    scrub.lookAt(Math.round(Math.min(position, Math.max(from, at))));
  });
  const release = useEffectEvent(() => {
    if (scrub.look) scrub.settle(scrub.look.position);
  });
  useEffect(() => {
    let held = false;
    let before = performance.now();
    return watchPads((pads, now) => {
      const pressed = (index: number) => pads.some((pad) => pad.buttons[index]?.pressed);
      const way = Number(pressed(forwardButton)) - Number(pressed(backButton));
      if (way !== 0) look((way * Math.min(100, now - before)) / 1000);
      else if (held) release();
      held = way !== 0;
      before = now;
    });
  }, []);
};
