package io.hyperfleet.domain.kind;

/** What becomes of the children when their parent is to be deleted. */
public enum OnParentDelete {
  /** As long as there are active ones, the parent stays. */
  RESTRICT,
  /** They are deleted with it. */
  CASCADE,
  /** They are left behind. */
  KEEP
}
