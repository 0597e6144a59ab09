/**
 * Ends with one sentence that says what to do, and nothing else on the screen.
 *
 * @param {string} sentence
 * @returns {never}
 */
export function refuse(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
