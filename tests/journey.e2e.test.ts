import { afterAll, beforeAll, describe, test } from 'vitest';
import { buildUi } from '../scripts/build-ui.js';
import type { App } from './journey/app.ts';
import { ratePlay, reportBug } from './journey/feedback.ts';
import { openInBrowser } from './journey/in-browser.ts';
import { openInWindow } from './journey/in-window.ts';
import { firstStart, rateDecision, rewind, takeOver } from './journey/play.ts';
import { engineKilled, exportHistory, pageReloaded, sessionKilled } from './journey/recovery.ts';
import { benchmark, changeSetting, chooseTier } from './journey/rooms.ts';

beforeAll(() => buildUi({ log: () => {} }));

/** One user's way through all rooms, with one data folder from the first start to the last crash. */
describe.each([
  ['in the window', openInWindow],
  ['in a browser', openInBrowser],
])('%s', (_where, open) => {
  let app: App;

  beforeAll(async () => {
    app = await open();
    app.page.setDefaultTimeout(60_000);
  });

  afterAll(() => app?.close());

  test('one button, and the AI plays', () => firstStart(app));
  test('the buttons are taken over and handed back', () => takeOver(app));
  test('the timeline leads back, and undo forward again', () => rewind(app));
  test('a bad decision becomes a case', () => rateDecision(app));
  test('a bug is reported with what was previewed', () => reportBug(app));
  test('the play is rated', () => ratePlay(app));
  test('a benchmark is played twice and compared', () => benchmark(app));
  test('a tier is chosen and given back', () => chooseTier(app));
  test('a setting is changed and reset', () => changeSetting(app));
  test('a game whose process is killed goes on from its autosave', () => sessionKilled(app));
  test('its history is saved as a table', () => exportHistory(app));
  test('a page that is loaded anew finds its game', () => pageReloaded(app));
  test('an engine that is killed comes back and offers to go on', ({ skip }) =>
    app.watched ? engineKilled(app) : skip('nobody starts an engine again beside a browser'));
});
