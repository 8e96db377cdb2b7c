import { cpus } from 'node:os';

/** Shortest time that a share is taken over; below it a few ticks of the system's clock decide. */
const leastMs = 900;

/**
 * Returns a function that says how busy all processors together were since it last said something new: 0 to 1,
 * null where the system does not tell. In a container these are the host's processors.
 */
export const machineLoad = (): (() => number | null) => {
  const read = (): { busy: number; all: number } => {
    let busy = 0;
    let all = 0;
    for (const { times } of cpus()) {
      const working = times.user + times.nice + times.sys + times.irq;
      busy += working;
      all += working + times.idle;
    }
    return { busy, all };
  };
  let last = read();
  let lastAt = performance.now();
  let share: number | null = null;
  return () => {
    if (performance.now() - lastAt < leastMs) return share;
    const now = read();
    share =
      now.all > last.all ? Math.min(1, Math.max(0, (now.busy - last.busy) / (now.all - last.all))) : null;
    last = now;
    lastAt = performance.now();
    return share;
  };
};
