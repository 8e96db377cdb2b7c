import type { EndReason, PlayerKind, ScreenMode, SessionState, Stage } from '../../protocol/words.ts';
import { benchmarkTexts } from './texts/benchmarks.ts';
import { count } from './texts/count.ts';
import { feedbackTexts } from './texts/feedback.ts';
import { hardwareTexts } from './texts/hardware.ts';
import { historyTexts } from './texts/history.ts';
import { libraryTexts } from './texts/library.ts';
import {
  adviceTexts,
  budgetTexts,
  looksTexts,
  mindTexts,
  padTexts,
  ratingTexts,
  sureWords,
  turnTexts,
} from './texts/play.ts';
import { settingsTexts } from './texts/settings.ts';
import { stopTexts } from './texts/stop.ts';
import { savesTexts, timelineTexts } from './texts/timeline.ts';

/**
 * Every word the page shows, in one place; a room's own words have a file each in `texts/`. What the engine says
 * (titles, reasons, problems) comes from it.
 */
export const texts = {
  product: 'Eevee',
  navigation: {
    label: 'Rooms',
    play: 'Play',
    history: 'History',
    benchmarks: 'Benchmarks',
    hardware: 'Hardware',
    feedback: 'Feedback',
    settings: 'Settings',
  },
  skipToContent: 'Skip to the content',
  close: 'Close',
  dismiss: 'Dismiss',

  connection: {
    connecting: 'Connecting to the engine …',
    starting: 'The engine is starting.',
    startingRemedy: 'This takes a moment; the window connects by itself.',
    unreachable: (url: string) => `The engine does not answer at ${url}.`,
    unreachableRemedy: 'The window tries again by itself. If this goes on, start Eevee again.',
    lostTitle: 'Connection to the engine lost',
    waitingTitle: 'Waiting for the engine',
    retryIn: (seconds: number) => (seconds > 0 ? `Next try in ${seconds} s.` : 'Trying …'),
    retryNow: 'Try now',
    refusedTitle: 'The engine refused this page',
    refusedHint:
      'Open the address that the engine printed when it started: it ends with its key, “#token=…”.',
    reload: 'Reload the page',
    live: 'Connected',
    away: 'Not connected',
  },

  problems: {
    report: 'Please report this with the log file.',
    unexpected: (what: string, status: number) => `The engine answered ${what} with status ${status}.`,
    allowed: 'Allowed',
    tried: 'Looked at',
    command: 'Run this',
    copy: 'Copy',
    copied: 'Copied',
    crashedTitle: 'This page ran into an error',
  },

  notices: {
    label: 'Notices',
    open: { session: 'Open the session', benchmark: 'Open its result' },
    dismissAll: (count: number) => `Dismiss all ${count}`,
    more: (count: number) => `Show ${count} more`,
  },

  colours: { toLight: 'Switch to light colours', toDark: 'Switch to dark colours' },

  picture: {
    label: 'Picture of the game',
    stage: 'Game',
    details: 'What the AI thinks, and how fast',
    waiting: 'Waiting for the first picture …',
    starting: 'Starting the game …',
  },

  turn: turnTexts,
  advice: adviceTexts,
  rating: ratingTexts,
  mind: mindTexts,
  sureWords,
  frameBudget: budgetTexts,
  looks: looksTexts,
  pad: padTexts,
  /** Who presses the buttons when it is not the human. */
  players: {
    eyes: 'The AI is playing',
    random: 'Random buttons are playing',
    none: 'Nobody is playing',
  } satisfies Record<PlayerKind, string>,

  state: {
    starting: 'Starting',
    running: 'Running',
    paused: 'Paused',
    ended: 'Ended',
  } satisfies Record<SessionState, string>,

  controls: {
    label: 'Controls',
    pause: 'Pause',
    resume: 'Resume',
    step: 'One frame on',
    stop: 'Stop',
    stopHint: 'Ends the session; it can be resumed from here',
    speed: 'Speed',
    speedOf: (speed: number) => `${speed}×`,
    overlayOn: 'Show what the AI sees',
    overlayOff: 'Hide what the AI sees',
    saves: 'Saves',
    help: 'Keys',
  },

  saves: savesTexts,
  timeline: timelineTexts,

  eyes: {
    mode: 'Screen',
    sure: (percent: number) => `${percent}% sure`,
    scrolling: 'view is moving',
    reads: 'Reads',
    legend: 'Colours of the cells',
    none: 'nothing yet',
  },

  modes: {
    blank: 'blank',
    title: 'title screen',
    overworld: 'overworld',
    dialog: 'dialog',
    menu: 'menu',
    transition: 'transition',
    ending: 'ending',
    battle: 'battle',
  } satisfies Record<ScreenMode, string>,

  thinking: {
    goal: 'Goal',
    noGoal: 'No goal',
    reached: 'Goal reached',
    now: 'Doing now',
    last: 'Last action',
    before: 'What the AI did last',
    sure: 'Confidence',
    waiting: 'The AI is looking at the screen …',
    undecided: 'The AI has decided nothing yet at this moment.',
    human: 'You hold the buttons. The AI watches and goes on when you hand them back.',
    tasks: 'Tasks of the goal',
    taskStates: { waiting: 'waiting', active: 'now', done: 'done', failed: 'failed' },
    progress: (done: number, all: number) => `${done} of ${all} done`,
  },

  figures: {
    title: 'Frame path',
    fps: 'frames a second',
    ofTarget: (target: string) => `of ${target}`,
    median: 'Median',
    p99: '99th percentile',
    budget: (ms: number) => `${ms} ms budget`,
    frames: 'Frames',
    decisions: 'Decisions',
    late: 'Late frames',
    lost: 'Lost frames',
    memory: 'Memory',
    none: 'Figures appear once the game runs.',
    chart: 'Frame time over the last minute, milliseconds, logarithmic',
    chartSummary: (median: string, p99: string) => `Last second: median ${median}, 99th percentile ${p99}.`,
    secondsAgo: (seconds: number) => (seconds === 0 ? 'now' : `${seconds} s`),
  },

  stages: {
    title: 'Stages',
    caption: 'Time of each stage of the frame path, in microseconds, over the whole session',
    unit: 'µs, whole session',
    stage: 'Stage',
    columns: { p50: 'p50', p95: 'p95', p99: 'p99', p999: 'p99.9', max: 'max' },
    names: {
      late: 'Late',
      core: 'Core',
      capture: 'Capture',
      preprocess: 'Preprocess',
      publish: 'Publish',
      infer: 'Infer',
      decide: 'Decide',
      path: 'Whole path',
      age: 'Picture’s age',
    } satisfies Record<Stage, string>,
    what: {
      late: 'How long after its deadline a frame began',
      core: 'The emulator computes one frame',
      capture: 'The window’s picture is fetched',
      preprocess: 'Picture to luminance, resized and hashed by tile',
      publish: 'The observation is handed to the player',
      infer: 'The networks look at what changed',
      decide: 'The player turns an observation into buttons',
      path: 'From the first instruction of a frame to its observation',
      age: 'No compute time: how old the picture was when it could be read. A window’s may be one refresh older',
    } satisfies Record<Stage, string>,
  },

  end: {
    titles: {
      'goal-reached': 'Goal reached',
      'gave-up': 'The AI gave up',
      'frame-limit': 'Frame limit reached',
      'stop-condition': 'Stopped as you said',
      stopped: 'Stopped',
      failed: 'The session failed',
    } satisfies Record<EndReason, string>,
    summary: (frames: number, decisions: number | null) =>
      decisions === null
        ? count(frames, 'frame', 'frames')
        : `${count(frames, 'frame', 'frames')} · ${count(decisions, 'decision', 'decisions')}`,
    resume: 'Resume from here',
    resumeAutosave: 'Resume from the autosave',
    again: 'Play again',
    other: 'Something else',
  },

  benchmarks: benchmarkTexts,
  feedback: feedbackTexts,
  hardware: hardwareTexts,
  history: historyTexts,
  settings: settingsTexts,
  library: libraryTexts,
  stop: stopTexts,

  keys: {
    title: 'Keys',
    always: 'Always',
    player: 'While it is your turn',
    gamepad: 'Gamepad',
    gamepadHint:
      'Works at once: plug it in and press a button. Keys and buttons can be changed in the settings.',
    pause: 'Pause or resume',
    step: 'One frame on, then pause',
    turn: 'Take over, or hand back',
    advise: 'Play with the AI’s advice, or without',
    good: 'Rate the newest decision as good',
    bad: 'Rate the newest decision as bad',
    overlay: 'Show or hide what the AI sees',
    save: 'Save this moment',
    load: 'Back to the newest save',
    back: 'Back 5 seconds',
    undo: 'Undo going back',
    faster: 'Faster',
    slower: 'Slower',
    help: 'This list',
    space: 'Space',
    or: 'or',
    buttons: {
      a: 'A',
      b: 'B',
      start: 'Start',
      select: 'Select',
      up: 'Up',
      down: 'Down',
      left: 'Left',
      right: 'Right',
      l: 'L',
      r: 'R',
    },
  },
} as const;
