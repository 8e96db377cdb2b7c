import type { SessionEvent } from '../../protocol/session-keepsakes.ts';
import type { Standing } from '../session/messages.ts';
import type { EventRow } from '../store/keepsake-rows.ts';

type Told = Pick<SessionEvent, 'kind' | 'frame' | 'message'>;

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
    if (type === 'end') {
      const { message } = data as { message: string };
      return tell([{ kind: 'ended', frame: null, message }]);
    }
    return [];
  });
};
