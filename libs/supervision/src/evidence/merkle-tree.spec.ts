import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { dayRoot, NO_DAY } from './day-root';
import { climb, merklePath, merkleRoot } from './merkle-tree';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Of the reference implementation of certificate transparency (its merkle_tree_test). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = LEAVES.map((text) => new Uint8Array(Buffer.from(text, 'hex')));

test.each(ROOTS.map((root, index) => [index + 1, root] as const))(
  'the root of the first %i leaves is the published one',
  (count, root) => {
    expect(hex(merkleRoot(leaves.slice(0, count), sha256))).toBe(root);
  },
);

test('every leaf comes to the root by its path, and no other leaf does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      (all, at) => {
        const index = at % all.length;
        const path = merklePath(all, index, sha256);
        const root = hex(merkleRoot(all, sha256));
        expect(hex(climb(all[index] as Uint8Array, path, sha256))).toBe(root);
        expect(hex(climb(new Uint8Array([...(all[index] as Uint8Array), 1]), path, sha256))).not.toBe(root);
      },
    ),
  );
  expect(() => merklePath(leaves, 8, sha256)).toThrow(RangeError);
});

test('the root of a day depends on every head and on all days before it, and on no order', () => {
  const heads = [
    { contractId: 'b', seq: 3, hash: 'b'.repeat(64) },
    { contractId: 'a', seq: 1, hash: 'a'.repeat(64) },
  ];
  const root = dayRoot(NO_DAY, heads, sha256);
  expect(dayRoot(NO_DAY, heads.toReversed(), sha256)).toBe(root);
  const others = [
    dayRoot('1'.repeat(64), heads, sha256),
    dayRoot(NO_DAY, heads.slice(1), sha256),
    dayRoot(NO_DAY, heads.with(0, { contractId: 'b', seq: 4, hash: 'b'.repeat(64) }), sha256),
    dayRoot(NO_DAY, heads.with(0, { contractId: 'c', seq: 3, hash: 'b'.repeat(64) }), sha256),
    dayRoot(NO_DAY, [], sha256),
  ];
  expect(new Set([root, ...others]).size).toBe(6);
});
