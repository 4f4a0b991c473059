package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchOperand.OfLiteral;
import io.hyperfleet.domain.search.SearchOperand.OfNumber;
import io.hyperfleet.domain.search.SearchSyntax.Elements;
import io.hyperfleet.domain.search.SearchSyntax.Junction;
import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.search.SearchSyntax.Minus;
import io.hyperfleet.domain.search.SearchSyntax.Name;
import io.hyperfleet.domain.search.SearchSyntax.Negation;
import io.hyperfleet.domain.search.SearchSyntax.Numeral;
import io.hyperfleet.domain.search.SearchSyntax.Term;
import io.hyperfleet.domain.search.SearchSyntax.Unsupported;
import java.util.List;

/**
 * Finds out what stands on one side of a comparison.
 *
 * @param negated whether there is a negation around it
 */
record SearchOperands(SearchText source, boolean negated)
    implements SearchSyntax.Visitor<SearchOperand> {

  private static final String VALUE = "a field, a string, a number or a time";

  SearchOperand of(SearchSyntax syntax) {
    return syntax.accept(this);
  }

  @Override
  public SearchOperand name(Name name) {
    return SearchNames.resolve(name, negated);
  }

  @Override
  public SearchOperand literal(Literal literal) {
    return new OfLiteral(literal);
  }

  @Override
  public SearchOperand numeral(Numeral numeral) {
    return new OfNumber(numeral.value(), numeral.offset());
  }

  @Override
  public SearchOperand minus(Minus minus) {
    if (of(minus.operand()) instanceof OfNumber number) {
      return new OfNumber(number.value().negate(), minus.offset());
    }
    throw source.expected(minus.operand().offset(), "a number after the minus");
  }

  @Override
  public SearchOperand unsupported(Unsupported unsupported) {
    List<SearchSyntax> operands = unsupported.operands();
    of(operands.get(0));
    if (operands.size() > 1) {
      TypedColumns.check(operands.get(0), operands.get(1));
      of(operands.get(1));
    }
    throw FleetException.badRequest("unsupported comparison operator: " + unsupported.operator());
  }

  @Override
  public SearchOperand negation(Negation negation) {
    new SearchOperands(source, true).of(negation.operand());
    throw source.expected(negation.offset(), VALUE);
  }

  @Override
  public SearchOperand elements(Elements elements) {
    throw source.expected(elements.offset(), VALUE);
  }

  @Override
  public SearchOperand junction(Junction junction) {
    throw source.expected(junction.offset(), VALUE);
  }

  @Override
  public SearchOperand term(Term term) {
    throw source.expected(term.offset(), VALUE);
  }
}
