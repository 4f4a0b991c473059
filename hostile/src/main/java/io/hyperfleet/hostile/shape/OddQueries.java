package io.hyperfleet.hostile.shape;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Parameters of lists, some of which mean something. */
public final class OddQueries {

  private static final String[] NAMES = {
    "page",
    "size",
    "order",
    "orderBy",
    "search",
    "fields",
    "cursor",
    "total",
    "pageSize",
    "",
    "a",
    "\u00e9"
  };
  private static final String[] VALUES = {
    "",
    "0",
    "1",
    "100",
    "-1",
    "2147483648",
    "9999999999999999999",
    "1e3",
    "٣",
    "name desc",
    "created_time",
    "name='a'",
    "name like '%'",
    "labels.a='b' or not (name in ('a','b'))",
    "spec.a='b'",
    "status.x",
    "name='" + "a".repeat(2000) + "'",
    "(".repeat(300),
    "not ".repeat(300) + "name='a'",
    "name='\0'",
    "';--",
    "id='x'",
    "name=",
    "generation>1",
    "created_time>'2026'",
    "id,name",
    "items.",
    "\ud83d\ude00",
    "AZqq3b9d6L0AAAAA",
    "false",
    "*"
  };

  private OddQueries() {}

  public static String next(Choice choice) {
    StringJoiner query = new StringJoiner("&");
    for (int i = choice.below(4); i >= 0; i--) {
      query.add(encoded(choice.one(NAMES)) + "=" + encoded(choice.one(VALUES)));
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
