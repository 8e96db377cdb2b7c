import { expect, test, vi } from 'vitest';
import type { Session } from '../../protocol/sessions.ts';

vi.mock('electron', () => ({}));
const { trayTemplate } = await import('./tray.ts');

const actions = { show: vi.fn(), pauseOrGoOn: vi.fn(), takeOverOrHandBack: vi.fn(), quit: vi.fn() };
const labels = (session: Partial<Session> | null) =>
  trayTemplate(session as Session | null, actions).map(({ label, enabled }) =>
    enabled === false ? `(${label})` : label,
  );

test('the menu says what is playing and offers what can be done about it', () => {
  expect(labels(null)).toEqual([
    '(Nothing is playing)',
    undefined,
    'Show Eevee',
    '(Pause)',
    '(Take over)',
    undefined,
    'Quit',
  ]);
  expect(labels({ title: 'Vale', state: 'running', turn: 'ai' })).toEqual(
    expect.arrayContaining(['(The AI plays Vale)', 'Pause', 'Take over']),
  );
  expect(labels({ title: 'Vale', state: 'paused', turn: 'player' })).toEqual(
    expect.arrayContaining(['(Vale is paused)', 'Go on', 'Hand back to the AI']),
  );
});
