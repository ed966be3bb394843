/**
 * How an entity in memory stands to the rows and to the store. Its contribution is taken back before its first change and
 * put again before the commit, so that an entity that changes five times between two commits is counted anew once.
 */
export interface Standing {
  /** It differs from what is stored. */
  changed: boolean;
  /** Its contribution is in the rows. */
  counted: boolean;
}
