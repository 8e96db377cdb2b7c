import { IconChevronLeft } from '@tabler/icons-react';
import { texts } from '../texts.ts';
import classes from './HistoryRoom.module.css';
import { linkTo } from './places.ts';

/** The way back to the list. */
export const BackLink = () => (
  <a href={linkTo({ view: 'sessions' })} className={classes.back}>
    <IconChevronLeft size={16} aria-hidden />
    {texts.history.back}
  </a>
);
