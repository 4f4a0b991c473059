package io.hyperfleet.domain.kind;

import java.util.List;

/** Reads the expressions of rules for conditions, before there is anything to evaluate them on. */
@FunctionalInterface
public interface ConditionExpressions {

  /**
   * What is wrong with the expressions of a rule, one text each, in the order of the rule; nothing
   * if all of them can be evaluated. A text names kind, type and expression, and may have lines.
   */
  List<String> problems(KindDescriptor kind, ConditionRule rule);
}
