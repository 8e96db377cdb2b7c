import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { memo, useId, useRef, useState } from 'react';
import type { Decision } from '../../../../protocol/observation.ts';
import { useDecisions } from '../../api/queries.ts';
import { percent, playTime } from '../../shared/format.ts';
import { texts } from '../../texts.ts';
import classes from './Decisions.module.css';
import { Thumbs } from './Thumbs.tsx';
import type { RatingOf } from './use-rating.ts';

const Row = memo(({ decision, rating }: { decision: Decision; rating: RatingOf }) => (
  <li className={classes.row} data-testid="decision-row">
    <span className={classes.when}>{playTime(decision.frame)}</span>
    <span className={classes.what}>
      <span className={classes.action} title={decision.why}>
        {decision.action}
      </span>
      <span className={classes.method}>
        {texts.mind.methods[decision.skill] ?? decision.skill} · {percent(decision.confidence)}
      </span>
    </span>
    <Thumbs frame={decision.frame} rating={rating} />
  </li>
));

/** The newest first. It stands still while somebody is in it: rows that slide away cannot be clicked. */
const List = ({ sessionId, rating, id }: { sessionId: string; rating: RatingOf; id: string }) => {
  const fresh = useDecisions(sessionId, true).data;
  const [still, setStill] = useState<Decision[] | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = still ?? fresh ?? [];
  const leave = () => {
    // With a reason being given, the pointer is in the bubble.
    if (rating.asked === null && !list.current?.contains(document.activeElement)) setStill(null);
  };
  if (fresh?.length === 0)
    return (
      <Text id={id} size="sm" c="dimmed">
        {texts.mind.none}
      </Text>
    );
  return (
    <div id={id}>
      <ul
        ref={list}
        className={classes.list}
        aria-label={texts.mind.recent}
        onPointerEnter={() => setStill(shown)}
        onPointerLeave={leave}
        onFocus={() => setStill((now) => now ?? shown)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget) && rating.asked === null) setStill(null);
        }}
        data-testid="decisions-list"
      >
        {[...shown].reverse().map((decision) => (
          <Row key={decision.frame} decision={decision} rating={rating} />
        ))}
      </ul>
      <Text size="xs" c="dimmed" mt={4} data-still={still !== null || undefined} className={classes.held}>
        {texts.mind.held}
      </Text>
    </div>
  );
};

/** What was decided lately, behind a heading that opens it. */
export const Decisions = ({ sessionId, rating }: { sessionId: string; rating: RatingOf }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={classes.section}>
      <UnstyledButton
        className={classes.heading}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        data-testid="decisions-toggle"
      >
        {texts.mind.recent}
        <IconChevronDown size={16} aria-hidden />
      </UnstyledButton>
      {open && <List sessionId={sessionId} rating={rating} id={id} />}
    </div>
  );
};
