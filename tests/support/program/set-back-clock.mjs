/** For `--import`: on SIGUSR2 the program's clock is two hours behind, as after `date -s`. Node's timers never follow it. */
const backMs = 2 * 3_600_000;
const RealDate = Date;
let behindMs = 0;

globalThis.Date = class extends RealDate {
  static now() {
    return RealDate.now() - behindMs;
  }

  constructor(...values) {
    super(...(values.length === 0 ? [RealDate.now() - behindMs] : values));
  }
};

process.on('SIGUSR2', () => {
  behindMs = backMs;
  console.error('The clock was set back.');
});
