import { DEMO_LOST } from './demo-lost';
import { DEMO_OTHERS } from './demo-others';
import { DEMO_WON } from './demo-won';

export const DEMO_ROWS = [...DEMO_LOST, ...DEMO_WON, ...DEMO_OTHERS];
