import { Badge } from '@mantine/core';
import { texts } from '../texts.ts';
import type { Outcome } from './figures.ts';

const colours: Record<Outcome, string> = {
  'goal-reached': 'moss',
  'gave-up': 'yellow',
  'frame-limit': 'gray',
  'stop-condition': 'gray',
  stopped: 'gray',
  failed: 'red',
  running: 'blue',
};

/** How a session ended. The dot carries the colour, so that the words can be read in both themes. */
export const OutcomeBadge = ({ outcome }: { outcome: Outcome }) => (
  <Badge variant="dot" color={colours[outcome]} tt="none" fw={500} size="sm">
    {texts.history.outcomes[outcome]}
  </Badge>
);
