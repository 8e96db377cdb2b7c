import { Room } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { CompareView } from './CompareView.tsx';
import classes from './HistoryRoom.module.css';
import { linkTo, usePlace } from './places.ts';
import { SessionsView } from './SessionsView.tsx';
import { SessionView } from './SessionView.tsx';
import { TrendsView } from './TrendsView.tsx';
import { UndoDelete } from './UndoDelete.tsx';

const words = texts.history;

/** The two ways to look at everything that was played. */
const Views = ({ trends }: { trends: boolean }) => (
  <nav className={classes.views} aria-label={words.views}>
    <a href={linkTo({ view: 'sessions' })} {...(trends ? {} : { 'aria-current': 'page' })}>
      {words.sessions}
    </a>
    <a
      href={linkTo({ view: 'trends' })}
      {...(trends ? { 'aria-current': 'page' } : {})}
      data-testid="to-trends"
    >
      {words.trends}
    </a>
  </nav>
);

/** The room in which one looks up what was played, how it ran and what the AI did. */
export const HistoryRoom = () => {
  const place = usePlace();
  return (
    <Room label={words.title} testId="history">
      <div className={classes.history}>
        {place.view === 'sessions' && (
          <>
            <Views trends={false} />
            <UndoDelete />
            <SessionsView />
          </>
        )}
        {place.view === 'trends' && (
          <>
            <Views trends />
            <TrendsView />
          </>
        )}
        {place.view === 'session' && <SessionView key={place.id} id={place.id} />}
        {place.view === 'compare' && <CompareView first={place.first} second={place.second} />}
      </div>
    </Room>
  );
};
