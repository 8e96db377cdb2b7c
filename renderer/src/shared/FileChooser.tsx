import { FileButton } from '@mantine/core';
import { type ReactNode, useRef } from 'react';

interface FileChooserProps {
  /** What the chooser offers: extensions and media types, as an input takes them. */
  accept: string;
  /** Several files at once. */
  multiple?: boolean;
  /** What the chooser is for, where the button's own words do not say it. */
  label?: string;
  onFiles: (files: File[]) => void;
  /** The button, which takes `props`. */
  children: (props: { onClick: () => void }) => ReactNode;
}

/** Opens files. One that was refused can be chosen again: it may have been mended since. */
export const FileChooser = ({ accept, multiple = false, label, onFiles, children }: FileChooserProps) => {
  const forget = useRef<() => void>(null);
  return (
    <FileButton<boolean>
      accept={accept}
      multiple={multiple}
      resetRef={forget}
      {...(label === undefined ? {} : { inputProps: { 'aria-label': label } })}
      onChange={(chosen: File | File[] | null) => {
        const files = [chosen ?? []].flat();
        // A file input tells of a change only, and the same name again is none.
        forget.current?.();
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
    </FileButton>
  );
};
