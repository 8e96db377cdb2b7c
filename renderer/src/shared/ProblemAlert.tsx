import { Alert, type AlertProps, Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../protocol/errors.ts';
import { texts } from '../texts.ts';

/** A command that mends something, ready to be copied. */
const Command = ({ command }: { command: string }) => (
  <Group gap="xs" wrap="nowrap" align="center">
    <Code block flex={1} p="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {command}
    </Code>
    <CopyButton value={command}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="default" onClick={copy}>
          {copied ? texts.problems.copied : texts.problems.copy}
        </Button>
      )}
    </CopyButton>
  </Group>
);

/** What was wrong, what to do about it, and all that helps doing it. */
export const ProblemDetails = ({ problem }: { problem: Problem }) => (
  <Stack gap="xs">
    <Text size="sm">{problem.message}</Text>
    <Text size="sm" fw={600}>
      {problem.remedy}
    </Text>
    {problem.allowed && problem.allowed.length > 0 && (
      <Text size="sm">
        {texts.problems.allowed}: {problem.allowed.map(String).join(', ')}
      </Text>
    )}
    {problem.tried && problem.tried.length > 0 && (
      <div>
        <Text size="sm">{texts.problems.tried}:</Text>
        <List size="sm" withPadding style={{ overflowWrap: 'anywhere' }}>
          {problem.tried.map((place) => (
            <List.Item key={place}>{place}</List.Item>
          ))}
        </List>
      </div>
    )}
    {problem.command && (
      <div>
        <Text size="sm" mb={4}>
          {texts.problems.command}:
        </Text>
        <Command command={problem.command} />
      </div>
    )}
  </Stack>
);

interface Props extends Omit<AlertProps, 'title' | 'children'> {
  problem: Problem;
  title?: string;
  /** Buttons beneath. */
  children?: ReactNode;
  onDismiss?: () => void;
}

/** A problem as an alert that screen readers speak at once. */
export const ProblemAlert = ({ problem, title, children, onDismiss, ...rest }: Props) => (
  <Alert
    color="red"
    variant="light"
    icon={<IconAlertTriangle aria-hidden />}
    title={title}
    withCloseButton={onDismiss !== undefined}
    closeButtonLabel={texts.dismiss}
    onClose={() => onDismiss?.()}
    {...rest}
  >
    <ProblemDetails problem={problem} />
    {children}
  </Alert>
);
