import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { LiveTimeline } from './use-timeline.ts';

/** Seconds of play that keys move by. */
const stepSeconds: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Where the bar is looked at: while it is only looked at nothing happens to the game. */
interface Look {
  position: number;
  /** Whether letting go leads there. */
  held: boolean;
}

/** Looking along the timeline with a pointer or keys, and going there on release. */
export const useScrub = (timeline: LiveTimeline, go: (position: number) => void) => {
  const [look, setLook] = useState<Look | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const { from, position: now, fps } = timeline;

  const clamp = (position: number) => Math.min(now, Math.max(from, Math.round(position)));
  const at = (event: PointerEvent) => {
    const box = bar.current?.getBoundingClientRect();
    const share = box && box.width > 0 ? (event.clientX - box.left) / box.width : 0;
    return clamp(from + share * (now - from));
  };
  const settle = (position: number) => {
    setLook(null);
    if (position < now) go(position);
  };
  const cancel = () => setLook(null);
  /** Looks elsewhere, without a pointer: {@link settle} goes there. */
  const lookAt = (position: number) => setLook({ position, held: true });
  /** Where a key leads from a position; null: it is none of ours. */
  const led = (key: string, position: number): number | null => {
    if (key === 'Home') return from;
    if (key === 'End') return now;
    const seconds = stepSeconds[key];
    return seconds === undefined ? null : clamp(position + seconds * Math.max(1, fps));
  };
  return {
    bar,
    look,
    lookAt,
    cancel,
    settle,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      bar.current?.setPointerCapture(event.pointerId);
      setLook({ position: at(event), held: true });
    },
    onPointerMove: (event: PointerEvent) => setLook({ position: at(event), held: look?.held ?? false }),
    onPointerUp: (event: PointerEvent) => {
      if (look?.held) settle(at(event));
    },
    onPointerLeave: () => {
      if (!look?.held) setLook(null);
    },
    onPointerCancel: cancel,
    onKeyDown: (event: KeyboardEvent) => {
      const position = look?.position ?? now;
      if (event.key === 'Escape' && look) cancel();
      else if ((event.key === 'Enter' || event.key === ' ') && look) settle(position);
      else {
        const there = led(event.key, position);
        if (there === null) return;
        lookAt(there);
      }
      event.preventDefault();
      event.stopPropagation();
    },
  };
};

export type Scrub = ReturnType<typeof useScrub>;
