package io.hyperfleet.domain.search;

import io.hyperfleet.domain.search.SearchSyntax.Literal;
import java.math.BigDecimal;

/** One side of a comparison, once it is known what it means. */
sealed interface SearchOperand {

  /** Where it begins. */
  int offset();

  /** Something that resources have. */
  record OfField(SearchField field, String name, int offset) implements SearchOperand {}

  /** A column that every resource has, and that holds no single value. */
  record OfDocument(String name, int offset) implements SearchOperand {}

  /** A column that no resource has. */
  record OfNothing(int offset) implements SearchOperand {}

  /** Something to compare with. */
  sealed interface Constant extends SearchOperand {

    /** As text is compared with it. */
    SearchValue.Text asText();
  }

  /** A number, maybe a negative one. */
  record OfNumber(BigDecimal value, int offset) implements Constant {

    @Override
    public SearchValue.Text asText() {
      return new SearchValue.Text(value.toPlainString());
    }
  }

  /** Anything else that was written out. */
  record OfLiteral(Literal literal) implements Constant {

    @Override
    public int offset() {
      return literal.offset();
    }

    @Override
    public SearchValue.Text asText() {
      return new SearchValue.Text(literal.text());
    }
  }
}
