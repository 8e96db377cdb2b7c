import { Button, Loader, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { HistoryPage } from '../../../protocol/history.ts';
import { type Filter, useHistoryPage } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { whole } from '../shared/format.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { Filters, isEmpty, noFilter } from './Filters.tsx';
import classes from './HistoryRoom.module.css';
import { goTo } from './places.ts';
import { SessionsTable } from './SessionsTable.tsx';

const words = texts.history;
const pageSize = 25;

/** Nothing was ever played, or nothing like that. */
const Empty = ({ filtered, onClear }: { filtered: boolean; onClear: () => void }) => (
  <div className={classes.empty} data-testid="history-empty">
    <IconHistory size={36} stroke={1.3} aria-hidden />
    <Title order={2} size="h4">
      {filtered ? words.noneFound : words.empty}
    </Title>
    {filtered ? (
      <Button variant="default" onClick={onClear}>
        {words.clearFilters}
      </Button>
    ) : (
      <>
        <Text c="dimmed">{words.emptyHint}</Text>
        <Button component="a" href="#play" mt="sm">
          {words.play}
        </Button>
      </>
    )}
  </div>
);

interface PagerProps {
  page: HistoryPage;
  /** Sessions on the pages before this one. */
  skipped: number;
  busy: boolean;
  onNewer: () => void;
  onOlder: () => void;
}

const Pager = ({ page, skipped, busy, onNewer, onOlder }: PagerProps) => (
  <>
    <Text size="sm" c="dimmed" role="status" className="tabular" data-testid="history-total">
      {words.range(whole(skipped + 1), whole(skipped + page.sessions.length), words.total(page.total))}
    </Text>
    <Button.Group>
      <Button
        variant="default"
        size="xs"
        disabled={skipped === 0 || busy}
        onClick={onNewer}
        leftSection={<IconChevronLeft size={16} aria-hidden />}
        data-testid="history-newer"
      >
        {words.newer}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={page.next === null || busy}
        onClick={onOlder}
        rightSection={<IconChevronRight size={16} aria-hidden />}
        data-testid="history-older"
      >
        {words.older}
      </Button>
    </Button.Group>
  </>
);

/** Everything that was played, newest first, a page at a time; two can be ticked to compare them. */
export const SessionsView = () => {
  const [filter, setFilter] = useState<Filter>(noFilter);
  /** Where each page before this one ended. */
  const [ends, setEnds] = useState<readonly string[]>([]);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { data: page, error, isPlaceholderData } = useHistoryPage(filter, ends.at(-1) ?? null, pageSize);
  const change = (next: Filter) => {
    setFilter(next);
    setEnds([]);
  };
  const tick = (id: string) =>
    setTicked((before) =>
      // A third one takes the place of the one that was ticked first.
      before.includes(id) ? before.filter((each) => each !== id) : [...before.slice(-1), id],
    );
  if (error && !page) return <ProblemAlert problem={problemIn(error)} />;
  if (!page) return <Waiting words={words.loading} />;
  if (page.total === 0 && isEmpty(filter)) return <Empty filtered={false} onClear={() => {}} />;
  const [first, second] = ticked;
  return (
    <>
      <Filters filter={filter} onChange={change} />
      {error && <ProblemAlert problem={problemIn(error)} />}
      {page.sessions.length === 0 ? (
        <Empty filtered onClear={() => change(noFilter)} />
      ) : (
        <>
          <SessionsTable sessions={page.sessions} ticked={ticked} onTick={tick} />
          <div className={classes.pager}>
            <Pager
              page={page}
              skipped={ends.length * pageSize}
              busy={isPlaceholderData}
              onNewer={() => setEnds(ends.slice(0, -1))}
              onOlder={() => page.next !== null && setEnds([...ends, page.next])}
            />
            <div className={classes.pager}>
              {isPlaceholderData && <Loader size="xs" aria-hidden />}
              {second === undefined && (
                <Text size="sm" c="dimmed">
                  {words.compareHint(ticked.length)}
                </Text>
              )}
              <Button
                size="xs"
                disabled={first === undefined || second === undefined}
                onClick={() => first && second && goTo({ view: 'compare', first, second })}
                data-testid="compare-chosen"
              >
                {words.compareChosen}
              </Button>
            </div>
          </div>
        </>
      )}
    </>
  );
};
