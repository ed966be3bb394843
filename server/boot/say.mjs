/** Progress on the way goes to the standard error, so that the standard output holds the result alone. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says the sentence and ends the process as failed. */
export function giveUp(sentence) {
  say(sentence);
  process.exit(1);
}
