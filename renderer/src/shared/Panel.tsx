import { Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

interface Props {
  title: string;
  /** Beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled surface in the side column. */
export const Panel = ({ title, aside, children }: Props) => {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" mb="sm" gap="xs">
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
};
