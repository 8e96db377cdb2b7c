import { join } from 'node:path';
import { openDataFolder } from '../../data-folder.ts';
import { Store } from '../../store/store.ts';
import type { Sources } from '../attach/collect.ts';
import { Outbox } from '../outbox.ts';

/**
 * A process with nothing but an outbox, to be killed: writes reports with an attachment, agrees to them, and prints
 * the id of each once the outbox has said that it is kept. `outbox-main.ts FOLDER HUB REPORTS`; goes on sending
 * until nothing waits, and then prints `done`.
 */
const [folder = '', hub = '', reports = '0'] = process.argv.slice(2);
const data = openDataFolder(folder);
const store = await Store.open(data.database, () => {});
const outbox = new Outbox({
  table: store.feedback,
  folder: data.outbox,
  // Only what needs no session and no survey is collected here.
  sources: {
    store,
    platform: { measured: { found: null } },
    settings: () => ({ dataDir: data.root, filler: 'x'.repeat(20_000) }),
    log: join(data.root, 'none.log'),
    sessions: data.sessions,
  } as unknown as Sources,
  secrets: { names: [], hosts: [], folders: [data.root], app: '', tokens: [], environment: {} },
  hubUrl: () => hub,
  log: () => {},
  sending: { delay: () => 20, timeoutMs: 250 },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
for (let number = 0; number < Number(reports); number += 1) {
  const form = { happened: `Report ${number} of ${process.pid}`, shape: 'slow', since: 'always' };
  const { id } = outbox.create({ kind: 'performance', sessionId: null, form });
  await outbox.collected();
  await outbox.change(id, 'settings', { included: true });
  outbox.send(id, outbox.preview(id).digest);
  say(id);
}
while (outbox.list().some(({ state }) => state === 'waiting' || state === 'sending'))
  await new Promise((resolve) => setTimeout(resolve, 20));
await outbox.close();
store.close();
say('done');
