import { Text, Title } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { texts } from '../texts.ts';
import classes from './DropTarget.module.css';
import { folderResults, useIntake } from './intake.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** What was dropped, folders apart: they have a name and nothing that could be read. */
const dropped = ({ items, files }: DataTransfer): { files: File[]; folders: string[] } => {
  const folders = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry?.isDirectory ? [entry.name] : [];
  });
  return { files: [...files].filter(({ name }) => !folders.includes(name)), folders };
};

/**
 * Takes files that are dropped anywhere on the window. Without it a browser would leave the page and show the file
 * instead.
 */
export const DropTarget = () => {
  const take = useIntake();
  const [over, setOver] = useState(false);
  // Each element on the way tells of entering and leaving: only their balance says whether the pointer is outside.
  const depth = useRef(0);
  useEffect(() => {
    const leave = () => {
      depth.current = 0;
      setOver(false);
    };
    const listeners: Partial<
      Record<'dragenter' | 'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>
    > = {
      dragenter: (event) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setOver(true);
      },
      dragover: (event) => {
        if (!hasFiles(event) || !event.dataTransfer) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      dragleave: (event) => {
        if (!hasFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) leave();
      },
      drop: (event) => {
        if (!hasFiles(event) || !event.dataTransfer) return;
        event.preventDefault();
        leave();
        const { files, folders } = dropped(event.dataTransfer);
        void take(files, { refused: folderResults(folders) });
      },
    };
    const all = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of all) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener);
    };
  }, [take]);
  if (!over) return null;
  return (
    <div className={classes.overlay} data-testid="drop-overlay">
      <div className={classes.frame}>
        <IconFileDownload size={44} stroke={1.4} aria-hidden />
        <Title order={2} size="h3">
          {texts.library.drop.title}
        </Title>
        <Text c="dimmed">{texts.library.drop.words}</Text>
      </div>
    </div>
  );
};
