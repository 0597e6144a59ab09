/**
 * The current time, passed in: no rule, flow or statement reads the machine's clock itself, so a test can let three
 * months pass in a millisecond. To measure an interval, use performance.now().
 */
export type Clock = () => Date;
