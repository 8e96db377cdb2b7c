import { Button, CopyButton } from '@mantine/core';
import { texts } from '../texts.ts';

/** Copies a text. `label`: what it is, for readers of the screen. */
export const CopyText = ({ value, label }: { value: string; label: string }) => (
  <CopyButton value={value}>
    {({ copied, copy }) => (
      <Button size="compact-sm" variant="default" onClick={copy} aria-label={label}>
        {copied ? texts.problems.copied : texts.problems.copy}
      </Button>
    )}
  </CopyButton>
);
