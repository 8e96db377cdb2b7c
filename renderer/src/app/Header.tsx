import { ActionIcon, Anchor, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useChangeSettings } from '../api/settings.ts';
import { RunningBenchmark } from '../benchmarks/RunningBenchmark.tsx';
import { useEngine, useStreamStatus } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import classes from './Header.module.css';
import { type Room, rooms } from './rooms.ts';

const Mark = () => (
  <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden className={classes.mark}>
    <path d="M1 1h5v5H1zM14 1h5v5h-5zM1 14h5v5H1zM14 14h5v5h-5z" opacity=".4" />
    <path d="M6 6h8v8H6z" />
  </svg>
);

const SchemeSwitch = () => {
  const { setColorScheme } = useMantineColorScheme();
  const { problems } = useEngine();
  const change = useChangeSettings();
  const dark = useComputedColorScheme('dark') === 'dark';
  const Icon = dark ? IconSun : IconMoon;
  const label = dark ? texts.colours.toLight : texts.colours.toDark;
  const toggle = () => {
    const theme = dark ? 'light' : 'dark';
    // At once, and for the next time: the page's own storage is another one for each port of the engine.
    setColorScheme(theme);
    change.mutate({ choose: { theme } }, { onError: (error) => problems.add(error) });
  };
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={label}
        onClick={toggle}
        data-testid="scheme-button"
      >
        <Icon size={18} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
};

/** Name, rooms, connection, colours. */
export const Header = ({ room }: { room: Room }) => {
  const open = useStreamStatus().state === 'open';
  return (
    <header className={classes.header}>
      <Anchor href="#main" className={classes.skip}>
        {texts.skipToContent}
      </Anchor>
      <h1 className={classes.brand}>
        <Mark />
        <span>{texts.product}</span>
      </h1>
      <nav aria-label={texts.navigation.label} className={classes.rooms}>
        {rooms.map((name) => (
          <a
            key={name}
            href={`#${name}`}
            {...(name === room ? { 'aria-current': 'page' } : {})}
            data-testid={`room-${name}`}
          >
            {texts.navigation[name]}
          </a>
        ))}
      </nav>
      <RunningBenchmark />
      <span className={classes.connection} data-open={open} data-testid="connection">
        <span>{open ? texts.connection.live : texts.connection.away}</span>
      </span>
      <SchemeSwitch />
    </header>
  );
};
