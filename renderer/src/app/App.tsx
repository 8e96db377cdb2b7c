import { type ComponentType, useEffect, useRef } from 'react';
import { startProblem } from '../api/host.ts';
import { ApiProblem } from '../api/problem.ts';
import { BenchmarksRoom } from '../benchmarks/BenchmarksRoom.tsx';
import { FeedbackRoom } from '../feedback/FeedbackRoom.tsx';
import { HardwareRoom } from '../hardware/HardwareRoom.tsx';
import { HistoryRoom } from '../history/HistoryRoom.tsx';
import { DropTarget } from '../library/DropTarget.tsx';
import { TakenFiles } from '../library/TakenFiles.tsx';
import { PlayRoom } from '../play/PlayRoom.tsx';
import { SettingsRoom } from '../settings/SettingsRoom.tsx';
import { useEngine, useStreamStatus } from '../stream/engine.tsx';
import classes from './App.module.css';
import { ConnectionGate } from './ConnectionGate.tsx';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { type Room, useRoom } from './rooms.ts';
import { useAppearance } from './use-appearance.ts';
import { usePadFocus } from './use-pad-focus.ts';

/** The shell starts a session by itself; what kept it from doing so is told here, where the user looks. */
const useStartProblem = () => {
  const { problems } = useEngine();
  const open = useStreamStatus().state === 'open';
  const told = useRef(false);
  useEffect(() => {
    if (!open || told.current) return;
    told.current = true;
    void startProblem().then((problem) => problem && problems.add(new ApiProblem(problem)));
  }, [open, problems]);
};

/** What the shell has to tell stands where the user looks, as everything else that went wrong. */
const useShellWords = () => {
  const { problems } = useEngine();
  useEffect(() => window.eevee?.words((problem) => problems.add(new ApiProblem(problem))), [problems]);
};

/** What each room shows. */
const shown: Record<Room, ComponentType> = {
  play: PlayRoom,
  history: HistoryRoom,
  benchmarks: BenchmarksRoom,
  hardware: HardwareRoom,
  feedback: FeedbackRoom,
  settings: SettingsRoom,
};

export const App = () => {
  useStartProblem();
  useShellWords();
  useAppearance();
  usePadFocus();
  const room = useRoom();
  const Shown = shown[room];
  return (
    <div className={classes.app}>
      <Header room={room} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Notices />
        <DropTarget />
        <TakenFiles />
        <ConnectionGate>
          <div className={classes.room}>
            <Shown />
          </div>
        </ConnectionGate>
      </main>
    </div>
  );
};
