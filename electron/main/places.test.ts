import { expect, test } from 'vitest';
import { placesFor } from './places.ts';

test('in a checkout everything lies where it is worked on, and a Node of its own runs the engine', () => {
  const places = placesFor('/src/eevee/dist/electron', null, () => true);
  expect(places).toMatchObject({
    packaged: false,
    page: '/src/eevee/dist/renderer',
    engine: '/src/eevee/engine/main.ts',
    node: '/src/eevee/node_modules/.bin/node',
  });
  expect(placesFor('/src/eevee/dist/electron', '/opt/node', () => true).node).toBe('/opt/node');
});

test('in a package the page is in the archive and the runtime beside it', () => {
  const places = placesFor('/usr/lib/eevee/resources/app.asar', null, () => false);
  expect(places).toMatchObject({
    packaged: true,
    page: '/usr/lib/eevee/resources/app.asar/renderer',
    engine: '/usr/lib/eevee/resources/runtime/engine/main.js',
  });
});

test('a package that brings a Node has the engine run in it, whatever the environment says', () => {
  const archive = '/usr/lib/eevee/resources/app.asar';
  const ours = '/usr/lib/eevee/resources/runtime/bin/node';
  expect(placesFor(archive, '/tmp/other/node', (path) => path === ours).node).toBe(ours);
  expect(placesFor(archive, '/tmp/other/node', () => false).node).toBeNull();
});
