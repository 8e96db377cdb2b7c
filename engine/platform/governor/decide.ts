import { lowestLevel } from './rungs.ts';

/** What happened since the sample before, over all sessions that run in real time. */
export interface Sample {
  /** Milliseconds of a clock that never goes back. */
  at: number;
  frames: number;
  /** Frames that began too late or were given up. */
  lateFrames: number;
  looks: number;
  /** Looks that took longer than the frame budget. */
  slowLooks: number;
  /** Share of all processors that was busy, 0–1, whoever kept them so; null: unknown. */
  busy: number | null;
}

export interface GovernorState {
  /** Steps below the tier's own settings. */
  level: number;
  /** The last second, as far as it is judged. */
  window: readonly Sample[];
  /** Samples up to here are not judged: a step down has not yet had its effect. */
  judgedFrom: number;
  /** When frames were last late for a moment only; null: never, or long ago. */
  hitchAt: number | null;
  /** Since when nothing was late. */
  calmSince: number;
  changedAt: number;
  /** When settings were last raised; null: never, or lowered since. */
  raisedAt: number | null;
  /** How long it has to be calm before settings are raised. */
  patienceMs: number;
}

export interface Step {
  from: number;
  to: number;
  /** In words, without a full stop. */
  why: string;
}

export const windowMs = 1000;
/** A step down is given this long to have its effect; what is late meanwhile is the fault of what was before. */
export const settleMs = 1000;
export const calmMs = 60_000;
/** A raise that does not hold doubles the calm that is asked for the next, up to this. */
export const mostPatienceMs = 16 * 60_000;
/** Busier than this there is no room for more, although nothing is late. */
export const fullyBusy = 0.9;

/**
 * Frames that are late over a shorter time than this are a hitch: the whole computer paused, whoever's fault it was,
 * and a single pause says nothing about how much it can do.
 */
export const hitchMs = 500;
/** A second hitch this soon after the first is no longer a matter of chance. */
export const hitchMemoryMs = 10_000;

/** At least so many in the window, and that share of all. One late frame alone is anybody's pause. */
const strain = { frames: { least: 3, share: 0.05 }, looks: { least: 3, share: 0.2 } } as const;

/** Before anything was measured; `at` as in {@link Sample}. */
export const calmState = (at: number): GovernorState => ({
  level: 0,
  window: [],
  judgedFrom: at,
  hitchAt: null,
  calmSince: at,
  changedAt: at,
  raisedAt: null,
  patienceMs: calmMs,
});

const sum = (window: readonly Sample[], of: 'frames' | 'lateFrames' | 'looks' | 'slowLooks'): number =>
  window.reduce((total, sample) => total + sample[of], 0);

/** The time over which frames of the window were late. */
const lateFor = (window: readonly Sample[]): number => {
  const late = window.filter(({ lateFrames }) => lateFrames > 0);
  return (late.at(-1)?.at ?? 0) - (late[0]?.at ?? 0);
};

interface Strain {
  why: string;
  /** It may have been a pause of the whole computer. */
  hitch: boolean;
}

/** Why the last second was too much, or null. */
const strainIn = (window: readonly Sample[]): Strain | null => {
  const [frames, late] = [sum(window, 'frames'), sum(window, 'lateFrames')];
  const [looks, slow] = [sum(window, 'looks'), sum(window, 'slowLooks')];
  if (slow >= strain.looks.least && slow >= strain.looks.share * looks) {
    return { why: `${slow} of ${looks} looks took longer than their budget within a second`, hitch: false };
  }
  if (late >= strain.frames.least && late >= strain.frames.share * frames) {
    const why = `${late} frames were late or lost within a second`;
    return { why, hitch: lateFor(window) < hitchMs };
  }
  return null;
};

/**
 * The governor's whole judgement: lower by a step as soon as the last second was too much, unless it was a lone
 * hitch; raise by a step after a calm minute. It cannot flutter: a step up is never nearer than `calmMs` to the
 * change before it, and each step up that did not hold doubles that time.
 */
export const decide = (
  before: GovernorState,
  sample: Sample,
): { state: GovernorState; step: Step | null } => {
  const now = sample.at;
  const since = Math.max(now - windowMs, before.judgedFrom);
  const window = [...before.window, sample].filter(({ at }) => at > since);
  const strained = strainIn(window);
  const state = { ...before, window, calmSince: strained === null ? before.calmSince : now };
  if (strained !== null) {
    const sinceHitch = now - (before.hitchAt ?? Number.NEGATIVE_INFINITY);
    // The hitch is counted until it has left the window, and is one all that time.
    if (strained.hitch && sinceHitch <= windowMs) return { state, step: null };
    if (strained.hitch && sinceHitch > hitchMemoryMs) {
      return { state: { ...state, hitchAt: now }, step: null };
    }
    return state.level < lowestLevel ? lower(state, now, strained.why) : { state, step: null };
  }
  const calmFor = now - Math.max(state.calmSince, state.changedAt);
  if (state.level === 0 || calmFor < state.patienceMs) return { state, step: null };
  if (sample.busy !== null && sample.busy > fullyBusy) return { state, step: null };
  return raise(state, now, calmFor);
};

const lower = (state: GovernorState, now: number, why: string): { state: GovernorState; step: Step } => {
  const relapsed = state.raisedAt !== null && now - state.raisedAt < state.patienceMs;
  return {
    state: {
      ...state,
      level: state.level + 1,
      window: [],
      judgedFrom: now + settleMs,
      hitchAt: null,
      calmSince: now,
      changedAt: now,
      raisedAt: null,
      patienceMs: relapsed ? Math.min(2 * state.patienceMs, mostPatienceMs) : state.patienceMs,
    },
    step: { from: state.level, to: state.level + 1, why },
  };
};

const raise = (state: GovernorState, now: number, calmFor: number): { state: GovernorState; step: Step } => {
  // The raise before held all that time: what went wrong earlier is over.
  const held = state.raisedAt !== null;
  return {
    state: {
      ...state,
      level: state.level - 1,
      calmSince: now,
      changedAt: now,
      raisedAt: now,
      patienceMs: held ? calmMs : state.patienceMs,
    },
    step: { from: state.level, to: state.level - 1, why: `nothing was late for ${inWords(calmFor)}` },
  };
};

const inWords = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
};
