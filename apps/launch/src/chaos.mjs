import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('apps/launch/src/chaos.ts');
