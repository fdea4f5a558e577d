import { MongoServerError } from 'mongodb';

const mostAttempts = 10;

/**
 * Does a write with `upsert` that several may do at once. Of two that insert the same `_id` one is refused; MongoDB mostly repeats that by
 * itself, other servers never do. The row is there then, so that the same write finds it.
 */
export async function upserting<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      const taken = error instanceof MongoServerError && error.code === 11000;
      if (!taken || attempt === mostAttempts) throw error;
    }
  }
}
