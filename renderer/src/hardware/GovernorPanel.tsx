import { Stack, Text } from '@mantine/core';
import type { Hardware } from '../../../protocol/hardware.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import classes from './HardwareRoom.module.css';

const when = (at: string): string =>
  new Date(at).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** How the governor stands, and what it did. */
export const GovernorPanel = ({ governor }: { governor: Hardware['governor'] }) => (
  <Panel title={texts.hardware.governor}>
    <Stack gap="xs">
      <Text size="sm" role="status" data-testid="governor-standing">
        {governor.standing}
      </Text>
      <Text size="xs" c="dimmed">
        {texts.hardware.governorAbout}
      </Text>
      {governor.log.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.hardware.noLog}
        </Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards have to be able to scroll it
        <ol className={classes.log} aria-label={texts.hardware.log} tabIndex={0} data-testid="governor-log">
          {governor.log.map(({ at, message }) => (
            <li key={`${at} ${message}`}>
              <time dateTime={at}>{when(at)}</time>
              {message}
            </li>
          ))}
        </ol>
      )}
    </Stack>
  </Panel>
);
