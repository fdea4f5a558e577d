import type { Migration } from '../types';
import { usersFullName } from './users-full-name';

/** Every migration of this repository, in the order of their ids. */
export const migrations: readonly Migration[] = [usersFullName];
