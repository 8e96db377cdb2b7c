import { Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { GateFigure, GateVerdict } from '../../../protocol/benchmark-run.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import classes from './GatePanel.module.css';
import { share } from './words.ts';

const words = texts.benchmarks.gate;
const signs = { pass: IconCheck, fail: IconX, 'not measured': IconMinus } as const;

const verdictOf = ({ judged, passed }: GateVerdict): string => {
  if (!judged) return words.notHeld;
  return passed ? words.passed : words.failed;
};

/** "≥ 0.95" as people say it. */
const inPercent = (threshold: string): string =>
  threshold.replace(/\d*\.\d+/, (number) => share(Number(number)));

const Figure = ({ figure }: { figure: GateFigure }) => {
  const Sign = signs[figure.verdict];
  return (
    <li className={classes.figure} data-verdict={figure.verdict} data-testid={`gate-${figure.name}`}>
      <Sign size={18} className={classes.sign} aria-hidden />
      <div>
        <div className={classes.name}>
          {words.figures[figure.name] ?? figure.name}
          <span>
            {figure.value === null ? words.verdicts[figure.verdict] : share(figure.value)},{' '}
            {figure.value === null ? '' : `${words.verdicts[figure.verdict]} · `}
            {words.wants(inPercent(figure.threshold))}
          </span>
        </div>
        <Text size="xs" c="dimmed">
          {words.figuresAbout[figure.name]} {figure.why}
        </Text>
      </div>
    </li>
  );
};

/** What the gate says of a run, figure by figure, and why. */
export const GatePanel = ({ gate }: { gate: GateVerdict }) => (
  <Panel
    title={words.title}
    aside={
      <span
        className={classes.verdict}
        data-passed={gate.judged ? gate.passed : 'none'}
        data-testid="gate-verdict"
      >
        {verdictOf(gate)}
      </span>
    }
  >
    <ul className={classes.figures}>
      {gate.figures.map((figure) => (
        <Figure key={figure.name} figure={figure} />
      ))}
    </ul>
  </Panel>
);
