import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('apps/launch/src/test.ts');
