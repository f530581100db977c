import { runPage } from './run-page.ts';

Object.assign(globalThis, { pressmarkBench: { runPage } });
