import { eeveeCommand } from '../../engine/cli-command.ts';
import type { Episode, RunResult, SummaryRow } from '../../protocol/benchmark-run.ts';
import { thresholds } from '../gate/gate.ts';
import { memorySeries } from '../gate/memory-slope.ts';
import {
  type Cell,
  duration,
  escapeHtml,
  figure,
  lineKey,
  percent,
  section,
  seriesColours,
  table,
  whole,
} from './html.ts';
import { framesPlot, intervalPlot, linePlot } from './plots.ts';
import { stageTable } from './stages.ts';
import { style } from './style.ts';

/** Missed episodes that are listed; all of them are in result.json. */
const mostFailures = 200;
const players = { ai: 'The AI', oracle: 'The oracle', random: 'Random buttons', mash: 'Mashing A' };

/** A run as one HTML file that needs nothing beside it: no network, no script. */
export const reportOf = (result: RunResult): string => {
  const { identity, episodes, scenarios } = result;
  const title = `${players[identity.player]} on ${identity.game}, seeds ${identity.seeds.first}–${identity.seeds.last}`;
  const parts = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="quiet">${escapeHtml(subtitle(result))}</p>`,
    verdict(result),
    completionSection(result),
    section(
      'Frames to the goal',
      key,
      figure(
        framesPlot(
          scenarios.map((row) => framesRow(row, episodes)),
          'Frames of each episode by scenario',
        ),
        'Each mark is an episode, the line the median of those that reached the goal. The axis is logarithmic.',
      ),
    ),
    failureSection(result),
    stageTable(episodes),
    memorySection(episodes),
    circumstances(result),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
${parts.filter(Boolean).join('\n')}
</body></html>
`;
};

const subtitle = ({
  episodes,
  planned,
  earlier,
  wallMs,
  jobs,
  identity,
  finishedAt,
  stopped,
}: RunResult): string =>
  [
    `${whole(episodes.length)} of ${whole(planned)} episodes, ${whole(episodes.length - earlier)} of them in ${duration(wallMs)} with ${jobs} at a time`,
    `${identity.clock} clock`,
    finishedAt.slice(0, 16).replace('T', ' '),
    ...(stopped === null ? [] : [`stopped early: ${stopped}`]),
  ].join(' · ');

const verdict = ({ gate, identity }: RunResult): string => {
  const words = { pass: '<span class="good">passes</span>', fail: '<span class="bad">fails</span>' };
  const rows = gate.figures.map(({ name, value, low, high, threshold, verdict: said, why }): Cell[] => [
    name,
    { html: said === 'not measured' ? 'not measured' : words[said] },
    value === null ? '–' : value.toFixed(3),
    low === null || high === null ? '–' : `${low.toFixed(3)} to ${high.toFixed(3)}`,
    threshold,
    { html: escapeHtml(why) },
  ]);
  const held = gate.judged ? '' : ` ${players[identity.player]} set the scale and are not held to it.`;
  const said = gate.passed ? 'passed' : 'failed';
  return `<div class="verdict ${said}"><strong>Quality gate ${said}.</strong>${escapeHtml(held)}</div>
${table(['figure', '', 'value', '95% interval', 'threshold', 'why'], rows, { numbersFrom: 6 })}`;
};

const rowCells = (row: SummaryRow): string[] => {
  const { share, low, high } = row.completion;
  const moved = row.coherence ? row.coherence.nearer + row.coherence.farther + row.coherence.wasted : 0;
  return [
    row.name,
    `${row.successes} of ${row.episodes}`,
    share === null ? '–' : percent(share),
    `${percent(low)} to ${percent(high)}`,
    row.frames ? whole(row.frames.median) : '–',
    row.frames ? `${whole(row.frames.p25)} to ${whole(row.frames.p75)}` : '–',
    whole(row.decisions),
    row.coherence && moved > 0 ? percent(row.coherence.nearer / moved) : '–',
    row.score === null ? '–' : row.score.toFixed(2),
    String(row.errors),
  ];
};

const columns = [
  '',
  'reached',
  'share',
  '95% interval',
  'median frames',
  'middle half',
  'decisions',
  'coherence',
  'score',
  'errors',
];

const completionSection = ({ kinds, scenarios, total }: RunResult): string => {
  const rows = scenarios.map(({ name, completion: { share, low, high }, successes, episodes }) => ({
    name,
    share: share ?? 0,
    low,
    high,
    title: `${name}: ${successes} of ${episodes}`,
  }));
  const plot = intervalPlot(rows, thresholds.completion, 'Share of goals reached by scenario');
  const words = `Share of goals reached with Wilson's 95% interval; the dashed line is the gate's ${percent(thresholds.completion)}. Score: 0 is the time of random buttons, 1 the oracle's; a missed goal counts as all of its time.`;
  return [
    section('By kind', table(columns, [...kinds, total].map(rowCells), { sumLast: true })),
    section('By scenario', figure(plot, words), table(columns, scenarios.map(rowCells))),
  ].join('\n');
};

const key = `<ul class="key"><li><svg viewBox="0 0 14 14"><circle class="reached" cx="7" cy="7" r="4"/></svg>goal reached</li>
<li><svg viewBox="0 0 14 14"><circle class="missed" cx="7" cy="7" r="4"/></svg>missed: where it ended</li></ul>`;

const framesRow = ({ name, frames }: SummaryRow, episodes: readonly Episode[]) => ({
  name,
  median: frames?.median ?? null,
  points: episodes
    .filter((episode) => episode.scenario === name && episode.result !== 'error')
    .map((episode) => ({
      frames: episode.frames,
      reached: episode.result === 'success',
      title: `${name}, seed ${episode.seed}: ${episode.reason} at frame ${episode.frames}`,
    })),
});

const failureSection = ({ episodes }: RunResult): string => {
  const missed = episodes.filter(({ result }) => result !== 'success');
  if (missed.length === 0) return section('What went wrong', '<p>Every goal was reached.</p>');
  const rows = missed
    .slice(0, mostFailures)
    .map(({ scenario, seed, reason, frames, replay, problem, lastWords }): Cell[] => [
      scenario,
      String(seed),
      lastWords === undefined ? reason : `${reason}: ${lastWords}`,
      whole(frames),
      {
        html: replay
          ? `<code>${escapeHtml(eeveeCommand(`replay ${replay} --pictures pictures`))}</code>`
          : escapeHtml(problem?.message ?? ''),
      },
    ]);
  const reasons = Map.groupBy(missed, ({ reason }) => reason);
  const counts = [...reasons].map(([reason, of]) => `${reason}: ${of.length}`).join(', ');
  const more = missed.length > rows.length ? ` The first ${rows.length} of ${missed.length} are listed.` : '';
  return section(
    'What went wrong',
    `<p>${escapeHtml(`${counts}.${more} Replays are named relative to this file's folder.`)}</p>`,
    table(['scenario', 'seed', 'why', 'frames', 'see it again'], rows, { numbersFrom: 9 }),
  );
};

const megabyte = 2 ** 20;

const memorySection = (episodes: readonly Episode[]): string => {
  const series = memorySeries(episodes).filter((each) => each.length > 1);
  if (series.length === 0) return '';
  const lines = series.map((points, index) => ({
    name: `process ${index + 1}`,
    points: points.map(([seconds, bytes]) => [seconds, bytes / megabyte] as const),
  }));
  const plot = linePlot(lines, { x: 'seconds', y: 'MB resident', label: 'Resident memory over time' });
  return section(
    'Memory',
    series.length <= seriesColours ? lineKey(lines.map(({ name }) => name)) : '',
    figure(
      plot,
      'Resident memory of each process that played. Whether it is constant is judged after its first 20 seconds.',
    ),
  );
};

const circumstances = ({ identity, machine, versions }: RunResult): string => {
  const facts: [string, string][] = [
    [
      'machine',
      `${machine.processor}, ${machine.cores} cores, ${(machine.memoryBytes / 2 ** 30).toFixed(0)} GB`,
    ],
    ['system', machine.platform],
    [
      'versions',
      `eevee ${versions.eevee}${versions.commit ? ` (${versions.commit.slice(0, 12)})` : ''}, Node ${versions.node}`,
    ],
    ['core', `${identity.core.name} ${identity.core.version}`],
    ['ROM', identity.romSha256],
    ['network', identity.modelSha256 ?? 'none: nobody looked'],
  ];
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  return section('Played on', `<dl>${list}</dl>`);
};
