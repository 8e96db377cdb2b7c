import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';

interface Props {
  title: string;
  /** Default: it is there, and goes with whoever shows it. */
  opened?: boolean;
  onClose: () => void;
  /** Default: as wide as a few fields need. */
  size?: string;
  children: ReactNode;
}

/** A dialog over the page. */
export const Dialog = ({ title, opened = true, onClose, size = 'md', children }: Props) => (
  <Modal.Root opened={opened} onClose={onClose} size={size} centered>
    <Modal.Overlay />
    <Modal.Content>
      {/* Mantine's header element would count as a second banner of the page. */}
      <Modal.Header role="presentation">
        <Modal.Title fw={650}>{title}</Modal.Title>
        <Modal.CloseButton aria-label={texts.close} />
      </Modal.Header>
      <Modal.Body>{children}</Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
