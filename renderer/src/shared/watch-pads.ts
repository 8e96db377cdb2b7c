/** The gamepads whose buttons have known places (W3C "standard gamepad"). */
export const standardPads = (): Gamepad[] =>
  [...navigator.getGamepads()].filter((pad) => pad !== null).filter((pad) => pad.mapping === 'standard');

/**
 * Looks at the gamepads, now and at each refresh of the screen: their buttons have no events, they have to be asked.
 * While there is none, nothing is asked; `look` is told of the last one's leaving by an empty list. `now`: as in
 * `requestAnimationFrame`, milliseconds. Returns how to stop.
 */
export const watchPads = (look: (pads: readonly Gamepad[], now: number) => void): (() => void) => {
  let next = 0;
  const ask = (now: number) => {
    look(standardPads(), now);
    next = navigator.getGamepads().some(Boolean) ? requestAnimationFrame(ask) : 0;
  };
  const begin = () => {
    if (next === 0 && navigator.getGamepads().some(Boolean)) ask(performance.now());
  };
  begin();
  addEventListener('gamepadconnected', begin);
  return () => {
    cancelAnimationFrame(next);
    removeEventListener('gamepadconnected', begin);
  };
};

/**
 * Tells what is held on the gamepads, as `read` finds it, at each refresh after the first, beside what was held the
 * time before: what is held already when the watching begins was meant for something else.
 */
export const watchHeld = <Held>(
  read: (pads: readonly Gamepad[]) => ReadonlySet<Held>,
  tell: (held: ReadonlySet<Held>, before: ReadonlySet<Held>) => void,
): (() => void) => {
  let before: ReadonlySet<Held> | null = null;
  return watchPads((pads) => {
    const held = read(pads);
    if (before) tell(held, before);
    before = pads.length > 0 ? held : null;
  });
};
