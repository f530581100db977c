export * from './certificate.ts';
export * from './codec.ts';
export * from './pack.ts';
export * from './plan.ts';
export * from './tally.ts';
