import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Session } from '../../../protocol/sessions.ts';
import type { RatingVerdict } from '../../../protocol/words.ts';
import { useSeen } from '../api/notices.ts';
import { problemIn } from '../api/problem.ts';
import { useNewestDecision, useSession, useSessions } from '../api/queries.ts';
import { Waiting } from '../app/Waiting.tsx';
import { Home } from '../library/Home.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { useFlash } from '../shared/use-flash.ts';
import { StopPanel } from '../stop/StopPanel.tsx';
import { useEngine, useStreamStatus } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { Announcer } from './Announcer.tsx';
import { Controls } from './Controls.tsx';
import { EndCard } from './EndCard.tsx';
import { Eyes } from './Eyes.tsx';
import { Figures } from './Figures.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { useLooks } from './looks/looks.ts';
import { Picture } from './Picture.tsx';
import classes from './PlayRoom.module.css';
import { Stage } from './Stage.tsx';
import { StageTable } from './StageTable.tsx';
import { Thinking } from './Thinking.tsx';
import { useRating } from './thinking/use-rating.ts';
import { TimelineBar } from './timeline/TimelineBar.tsx';
import { useJumps } from './timeline/use-jumps.ts';
import { AdviceCard } from './turn/AdviceCard.tsx';
import { useGameButtons } from './use-game-buttons.ts';
import { usePadCombos } from './use-pad-combos.ts';
import { usePlayActions } from './use-play-actions.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** One session, watched or played. */
const Watch = ({ session, onChoose }: { session: Session; onChoose: (id: string | null) => void }) => {
  const { live } = useEngine();
  const connected = useStreamStatus().state === 'open';
  const [overlay, setOverlay] = useLocalStorage({ key: 'eevee.overlay', defaultValue: true });
  const [flashed, flash] = useFlash();
  const [help, { toggle: toggleHelp, close: closeHelp }] = useDisclosure();
  const actions = usePlayActions(session, {
    connected,
    currentFrame: () => live.frame.get()?.frame ?? session.frame,
    flash,
  });
  const [looks, setLooks] = useLooks();
  const rating = useRating(session.id, flash);
  const newestDecision = useNewestDecision(session);
  const rateNewest = (verdict: RatingVerdict) => {
    const newest = newestDecision();
    if (newest) rating.toggle(newest.frame, verdict);
  };
  const jumps = useJumps(session, actions.alive, flash);
  const toggleOverlay = () => setOverlay(!overlay);
  useShortcuts({
    pause: actions.togglePause,
    step: actions.step,
    turn: actions.toggleTurn,
    advise: actions.toggleAdvice,
    good: () => rateNewest('up'),
    bad: () => rateNewest('down'),
    overlay: toggleOverlay,
    save: actions.save,
    load: actions.load,
    back: () => jumps.back(5),
    undo: jumps.undo,
    faster: actions.faster,
    slower: actions.slower,
    help: toggleHelp,
  });
  usePadCombos({ turn: actions.toggleTurn, pause: actions.togglePause });
  useGameButtons(session.turn !== 'ai' && session.state === 'running' && connected && !help);
  const ended = session.state === 'ended';
  const sees = session.player === 'eyes';
  return (
    <div className={classes.room}>
      <Stage session={session} connected={connected} flashed={flashed}>
        <Picture
          overlay={overlay && sees && !ended}
          looks={looks}
          dimmed={(ended && session.end?.reason !== 'goal-reached') || !connected}
        />
        {session.end && <EndCard session={session} end={session.end} onChoose={onChoose} />}
        {session.turn === 'advisor' && !ended && <AdviceCard session={session} />}
        {overlay && looks.reads && sees && !ended && <Eyes palette={looks.palette} />}
        {!ended && <TimelineBar session={session} jumps={jumps} />}
        <Controls
          session={session}
          actions={actions}
          overlay={overlay}
          onOverlay={toggleOverlay}
          looks={looks}
          onLooks={setLooks}
          onHelp={toggleHelp}
        />
      </Stage>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards have to be able to scroll it */}
      <aside className={classes.side} aria-label={texts.picture.details} tabIndex={0}>
        <Thinking session={session} rating={rating} />
        <StopPanel session={session} />
        <Figures session={session} />
        <StageTable sessionId={session.id} />
      </aside>
      <KeyHelp opened={help} onClose={closeHelp} />
      <Announcer session={session} connected={connected} />
    </div>
  );
};

/** Fetches the session that is shown and follows it on the stream. */
const WatchById = ({ id, onChoose }: { id: string; onChoose: (id: string | null) => void }) => {
  const { stream, live } = useEngine();
  const session = useSession(id);
  useSeen('session', id);
  useEffect(() => {
    live.clear();
    stream.watch(id);
    return () => stream.watch(null);
  }, [id, stream, live]);
  if (session.data) return <Watch session={session.data} onChoose={onChoose} />;
  if (session.error) return <ProblemAlert problem={problemIn(session.error)} m="xl" />;
  return <Waiting words={texts.picture.starting} />;
};

/**
 * The session to attach to when nobody chose one: the newest that still runs. One that is only starting may yet
 * fail, and whoever started it is told.
 */
const newestRunning = (sessions: readonly Session[] = []): Session | undefined =>
  sessions
    .filter(({ state }) => state === 'running' || state === 'paused')
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];

/** Nobody chose a session: goes to one that runs, whoever started it; else shows what could be played. */
const Unchosen = ({ onChoose }: { onChoose: (id: string) => void }) => {
  const sessions = useSessions(true);
  const running = newestRunning(sessions.data)?.id;
  useEffect(() => {
    if (running) onChoose(running);
  }, [running, onChoose]);
  if (sessions.isPending) return <Waiting words={texts.connection.connecting} />;
  return <Home sessions={sessions.data ?? []} onStarted={onChoose} />;
};

/** The room where the AI plays: a session if there is one, else the library to start one from. */
export const PlayRoom = () => {
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCallback((id: string | null) => setChosen(id), []);
  return chosen ? <WatchById key={chosen} id={chosen} onChoose={choose} /> : <Unchosen onChoose={choose} />;
};
