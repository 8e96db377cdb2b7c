import type { Advice, Decision, Observation } from '../../../protocol/observation.ts';
import type { Turn } from '../../../protocol/words.ts';
import { problemFrom } from '../../problem.ts';
import type { Report } from '../messages.ts';
import type { SetBack } from '../replay-file.ts';
import type { AdviceNews } from './advice-book.ts';
import { LookLog } from './look-log.ts';
import { ObservationFeed } from './observation-feed.ts';
import type { CoreParts } from './open.ts';
import type { StageTimes } from './stage-times.ts';

/** What the page gets unless it is told otherwise. */
const overlayPerSecond = 15;
const paceGapMs = 250;
/** For decisions and for advice. */
const decisionGapMs = 50;

/** What the engine hears of a session while it is played: figures, decisions, observations; and the replay. */
export class Chronicle {
  /** Whose inputs are recorded; null: there is no replay of what a window's program does. */
  readonly #core: CoreParts | null;
  readonly #times: StageTimes;
  readonly #report: (report: Report) => void;
  readonly #paced: boolean;
  readonly #began = performance.now();
  /** Number of the second that was closed last: two that are cut short by a pause are two. */
  #closed = -1;
  /** When the second under way began; null while the session stands still. */
  #secondBegan: number | null = null;
  readonly #observations = new ObservationFeed(overlayPerSecond);
  #lastPace = 0;
  #lastDecisions = 0;
  readonly #looks = new LookLog();
  #decisions: { decision: Decision; seen: Observation }[] = [];
  /** The newest news of the advice that was not sent yet, with all that was answered. */
  #advice: { news: AdviceNews; answered: Advice[] } | null = null;
  #recorderFailed = false;

  /** `paced`: the clock has deadlines, so that each frame's time means something. */
  constructor(core: CoreParts | null, times: StageTimes, paced: boolean, report: (report: Report) => void) {
    this.#core = core;
    this.#paced = paced;
    this.#times = times;
    this.#report = report;
  }

  /** Sends that many observations a second to the page from now on, at most. */
  setOverlayRate(overlayPerSecond: number): void {
    this.#observations.setRate(overlayPerSecond);
  }

  /** Play goes on: a second begins. */
  begin(): void {
    this.#secondBegan = performance.now();
    this.#times.begin();
  }

  /** Called between ticks; true when a second was closed. */
  keepUp(): boolean {
    const now = performance.now();
    if (now - this.#lastDecisions >= decisionGapMs) this.sendDecisions();
    if (now - this.#lastPace >= paceGapMs) {
      this.#lastPace = now;
      this.#report({ type: 'pace', pace: this.#times.pace() });
    }
    if (this.openMs() < 1000) return false;
    this.#closeSecond();
    this.#secondBegan = now;
    this.record();
    return true;
  }

  /** Play stands still, or is over: everything that is only in memory goes out. */
  rest(): void {
    this.#times.rest();
    if (this.openMs() > 0) this.#closeSecond();
    this.#secondBegan = null;
    this.sendDecisions();
    this.record();
  }

  /** The player looked at a frame; see {@link LookLog} for the buttons. */
  looked(frame: number, turn: Turn, buttons: number): void {
    this.#looks.add(frame, turn, buttons);
  }

  decided(decision: Decision, seen: Observation): void {
    this.#decisions.push({ decision, seen });
    this.#times.decided(decision.skill);
  }

  advised(news: AdviceNews): void {
    const answered = this.#advice?.answered ?? [];
    this.#advice = { news, answered: news.answered ? [...answered, news.answered] : answered };
  }

  observed(observation: Observation): void {
    for (const told of this.#observations.thin(observation, performance.now()))
      this.#report({ type: 'observation', observation: told });
  }

  sendDecisions(): void {
    this.#lastDecisions = performance.now();
    if (this.#decisions.length > 0) {
      this.#report({
        type: 'decisions',
        decisions: this.#decisions.map(({ decision }) => decision),
        seen: this.#decisions.map(({ seen }) => seen),
      });
    }
    this.#decisions = [];
    if (!this.#advice) return;
    const { news, answered } = this.#advice;
    this.#advice = null;
    this.#report({ type: 'advice', advice: news.advice, agreement: news.agreement, answered });
  }

  /** Appends the inputs so far to the replay. A full disk is told once; the inputs wait in memory. */
  record(): void {
    if (!this.#core) return;
    const { host, recorder, timeline } = this.#core;
    const runs = host.takeInputs();
    timeline?.played(runs);
    const looks = this.#looks.take();
    this.#write(() => {
      recorder.add(runs);
      recorder.addLooks(looks);
    });
  }

  /** Notes in the replay that play goes on from a state. */
  loaded(state: string, frame: number): void {
    this.#write(() => this.#core?.recorder.loaded(state, frame));
  }

  /** Notes in the replay how far the player is with the state loaded last. */
  setBack(progress: SetBack): void {
    this.#write(() => this.#core?.recorder.setBack(progress));
  }

  #write(line: () => void): void {
    try {
      line();
      this.#recorderFailed = false;
    } catch (error) {
      if (this.#recorderFailed) return;
      this.#recorderFailed = true;
      const message = `The inputs of this session cannot be written: ${problemFrom(error).message}.`;
      const remedy = 'Free some space: they are kept in memory until then.';
      this.#report({ type: 'notice', level: 'error', message, remedy });
    }
  }

  /** Milliseconds of the second under way. */
  openMs(): number {
    return this.#secondBegan === null ? 0 : performance.now() - this.#secondBegan;
  }

  #closeSecond(): void {
    const number = Math.max(this.#closed + 1, Math.floor((performance.now() - this.#began) / 1000));
    this.#closed = number;
    const elapsedMs = this.openMs();
    const second = this.#times.second(number, elapsedMs);
    const played = this.#times.played(second, elapsedMs, this.#paced);
    this.#report({ type: 'second', second, played, figures: this.#times.figures(0) });
  }
}
