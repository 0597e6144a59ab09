/**
 * What time it is. Handed in from the outside: no rule, flow or statement looks at the machine's clock by itself, so a
 * test can let a quarter pass in a millisecond. For measuring an interval there is performance.now().
 */
export type Clock = () => Date;
