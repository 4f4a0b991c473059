package io.hyperfleet.domain.search;

/** What can be asked of one operand. */
enum SearchPredicate {
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  LIKE,
  ILIKE,
  IN,
  BETWEEN,
  IS_NULL
}
