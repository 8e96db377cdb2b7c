import type { SessionEvent } from '../../protocol/session-keepsakes.ts';
import type { Jumped, JumpVerb, Loaded, Standing } from '../session/messages.ts';
import type { EventRow } from '../store/keepsake-rows.ts';

type Told = Omit<SessionEvent, 'id' | 'at'>;

/** A jump as it was kept; the oldest ones say only where they led. */
type JumpRow = Pick<Jumped, 'shown'> & Partial<Jumped & { verb: JumpVerb['verb'] }>;

const turnWords: Record<Standing['turn'], string> = {
  player: 'You took over the buttons.',
  ai: 'The AI got the buttons.',
  advisor: 'You play, and the AI advises.',
};

/** What changed from one standing to the next; the first one only says that it began to play. */
const changes = (before: Standing | null, now: Standing): Told[] => {
  const { frame } = now;
  if (!before) return [{ kind: 'started', frame, message: 'Began to play.' }];
  const told: Told[] = [];
  if (now.goalReached && !before.goalReached)
    told.push({ kind: 'goal', frame, message: 'Reached the goal.' });
  if (now.turn !== before.turn) told.push({ kind: 'turn', frame, message: turnWords[now.turn] });
  if (now.speed !== before.speed) told.push({ kind: 'speed', frame, message: `Speed ${now.speed}×.` });
  if (now.state !== before.state) {
    const paused = now.state === 'paused';
    told.push({ kind: paused ? 'paused' : 'resumed', frame, message: paused ? 'Paused.' : 'Went on.' });
  }
  return told;
};

const whole = (frame: number): string => frame.toLocaleString('en');

const span = (seconds: number): string => {
  const [minutes, rest] = [Math.floor(Math.round(seconds) / 60), Math.round(seconds) % 60];
  const words = (n: number, one: string) => (n === 0 ? [] : [`${n} ${one}${n === 1 ? '' : 's'}`]);
  const all = [...words(minutes, 'minute'), ...words(rest, 'second')].join(' ');
  return all || 'less than a second';
};

const tellJump = ({ verb, from, shown, seconds }: JumpRow): Told => {
  if (from === undefined)
    return { kind: 'went-back', frame: null, to: shown, message: `Went back to frame ${whole(shown)}.` };
  const way = `from frame ${whole(from)} to frame ${whole(shown)}`;
  const told = { frame: from, to: shown };
  if (verb === 'undo-rewind') return { kind: 'undone', ...told, message: `Took that back, ${way}.` };
  if (verb === 'redo-rewind') return { kind: 'redone', ...told, message: `Did it again, ${way}.` };
  return { kind: 'went-back', ...told, message: `Went back ${span(seconds ?? 0)}, ${way}.` };
};

const tellLoad = ({ title, from, shown }: Loaded & { title: string }): Told => {
  const what = title ? `“${title}”` : 'an autosave';
  const to = shown === null ? 'a moment of an earlier session' : `frame ${whole(shown)}`;
  return {
    kind: 'loaded',
    frame: from,
    to: shown,
    message: `Loaded ${what}: from frame ${whole(from)} to ${to}.`,
  };
};

/** The events of a session in words, oldest first. A standing that changed nothing is none. */
export const tellEvents = (rows: readonly EventRow[]): SessionEvent[] => {
  let before: Standing | null = null;
  return rows.flatMap(({ id, at, type, data }): SessionEvent[] => {
    const tell = (told: Told[]) => told.map((each) => ({ id, at, ...each }));
    if (type === 'standing') {
      const told = changes(before, data as Standing);
      before = data as Standing;
      return tell(told);
    }
    if (type === 'state') {
      const { name, frame } = data as { name: string; frame: number };
      return tell([{ kind: 'saved', frame, message: `Saved as ${name}.` }]);
    }
    if (type === 'jump') return tell([tellJump(data as JumpRow)]);
    if (type === 'load') return tell([tellLoad(data as Loaded & { title: string })]);
    if (type === 'end') {
      const { message } = data as { message: string };
      return tell([{ kind: 'ended', frame: null, message }]);
    }
    return [];
  });
};
