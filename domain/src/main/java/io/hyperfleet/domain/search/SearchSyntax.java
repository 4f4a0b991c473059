package io.hyperfleet.domain.search;

import java.math.BigDecimal;
import java.util.List;

/** A search as it is built from words; whether it makes sense is not known yet. */
sealed interface SearchSyntax {

  /** Where it begins. */
  int offset();

  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of syntax. */
  interface Visitor<R> {
    R name(Name name);

    R literal(Literal literal);

    R numeral(Numeral numeral);

    R elements(Elements elements);

    R minus(Minus minus);

    R negation(Negation negation);

    R unsupported(Unsupported unsupported);

    R junction(Junction junction);

    R term(Term term);
  }

  /** What a field may be called. */
  record Name(String text, int offset) implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }
  }

  /** A value that is no number, as it was written. */
  record Literal(Kind kind, String text, int offset) implements SearchSyntax {

    /** How it was written. */
    enum Kind {
      STRING,
      DATE,
      TIMESTAMP,
      BOOLEAN
    }

    boolean isTime() {
      return kind == Kind.DATE || kind == Kind.TIMESTAMP;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** A number without a sign. */
  record Numeral(BigDecimal value, int offset) implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.numeral(this);
    }
  }

  /** What stands in square brackets. */
  record Elements(List<SearchSyntax> values, int offset) implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.elements(this);
    }
  }

  /** A minus before something. */
  record Minus(SearchSyntax operand, int offset) implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.minus(this);
    }
  }

  /** The word not before something, or in the middle of a term. */
  record Negation(SearchSyntax operand, int offset) implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.negation(this);
    }
  }

  /** What the language can say, and the service does not answer. */
  record Unsupported(String operator, List<SearchSyntax> operands, int offset)
      implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unsupported(this);
    }
  }

  /** Several of which all have to hold, or any. */
  record Junction(boolean ofAll, List<SearchSyntax> operands, int offset) implements SearchSyntax {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.junction(this);
    }
  }

  /** What is asked of the left side; the right one has as many parts as the question needs. */
  record Term(
      SearchPredicate predicate, SearchSyntax left, List<SearchSyntax> right, int operatorOffset)
      implements SearchSyntax {

    @Override
    public int offset() {
      return left.offset();
    }

    SearchSyntax only() {
      return right.get(0);
    }

    Term withLeft(SearchSyntax other) {
      return new Term(predicate, other, right, operatorOffset);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.term(this);
    }
  }
}
