import { Table, Text, Tooltip } from '@mantine/core';
import type { ComparedFigure } from '../../../protocol/benchmarks.ts';
import { texts } from '../texts.ts';
import classes from './RunView.module.css';
import { share } from './words.ts';

const words = texts.benchmarks.compare;
const kinds: Record<string, string> = texts.benchmarks.kinds;
const { none } = texts.benchmarks.table;

const value = (figure: ComparedFigure, amount: number): string =>
  figure.unit === 'share' ? share(amount) : amount.toLocaleString('en', { maximumSignificantDigits: 5 });
const signed = (change: number): string =>
  `${change < 0 ? '−' : change > 0 ? '+' : ''}${(100 * Math.abs(change)).toFixed(1)}%`;
const probability = (p: number): string => (p < 0.001 ? '<0.001' : p.toFixed(3));

/** Most telling first. */
const order: ComparedFigure['call'][] = ['worse', 'better', 'small', 'unclear', 'same', 'not-compared'];
const rank = ({ call, identical }: ComparedFigure): number =>
  identical ? order.length : order.indexOf(call);

/** The name of a figure as the page calls tasks and kinds; one that it does not know keeps its own. */
const nameOf = ({ figure }: ComparedFigure, titles: ReadonlyMap<string, string>): string => {
  const task = titles.get(/^frames to the goal of (.+)$/.exec(figure)?.[1] ?? '');
  if (task !== undefined) return words.framesOf(task);
  const kind = kinds[/^goals reached in (.+)$/.exec(figure)?.[1] ?? ''];
  return kind === undefined ? figure : words.goalsIn(kind);
};

const Hinted = ({ title, hint }: { title: string; hint: string }) => (
  <Tooltip label={hint} multiline maw={260}>
    <span className={classes.hinted}>{title}</span>
  </Tooltip>
);

const Row = ({ figure, name }: { figure: ComparedFigure; name: string }) => (
  <Table.Tr data-call={figure.call} data-testid="compared-figure">
    <Table.Th scope="row" fw={500} pl={0}>
      {name}
    </Table.Th>
    <Table.Td ta="right">{value(figure, figure.before)}</Table.Td>
    <Table.Td ta="right">{value(figure, figure.after)}</Table.Td>
    <Table.Td ta="right">
      {figure.change === null ? none : signed(figure.change)}
      {figure.interval && !figure.identical && (
        <Text size="xs" c="dimmed">
          {signed(figure.interval[0])} {words.to} {signed(figure.interval[1])}
        </Text>
      )}
    </Table.Td>
    <Table.Td ta="right">{figure.effect === null ? none : figure.effect.toFixed(2)}</Table.Td>
    <Table.Td ta="right">{figure.p === null ? none : probability(figure.p)}</Table.Td>
    <Table.Td fw={figure.call === 'worse' || figure.call === 'better' ? 650 : 400}>
      {figure.identical ? words.identical : words.calls[figure.call]}
    </Table.Td>
  </Table.Tr>
);

/** Every figure of a comparison, what changed most first. */
export const ComparedFigures = ({
  figures,
  titles,
}: {
  figures: ComparedFigure[];
  titles: ReadonlyMap<string, string>;
}) => {
  const changed = figures.filter(
    ({ call, identical }) => !identical && (call === 'worse' || call === 'better'),
  );
  return (
    <>
      {changed.length > 0 && (
        <ul style={{ margin: 0, paddingLeft: '1.2em' }} data-testid="compare-words">
          {changed.map(({ figure, words: said }) => (
            <li key={figure}>
              <Text size="sm">{said}</Text>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls in narrow windows, also by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={words.caption}>
        <Table fz="sm" horizontalSpacing={8} verticalSpacing={6} tabularNums miw={680}>
          <Table.Thead>
            <Table.Tr c="dimmed" fz="xs">
              <Table.Th fw={500} pl={0}>
                {words.figure}
              </Table.Th>
              <Table.Th fw={500} ta="right">
                {words.before}
              </Table.Th>
              <Table.Th fw={500} ta="right">
                {words.after}
              </Table.Th>
              <Table.Th fw={500} ta="right">
                <Hinted title={words.change} hint={words.hints.change} />
              </Table.Th>
              <Table.Th fw={500} ta="right">
                <Hinted title={words.effect} hint={words.hints.effect} />
              </Table.Th>
              <Table.Th fw={500} ta="right">
                <Hinted title={words.p} hint={words.hints.p} />
              </Table.Th>
              <Table.Th fw={500}>{words.verdict}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures
              .toSorted((a, b) => rank(a) - rank(b))
              .map((figure) => (
                <Row key={figure.figure} figure={figure} name={nameOf(figure, titles)} />
              ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  );
};
