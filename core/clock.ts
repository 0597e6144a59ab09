/**
 * What time it is. Passed in from outside: no rule, flow or statement looks at the machine's clock on its own, so a
 * test can let a quarter pass in a millisecond. For measuring an interval there is performance.now().
 */
export type Clock = () => Date;
