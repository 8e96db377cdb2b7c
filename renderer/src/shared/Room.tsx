import type { ReactNode } from 'react';
import classes from './Room.module.css';

interface Props {
  label: string;
  testId: string;
  children: ReactNode;
}

/** A room that is one page: it scrolls below the header; in a narrow window all of the page does. */
export const Room = ({ label, testId, children }: Props) => (
  <section className={classes.room} aria-label={label} data-testid={testId}>
    {children}
  </section>
);

/** Two columns, the first the wider; in a narrow window one below the other. */
export const Columns = ({ children }: { children: ReactNode }) => (
  <div className={classes.columns}>{children}</div>
);

/** Panels one below the other, in a column of their own. */
export const Column = ({ children }: { children: ReactNode }) => (
  <div className={classes.column}>{children}</div>
);
