import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** A value with subscribers: the little that `useSyncExternalStore` needs. */
export class Store<Value> {
  #value: Value;
  readonly #listeners = new Set<Listener>();

  constructor(value: Value) {
    this.#value = value;
  }

  get = (): Value => this.#value;

  set(value: Value): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const useStore = <Value>(store: Store<Value>): Value =>
  useSyncExternalStore(store.subscribe, store.get);

/** Part of a store's value: the component renders again only when that part changes. */
export const useStorePart = <Value, Part extends string | number | boolean | null>(
  store: Store<Value>,
  select: (value: Value) => Part,
): Part => useSyncExternalStore(store.subscribe, () => select(store.get()));
