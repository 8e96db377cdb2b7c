import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { randomFrom } from '../../player/random-numbers.ts';
import { sha256Of } from '../files.ts';
import { hubFaults, startTestHub } from './hub.ts';

export interface StormPlan {
  /** The outbox's folder, empty before. */
  folder: string;
  seed: number;
  /** How often the process is killed, and how many reports each of its lives may write. */
  kills: number;
  reportsALife: number;
  /** Share of requests that the hub spoils, 0–1. */
  faults: number;
}

export interface StormResult {
  /** Reports that the outbox said it keeps. */
  agreed: number;
  /** Reports that the hub has, one a key. */
  stored: number;
  /** Reports that were agreed to and that the hub has not. */
  lost: string[];
  /** Reports that the hub has under two keys. */
  twice: string[];
  /** Attachments whose bytes are not those that their item names. */
  broken: string[];
  /** Requests that came in, of which so many were spoiled. */
  requests: number;
  spoiled: number;
  /** Files that no kill should have left half-written under a final name. */
  unfinished: number;
}

const entry = join(import.meta.dirname, 'outbox-main.ts');

/** One life of the process; kills it `killAfterMs` after its first report, or lets it finish (null). */
const live = async (
  folder: string,
  hub: string,
  reports: number,
  killAfterMs: number | null,
): Promise<{ ids: string[]; finished: boolean }> => {
  const child = spawn(process.execPath, [entry, folder, hub, String(reports)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  let finished = false;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (line === 'done') finished = true;
    else ids.push(line);
    if (killAfterMs !== null && ids.length === 1) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  return { ids, finished };
};

/**
 * Writes reports in a process that is killed again and again, while the hub drops, delays, repeats, lies and
 * refuses to work; lets it finish in the same weather, and counts what arrived.
 */
export const storm = async ({
  folder,
  seed,
  kills,
  reportsALife,
  faults,
}: StormPlan): Promise<StormResult> => {
  const random = randomFrom(seed);
  const hub = await startTestHub();
  hub.behave(() => (random() < faults ? (hubFaults[Math.floor(random() * hubFaults.length)] ?? null) : null));
  try {
    const agreed: string[] = [];
    for (let life = 0; life < kills; life += 1)
      agreed.push(...(await live(folder, hub.url, reportsALife, Math.floor(random() * 1500))).ids);
    const { finished } = await live(folder, hub.url, 0, null);
    if (!finished) throw new Error('The outbox did not come to rest.');
    const items = [...hub.stored.values()].map(({ item, attachments }) => ({
      ...(JSON.parse(item) as { key: string; form: { happened: string }; attachments: { sha256: string }[] }),
      files: attachments.map(({ bytes }) => sha256Of(bytes)),
    }));
    const said = items.map(({ form }) => form.happened);
    return {
      agreed: agreed.length,
      stored: items.length,
      lost: agreed.filter((id) => !hub.stored.has(id)),
      twice: said.filter((words, index) => said.indexOf(words) !== index),
      broken: items
        .filter(({ files, attachments }) => files.join() !== attachments.map(({ sha256 }) => sha256).join())
        .map(({ key }) => key),
      requests: hub.requests.length,
      spoiled: hub.requests.filter(({ fault }) => fault !== null).length,
      unfinished: readdirSync(join(folder, 'outbox'), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.unfinished'),
      ).length,
    };
  } finally {
    await hub.close();
  }
};
