import { useHistorySession } from '../api/history.ts';
import { useSeen } from '../api/notices.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { StagesPanel } from '../play/StageTable.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { Column, Columns } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { BackLink } from './BackLink.tsx';
import { DecisionsPanel } from './DecisionsPanel.tsx';
import { EventsPanel } from './EventsPanel.tsx';
import { FiguresPanel } from './FiguresPanel.tsx';
import { PlotsPanel } from './PlotsPanel.tsx';
import { ReplayPanel } from './ReplayPanel.tsx';
import { SessionHead } from './SessionHead.tsx';

/** One session: how it ran, what the AI decided, what happened, and what can be done with it. */
export const SessionView = ({ id }: { id: string }) => {
  useSeen('session', id);
  const { data: entry, error } = useHistorySession(id);
  if (error) {
    return (
      <>
        <BackLink />
        <ProblemAlert problem={problemIn(error)} mt="md" />
      </>
    );
  }
  if (!entry) return <Waiting words={texts.history.loading} />;
  return (
    <div data-testid="history-session">
      <SessionHead entry={entry} />
      <Columns>
        <Column>
          <FiguresPanel figures={entry.figures} />
          <PlotsPanel id={id} figures={entry.figures} />
          <DecisionsPanel id={id} by={entry.figures.decisionsBy} total={entry.figures.decisions} />
        </Column>
        <Column>
          <EventsPanel id={id} />
          <ReplayPanel id={id} />
          <StagesPanel measured={entry.stages} />
        </Column>
      </Columns>
    </div>
  );
};
