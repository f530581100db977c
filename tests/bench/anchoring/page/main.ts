import { runPage, runRevision } from './run-page.ts';
import { runSpeed } from './run-speed.ts';

Object.assign(globalThis, { pressmarkBench: { runPage, runRevision, runSpeed } });
