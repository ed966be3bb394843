/** Redis can not be reached, or does not take writes: nothing of the request is known to be stored; send it again. */
export class RedisAwayError extends Error {
  override readonly name = "RedisAwayError";
}

/** The settings can not be used; `mistakes` has one sentence for each: which variable, what it says, what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join("\n"));
    this.mistakes = mistakes;
  }
}
