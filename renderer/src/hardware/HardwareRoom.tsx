import { problemIn } from '../api/problem.ts';
import { useHardware } from '../api/queries.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { Column, Columns, Room } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { BenchPanel } from './BenchPanel.tsx';
import { FoundPanel } from './FoundPanel.tsx';
import { GovernorPanel } from './GovernorPanel.tsx';
import { TierPanel } from './TierPanel.tsx';
import { TuningTable } from './TuningTable.tsx';

/** The room that shows this computer: what it is, the tier that follows, and what the governor does. */
export const HardwareRoom = () => {
  const { data: hardware, error } = useHardware();
  if (error && !hardware) return <ProblemAlert problem={problemIn(error)} m="xl" />;
  if (!hardware) return <Waiting words={texts.hardware.loading} />;
  return (
    <Room label={texts.hardware.title} testId="hardware">
      <Columns>
        <Column>
          <TierPanel tier={hardware.tier} />
          <TuningTable hardware={hardware} />
          <GovernorPanel governor={hardware.governor} />
        </Column>
        <Column>
          <FoundPanel found={hardware.found} />
          <BenchPanel hardware={hardware} />
        </Column>
      </Columns>
    </Room>
  );
};
