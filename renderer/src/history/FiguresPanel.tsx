import { Tooltip } from '@mantine/core';
import type { HistoryFigures } from '../../../protocol/history.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { sessionFigures } from './figures.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history;

/** Every figure of a session; what each means is one pointer or one Tab away. */
export const FiguresPanel = ({ figures }: { figures: HistoryFigures }) => (
  <Panel title={words.figures}>
    <dl className={classes.figures} data-testid="figures">
      {sessionFigures.map(({ name, of, write }) => {
        const value = of(figures);
        return (
          <div key={name} data-figure={name}>
            <Tooltip
              label={words.definition[name]}
              multiline
              maw={320}
              events={{ hover: true, focus: true, touch: true }}
            >
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the definition has to be reachable by keyboard */}
              <dt tabIndex={0}>{words.names[name]}</dt>
            </Tooltip>
            <dd data-missing={value === null}>{value === null ? words.notMeasured : write(value)}</dd>
          </div>
        );
      })}
    </dl>
  </Panel>
);
