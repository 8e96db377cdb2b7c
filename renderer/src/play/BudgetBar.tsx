import { Tooltip } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react';
import type { Metrics } from '../../../protocol/sessions.ts';
import type { StageStats } from '../../../protocol/stage-stats.ts';
import { frameBudgetUs, type Stage } from '../../../protocol/words.ts';
import { milliseconds, percent } from '../shared/format.ts';
import { texts } from '../texts.ts';
import classes from './BudgetBar.module.css';

/** The stages that a frame's way is made of, in its order. */
const parts: readonly Stage[] = ['core', 'capture', 'preprocess', 'publish', 'infer', 'decide'];
/** Share of the budget from which on it is getting close. */
const close = 0.6;

type Percentile = 'p50' | 'p99';

const Segment = ({ row, which, scale }: { row: StageStats; which: Percentile; scale: number }) => (
  <Tooltip
    label={`${texts.stages.names[row.stage]}: ${milliseconds(row[which])}. ${texts.stages.what[row.stage]}.`}
    multiline
    maw={280}
  >
    <span
      className={classes.segment}
      data-stage={row.stage}
      style={{ width: `${Math.min(100, (row[which] / scale) * 100)}%` }}
    />
  </Tooltip>
);

interface BarProps {
  title: string;
  which: Percentile;
  rows: StageStats[];
  /** Of the whole way, microseconds: the stages' own percentiles need not add up to it. */
  whole: number;
}

const Bar = ({ title, which, rows, whole }: BarProps) => {
  // Frames of a machine that is too weak do not end at the edge: the limit moves in instead.
  const scale =
    Math.max(
      frameBudgetUs,
      whole,
      rows.reduce((sum, row) => sum + row[which], 0),
    ) * 1.04;
  return (
    <div className={classes.line}>
      <span className={classes.title}>{title}</span>
      <span
        className={classes.bar}
        role="img"
        aria-label={texts.frameBudget.label(title, milliseconds(whole), frameBudgetUs / 1000)}
      >
        {rows.map((row) => (
          <Segment key={row.stage} row={row} which={which} scale={scale} />
        ))}
        <i className={classes.limit} style={{ left: `${(frameBudgetUs / scale) * 100}%` }} aria-hidden />
      </span>
      <span className={classes.value}>{milliseconds(whole)}</span>
    </div>
  );
};

const verdict = (share: number, slow: number) => {
  if (share > 1) return texts.frameBudget.over(milliseconds(slow - frameBudgetUs));
  const words = share < 0.01 ? '1%' : percent(share);
  return share > close ? texts.frameBudget.tight(words) : texts.frameBudget.fine(words);
};

/** Where the time of a frame goes, typical and slow, against the budget; and what was missed. */
export const BudgetBar = ({ metrics }: { metrics: Metrics }) => {
  const of = (stage: Stage) => metrics.stages.find((row) => row.stage === stage && row.count > 0);
  const path = of('path');
  if (!path) return null;
  const rows = parts.flatMap((stage) => of(stage) ?? []);
  const age = of('age');
  const share = path.p99 / frameBudgetUs;
  const state = share > 1 ? 'over' : share > close ? 'tight' : 'fine';
  const Icon = state === 'over' ? IconAlertTriangleFilled : IconCheck;
  return (
    <div className={classes.budget} data-state={state} data-testid="budget">
      <Bar title={texts.frameBudget.typical} which="p50" rows={rows} whole={path.p50} />
      <Bar title={texts.frameBudget.slow} which="p99" rows={rows} whole={path.p99} />
      <ul className={classes.legend}>
        {rows.map(({ stage }) => (
          <li key={stage} data-stage={stage}>
            {texts.stages.names[stage]}
          </li>
        ))}
      </ul>
      <p className={classes.verdict} data-testid="budget-words">
        <Icon size={14} aria-hidden />
        {verdict(share, path.p99)}
      </p>
      <p className={classes.missed}>
        <span data-some={metrics.lateFrames > 0 || undefined}>
          {texts.frameBudget.late(metrics.lateFrames)}
        </span>{' '}
        ·{' '}
        <span data-some={metrics.lostFrames > 0 || undefined}>
          {texts.frameBudget.lost(metrics.lostFrames)}
        </span>
        {age && ` · ${texts.frameBudget.age(milliseconds(age.p50))}`}
      </p>
    </div>
  );
};
