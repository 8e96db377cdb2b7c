import { Fragment } from 'react';
import classes from './HardwareRoom.module.css';

export interface Fact {
  label: string;
  /** One line each. */
  values: readonly string[];
}

/** Names and what is known of each. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(({ label, values }) => (
      <Fragment key={label}>
        <dt>{label}</dt>
        <dd>
          {values.map((value) => (
            <div key={value}>{value}</div>
          ))}
        </dd>
      </Fragment>
    ))}
  </dl>
);
