import { expect, test } from 'vitest';
import { seen } from '../../../protocol/testing/observation.ts';
import { OverlayTrack } from './overlay-track.ts';

const moving = (frame: number, dx: number, dy = 0) => seen(frame, { aligned: false, scroll: { dx, dy } });

test('nothing was seen, nothing is drawn', () => {
  expect(new OverlayTrack().at(0)).toBeNull();
});

test('rests where it was read', () => {
  const track = new OverlayTrack();
  track.observe(seen(8));
  expect(track.at(11)).toMatchObject({ x: 0, y: 0, hold: 'resting' });
});

test('follows the view, and guesses on between two observations', () => {
  const track = new OverlayTrack();
  track.observe(seen(0));
  track.observe(moving(4, 4));
  track.observe(moving(8, 4));
  expect(track.at(8)).toMatchObject({ x: 8, hold: 'following' });
  expect(track.at(10)).toMatchObject({ x: 10 });
  // Not on and on, when observations stay away.
  expect(track.at(60)).toMatchObject({ x: 16 });
});

test('lies anew as soon as the view rests', () => {
  const track = new OverlayTrack();
  track.observe(seen(0));
  track.observe(moving(4, 0, -4));
  track.observe(seen(16, { cells: [2] }));
  expect(track.at(18)).toMatchObject({ x: 0, y: 0, hold: 'resting', seen: { cells: [2] } });
  // Arriving at a cell at a walk, it expects the walk to go on.
  track.observe(moving(20, 4));
  track.observe(seen(24, { scroll: { dx: 4, dy: 0 } }));
  expect(track.at(26)).toMatchObject({ x: 2, hold: 'resting' });
});

test('lets go when the screen became another one, or the view moves on and on', () => {
  const track = new OverlayTrack();
  track.observe(seen(0));
  track.observe({ ...moving(4, 0), mode: 'transition' });
  expect(track.at(4)?.hold).toBe('lost');
  track.observe(seen(8));
  track.observe(moving(200, 1));
  expect(track.at(200)?.hold).toBe('lost');
});

test('forgets the session that is gone', () => {
  const track = new OverlayTrack();
  track.observe(seen(0));
  track.observe(null);
  expect(track.at(0)).toBeNull();
});
