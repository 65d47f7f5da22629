import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isUnavailable } from './violates';

describe('isUnavailable', () => {
  it('knows a connection that broke in the middle of a transaction', () => {
    for (const error of [
      new QueryRunnerAlreadyReleasedError(),
      new QueryRunnerProviderAlreadyReleasedError(),
      new Error('Connection terminated unexpectedly'),
      new Error('Client was closed and is not queryable'),
      Object.assign(new Error('terminating connection'), { code: '57P01' }),
    ]) {
      expect([error.message, isUnavailable(error)]).toEqual([error.message, true]);
    }
  });

  it('does not excuse a fault of ours', () => {
    expect(isUnavailable(new TypeError('x is not a function'))).toBe(false);
    expect(isUnavailable(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  });
});
