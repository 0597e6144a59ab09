import console from 'node:console';
import process from 'node:process';

/** Imported before the program: on SIGUSR2 its clock is set back by two hours, as an operator or a time server would do it. */
const RealDate = Date;
let offsetMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offsetMs);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + offsetMs;
  }
};

process.on('SIGUSR2', () => {
  offsetMs -= 7_200_000;
  console.log('The clock was set back.');
});
