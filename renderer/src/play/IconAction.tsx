import { ActionIcon, type ActionIconProps, Group, Kbd, Tooltip } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

interface Props extends Omit<ActionIconProps, 'children'> {
  icon: Icon;
  label: string;
  /** The key that does the same. */
  shortcut?: string;
  /** For switches: whether it is on. */
  pressed?: boolean;
  onClick: () => void;
  disabled?: boolean;
}

/** A button that is only an icon: its name is in the tooltip and for screen readers, with its key. */
export const IconAction = ({ icon: Icon, label, shortcut, pressed, ...rest }: Props) => (
  <Tooltip
    disabled={rest.disabled ?? false}
    label={
      <Group gap={6} wrap="nowrap">
        {label}
        {shortcut && <Kbd size="xs">{shortcut}</Kbd>}
      </Group>
    }
  >
    <ActionIcon
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? 'moss' : 'gray'}
      size={38}
      aria-label={label}
      aria-pressed={pressed}
      {...rest}
    >
      <Icon size={20} stroke={1.7} aria-hidden />
    </ActionIcon>
  </Tooltip>
);
