// What contenders must agree on.
export const BATCH = 64;
export const RATE = 0.1;
