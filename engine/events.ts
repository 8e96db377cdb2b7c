import { EventEmitter } from 'node:events';
import type { BenchmarkRun } from '../protocol/benchmarks.ts';
import type { Advice, Agreement, Decision, Observation } from '../protocol/observation.ts';
import type { Metrics, Notice, Session } from '../protocol/sessions.ts';

/** What happens in the engine, as its rooms tell each other; the stream passes it on. */
export interface EngineEvents {
  session: [session: Session];
  observation: [sessionId: string, observation: Observation];
  decision: [sessionId: string, decision: Decision];
  advice: [sessionId: string, advice: Advice | null, agreement: Agreement];
  metrics: [metrics: Metrics];
  notice: [notice: Notice];
  noticesGone: [ids: number[]];
  /** A benchmark run began, went on or ended; `null`: it is gone. */
  benchmark: [id: string, run: BenchmarkRun | null];
}

export class EngineHub extends EventEmitter<EngineEvents> {
  constructor() {
    super();
    // One listener a connection of the stream: the warning at eleven would be a false alarm.
    this.setMaxListeners(0);
  }
}
