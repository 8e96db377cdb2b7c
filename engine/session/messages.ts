import type { CoreInfo, Picture, SeenHost, SetupWrite } from '../../native/types.ts';
import type { Problem } from '../../protocol/errors.ts';
import type { Guide } from '../../protocol/guide.ts';
import type { Tuning } from '../../protocol/hardware.ts';
import type { Advice, Agreement, Decision, Observation } from '../../protocol/observation.ts';
import type { Metrics, Second, SessionEnd, WindowChoice } from '../../protocol/sessions.ts';
import type { StopCondition, Stopped } from '../../protocol/stop.ts';
import type { Clock, PlayerKind, SessionState, Turn } from '../../protocol/words.ts';
import type { PlayedSecond } from '../history/played.ts';
import type { EyesRuntime } from '../perception/sight.ts';

/** The game is run by a libretro core, in the session's own process. */
export interface CoreSource {
  kind: 'core';
  rom: string;
  romSha256: string;
  core: CoreInfo;
  systemDir: string;
  setup: SetupWrite[];
  /** A state to begin from instead of power-on. */
  startState: string | null;
}

/** The game runs in another program, whose window is watched. */
export interface WindowSource {
  kind: 'window';
  window: WindowChoice;
  /** Size of the game's own picture in pixels. */
  screen: { width: number; height: number };
}

/** What runs the game, as messages name it: "The core mGBA". */
export const sourceName = (source: CoreSource | WindowSource): string => {
  if (source.kind === 'core') return `The core ${source.core.name}`;
  const { id, name } = source.window;
  return name === undefined ? `The window ${id}` : `The window "${name}"`;
};

/** Problems after which a core or window answers no verb any more. */
export const isEndOfSource = ({ code }: Problem): boolean =>
  code.startsWith('session.core-') || code === 'resource.window-gone';

/** Everything a session process needs; checked by the engine before the process exists. */
export interface StartPlan {
  id: string;
  /** The session's own folder: inputs, autosave, states. */
  folder: string;
  /** Id in the catalogue; null for a ROM of the player's own. */
  game: string | null;
  /** What the player may know of the game. */
  guide: Guide | null;
  source: CoreSource | WindowSource;
  modelDir: string;
  eyes: EyesRuntime;
  seed: number;
  clock: Clock;
  speed: number;
  goal: string | null;
  /** Scenario that the session is judged by afterwards; the player does not hear of it. */
  scenario?: string;
  player: PlayerKind;
  /** Whose turn it is first. */
  turn: Turn;
  frameLimit: number | null;
  endOnGoal: boolean;
  /** When to pause or end; absent: at nothing. */
  stopWhen?: StopCondition[];
  autosaveSeconds: number;
  /** Bytes that the past may take in memory, for going back; 0: there is no going back. */
  rewindBytes: number;
}

/** A picture on its way to the page: the frame ring's copy without the luminance. */
export type SentPicture = Omit<Picture, 'grey'>;

/** A small picture that waits in memory: its pixels are packed with zlib. */
export type PackedPicture = Pick<Picture, 'width' | 'height' | 'format'> & { packed: Uint8Array };

/** Where a jump leads: a frame of the story, or so many seconds of play back. */
export type JumpTarget = { frame: number } | { seconds: number };

/** What came of a jump. */
export interface Jumped {
  /** The newest frame before it. */
  from: number;
  shown: number;
  /** Seconds of play by which the story is shorter now; negative: longer. */
  seconds: number;
  replayed: number;
  tookMs: number;
}

/** Verbs that the engine may ask of a session process; each is answered by one `reply`. */
export type Verb =
  /** `record`: writes the inputs so far to the replay. */
  | { verb: 'pause' | 'resume' | 'stop' | 'metrics' | 'record' }
  | { verb: 'step'; frames: number }
  | { verb: 'speed'; speed: number }
  | { verb: 'turn'; turn: Turn }
  | { verb: 'tune'; tuning: Tuning }
  | { verb: 'stop-when'; conditions: StopCondition[] }
  | { verb: 'buttons'; mask: number }
  /** `name` and `title` go with the state: the one is its key in lists, the other is what people read. */
  | { verb: 'save'; path: string; name: string; title: string }
  /** `own`: this session saved the state itself. */
  | { verb: 'load'; path: string; own: boolean }
  | { verb: 'timeline' }
  | { verb: 'undo-rewind' | 'redo-rewind' }
  | { verb: 'thumbnail'; frame: number }
  | { verb: 'rewind'; to: JumpTarget };

/** Verbs that are answered by {@link Jumped}. */
export type JumpVerb = Extract<Verb, { verb: 'rewind' | 'undo-rewind' | 'redo-rewind' }>;

export type Command =
  | { type: 'start'; plan: StartPlan }
  | ({ type: 'ask'; id: number } & Verb)
  /** One picture newer than frame `after`, as soon as there is one. */
  | { type: 'picture'; after: number };

/** The figures of a session without its id, as the process measures them. */
export type Figures = Omit<Metrics, 'id' | 'seconds'>;

/** How a session keeps its pace: counts since it began, `lostFrames` since its clock did. */
export type Pace = Pick<Figures, 'frames' | 'lateFrames' | 'lostFrames' | 'slowLooks'> & { looks: number };

/** What of a session can change while it lives. */
export interface Standing {
  state: Extract<SessionState, 'running' | 'paused'>;
  turn: Turn;
  speed: number;
  frame: number;
  goalReached: boolean;
  /** The stop condition at which it stands still. */
  stopped: Stopped | null;
}

/** What came of loading a state. */
export interface Loaded {
  /** The newest frame before it. */
  from: number;
  /** The frame of this session that the state shows; null: it is another session's. */
  shown: number | null;
}

export interface Saved {
  path: string;
  frame: number;
  bytes: number;
}

/** What a session process tells the engine, unasked except for `reply` and `picture`. */
export type Report =
  | { type: 'ready'; info: SeenHost['info']; standing: Standing }
  /** Four times a second: the event loop and the frame counter are alive. */
  | { type: 'beat'; frame: number }
  | { type: 'standing'; standing: Standing }
  | { type: 'second'; second: Second; played: PlayedSecond; figures: Figures }
  /** Four times a second while the game runs. */
  | { type: 'pace'; pace: Pace }
  /** `seen`: what each of them rests on. */
  | { type: 'decisions'; decisions: Decision[]; seen: Observation[] }
  /** Play goes on from another moment, in which this decision was in force; null: nothing was decided yet. */
  | { type: 'arrived'; decision: Decision | null }
  /** The advice that stands now, and what became of earlier advice since the last report. */
  | { type: 'advice'; advice: Advice | null; agreement: Agreement; answered: Advice[] }
  | { type: 'observation'; observation: Observation }
  | { type: 'autosave'; saved: Saved }
  | { type: 'picture'; picture: SentPicture }
  /** `topic`: it can be seen in the session, too, and the session's next one of that topic takes its place. */
  | { type: 'notice'; level: 'info' | 'warning' | 'error'; message: string; remedy?: string; topic?: string }
  | { type: 'reply'; id: number; value?: unknown; problem?: Problem }
  /** The last report. `figures`: the final ones; null when the core is stuck and answers nothing. */
  | { type: 'ended'; end: SessionEnd; frame: number; figures: Figures | null };
