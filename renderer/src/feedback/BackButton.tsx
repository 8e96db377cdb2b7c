import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { texts } from '../texts.ts';
import { desk } from './desk.ts';

/** Back to all feedback. */
export const BackButton = () => (
  <Button
    variant="subtle"
    color="gray"
    size="compact-sm"
    leftSection={<IconArrowLeft size={16} aria-hidden />}
    onClick={() => desk.set({ show: 'all' })}
    data-testid="back"
  >
    {texts.feedback.back}
  </Button>
);
