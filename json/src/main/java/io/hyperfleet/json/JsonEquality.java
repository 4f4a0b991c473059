package io.hyperfleet.json;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;

/** Compares documents as trees, unless their texts are the same already. */
public final class JsonEquality implements DocumentEquality {

  @Override
  public boolean sameValue(Document left, Document right) {
    return left.equals(right) || JsonReader.tree(left).equals(JsonReader.tree(right));
  }
}
