import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test('the values of Wilson’s interval as others compute them', () => {
  // statsmodels.stats.proportion.proportion_confint(method='wilson')
  expect(wilson(0, 10)).toMatchObject({ share: 0, low: 0, high: expect.closeTo(0.2775, 4) });
  expect(wilson(95, 100)).toMatchObject({ low: expect.closeTo(0.8882, 4), high: expect.closeTo(0.9785, 4) });
  expect(wilson(10, 10)).toMatchObject({ low: expect.closeTo(0.7225, 4), high: expect.closeTo(1, 10) });
  expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
});
