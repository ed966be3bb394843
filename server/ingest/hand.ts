/** Another thread of this process that folds partitions for their owner while a backlog waits in them. */
export interface Hand {
  /** Brings the thread up where it is not yet; false when it can not be. */
  come(): Promise<boolean>;
  /**
   * Has it fold a partition, whose lease must be free or of the same member, until nothing waits in its stream or the
   * signal is raised. Resolves when the work is committed and the lease given back, and also when the thread died.
   */
  work(partition: number, signal: AbortSignal): Promise<void>;
}
