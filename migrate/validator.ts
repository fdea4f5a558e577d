import { type Db, type Document, MongoServerError } from 'mongodb';

const [notThere, alreadyThere] = [26, 48];

/** Sets the validator of a collection, which a new environment does not have yet. */
export async function setValidator(db: Db, collection: string, rule: Document): Promise<void> {
  try {
    await db.command({ collMod: collection, ...rule });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== notThere) throw error;
    await create(db, collection);
    await db.command({ collMod: collection, ...rule });
  }
}

/** The app may be quicker: then it is there, which is all that is wanted. */
async function create(db: Db, collection: string): Promise<void> {
  try {
    await db.createCollection(collection);
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== alreadyThere) throw error;
  }
}
