import { existsSync } from 'node:fs';
import type { Host, Picture } from '../../../native/types.ts';
import { problemFrom } from '../../problem.ts';
import { keepEarlier } from '../autosave-ring.ts';
import type { SessionFolder } from '../folder.ts';
import type { Report, StartPlan } from '../messages.ts';
import { describeSave, type SaveNote } from '../save-files.ts';

/** Frames that stand for a second where the clock has no pace. */
const framesASecond = 60;

/**
 * Keeps the state from which a session can be resumed whatever happens to it, and a few earlier ones. The file is
 * replaced atomically: until the new one is whole, the old one is there.
 */
export class Autosave {
  readonly #host: Host;
  readonly #plan: StartPlan;
  readonly #folder: SessionFolder;
  readonly #report: (report: Report) => void;
  /** What is to be known of a save. */
  #note: () => Pick<SaveNote, 'place' | 'position'> = () => ({ place: '', position: null });
  #savedAt = performance.now();
  #savedFrames = 0;
  /** Frames run when the file at hand was saved. */
  #savedFrame = -1;
  #failed = false;

  constructor(host: Host, plan: StartPlan, folder: SessionFolder, report: (report: Report) => void) {
    this.#host = host;
    this.#plan = plan;
    this.#folder = folder;
    this.#report = report;
  }

  /** Asks `note` from now on where in the story a save stands. */
  noteBy(note: () => Pick<SaveNote, 'place' | 'position'>): void {
    this.#note = note;
  }

  /** Saves when enough was played since: by the wall clock in real time, by frames in lockstep. */
  saveWhenDue(framesPlayed: number): void {
    const { clock, autosaveSeconds } = this.#plan;
    const seconds =
      clock === 'real-time'
        ? (performance.now() - this.#savedAt) / 1000
        : (framesPlayed - this.#savedFrames) / framesASecond;
    if (seconds < autosaveSeconds) return;
    this.#savedFrames = framesPlayed;
    this.save();
  }

  /** Saves now, unless that was done at this very frame. A full disk is told once and costs nothing but this save. */
  save(): void {
    if (this.#host.newestFrame() + 1 === this.#savedFrame && existsSync(this.#folder.autosave)) return;
    const position = this.#note();
    this.#write((path) => this.#host.saveState(path), position);
  }

  /** Saves a state that was kept, of a moment that play has left since; `note`: what was known then. */
  saveKept(id: number, note: Pick<SaveNote, 'place' | 'position'>, picture: Picture | null): void {
    this.#write((path) => this.#host.writeKept(id, path), note, picture);
  }

  /** What is known of the present, for {@link saveKept}. */
  get note(): Pick<SaveNote, 'place' | 'position'> {
    return this.#note();
  }

  #write(
    write: (path: string) => { frame: number; bytes: number },
    note: Pick<SaveNote, 'place' | 'position'>,
    picture = this.#host.picture(),
  ): void {
    this.#savedAt = performance.now();
    const path = this.#folder.autosave;
    try {
      keepEarlier(this.#folder);
      const saved = write(path);
      this.#failed = false;
      this.#savedFrame = saved.frame;
      describeSave(path, saved.frame, { title: '', session: this.#plan.id, ...note }, picture);
      this.#report({ type: 'autosave', saved: { path, ...saved } });
    } catch (error) {
      if (this.#failed) return;
      this.#failed = true;
      const { message, remedy } = problemFrom(error);
      this.#report({ type: 'notice', level: 'error', message: `The autosave failed: ${message}`, remedy });
    }
  }
}
