package io.hyperfleet.domain.search;

/**
 * A word of a search.
 *
 * @param text of a quoted string what it stands for, else what was written
 * @param offset where it begins
 */
record SearchToken(TokenType type, String text, int offset) {

  /** What a word can be. */
  enum TokenType {
    STRING,
    DATE,
    TIMESTAMP,
    NUMBER,
    NAME,
    AND,
    OR,
    NOT,
    LIKE,
    ILIKE,
    IN,
    IS,
    NULL,
    BETWEEN,
    TRUE,
    FALSE,
    LEN,
    ANY,
    ALL,
    SUM,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    MATCHES,
    MATCHES_NOT,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    MODULO,
    OPEN,
    CLOSE,
    OPEN_LIST,
    CLOSE_LIST,
    COMMA,
    END
  }
}
