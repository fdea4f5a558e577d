import type { Scenario } from '../scenario';
import { blueGreen } from './blue-green';
import { canary } from './canary';
import { lifecycle } from './lifecycle';
import { migration } from './migration';
import { missingData } from './missing-data';
import { objects } from './objects';

/** All scenarios, in the order of the results. */
export const scenarios: readonly Scenario[] = [...objects, ...canary, ...missingData, ...blueGreen, ...lifecycle, ...migration];
