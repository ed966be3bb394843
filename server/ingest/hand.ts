/** Another thread of this process that folds partitions for their owner while a backlog waits in them. */
export interface Hand {
  /**
   * Has it fold a partition, whose lease must be free or of the same member, until nothing waits in its stream or the
   * signal is raised. Resolves when the work is committed and the lease given back, and also when the thread died.
   * @returns false when there is no such thread and none can be made
   */
  work(partition: number, signal: AbortSignal): Promise<boolean>;
}
