import { MongoNetworkError, MongoServerError, MongoWriteConcernError } from 'mongodb';
import { classify, translate } from '../../migrate/classify';
import { MigrationError } from '../../migrate/errors';

const server = (code: number, ...errorLabels: string[]) => new MongoServerError({ ok: 0, code, errmsg: `code ${code}`, errorLabels });

test.each([
  { error: server(10107, 'RetryableWriteError'), kind: 'transient', what: 'a step-down' },
  { error: server(8000, 'SystemOverloadedError', 'RetryableError'), kind: 'transient', what: 'an overloaded server' },
  { error: server(112), kind: 'transient', what: 'a write conflict' },
  { error: server(175), kind: 'transient', what: 'a killed plan' },
  { error: new MongoNetworkError('cut'), kind: 'transient', what: 'a cut connection' },
  {
    error: new MongoWriteConcernError({ writeConcernError: { code: 64, errmsg: 'waiting' } } as never),
    kind: 'transient',
    what: 'a majority that is late',
  },
  { error: server(50), kind: 'tooSlow', what: 'a time limit' },
  { error: server(121), kind: 'document', what: 'a validator' },
  { error: server(11000), kind: 'document', what: 'a unique index' },
  { error: server(16702), kind: 'document', what: 'an expression on a wrong kind of value' },
  { error: server(241), kind: 'document', what: 'a conversion' },
  { error: server(13), kind: 'fatal', what: 'a missing privilege' },
  { error: server(26), kind: 'fatal', what: 'a missing collection' },
  { error: server(72), kind: 'fatal', what: 'a wrong option' },
  { error: server(40324), kind: 'fatal', what: 'an unknown stage' },
  { error: new TypeError('a bug'), kind: 'fatal', what: 'an error of ours' },
])('$what is $kind', ({ error, kind }) => {
  expect(classify(error)).toBe(kind);
});

test.each([
  { error: server(13), code: 'NOT_AUTHORIZED', exitCode: 10 },
  { error: new MongoNetworkError('cut'), code: 'DATABASE_UNAVAILABLE', exitCode: 21 },
  { error: server(72), code: 'OPERATION_REFUSED', exitCode: 10 },
])(
  '$error.message leaves the engine as $code with exit code $exitCode, what was being done, and its cause',
  ({ error, code, exitCode }) => {
    const translated = translate(error, 'backfill of users') as MigrationError;
    expect(translated).toBeInstanceOf(MigrationError);
    expect(translated).toMatchObject({ code, exitCode, cause: error });
    expect(translated.message).toMatch(/^backfill of users: /);
  },
);

test("an error that is not the database's stays what it is", () => {
  const bug = new TypeError('a bug');
  expect(translate(bug, 'anything')).toBe(bug);
});
