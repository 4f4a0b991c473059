package io.hyperfleet.json.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Makes a tree of the events of a parser, within bounds that the parser itself does not keep. */
final class YamlTree {

  /** Whoever walks the tree may do so by recursion. */
  private static final int MAX_DEPTH = 500;

  /** An alias counts as much as what it names: ten lines of aliases can stand for billions. */
  private static final int MAX_VALUES = 1_000_000;

  private static final ScalarResolver RESOLVER = new CoreSchema().getScalarResolver();

  private static final Map<Tag, YamlScalar.Type> TYPES =
      Map.of(
          Tag.NULL, YamlScalar.Type.NULL,
          Tag.BOOL, YamlScalar.Type.BOOLEAN,
          Tag.INT, YamlScalar.Type.NUMBER,
          Tag.FLOAT, YamlScalar.Type.NUMBER);

  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final List<YamlFault> faults = new ArrayList<>();
  private int values;
  private int depth;

  YamlTree(Iterator<Event> events) {
    this.events = events;
  }

  List<YamlFault> faults() {
    return List.copyOf(faults);
  }

  Optional<YamlValue> top() {
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    YamlValue top = value(events.next(), Optional.empty(), "");
    events.next();
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw failure(end, "a second document starts here");
    }
    return Optional.of(top);
  }

  private YamlValue value(Event event, Optional<YamlPlace> around, String step) {
    if (event instanceof AliasEvent alias) {
      return named(alias);
    }
    int before = values;
    count(event, 1);
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    anchor.ifPresent(name -> anchors.put(name, Anchored.OPEN));
    YamlPlace at = YamlFile.place(event.getStartMark());
    YamlPlace place = new YamlPlace(around, step, at.line(), at.column());
    YamlValue value =
        event instanceof ScalarEvent scalar ? scalar(scalar, place) : collection(event, place);
    anchor.ifPresent(name -> anchors.put(name, new Anchored(Optional.of(value), values - before)));
    return value;
  }

  private YamlValue named(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw failure(alias, "found an unknown alias; some values need quotes");
    }
    count(alias, anchored.values);
    return anchored.value.orElseThrow(
        () -> failure(alias, "an alias stands within the value that it names"));
  }

  private static YamlScalar scalar(ScalarEvent event, YamlPlace place) {
    Tag tag =
        event
            .getTag()
            .filter(name -> !name.equals("!"))
            .map(Tag::new)
            .orElseGet(
                () ->
                    RESOLVER.resolve(
                        event.getValue(), event.getImplicit().canOmitTagInPlainScalar()));
    return new YamlScalar(place, event.getValue(), TYPES.getOrDefault(tag, YamlScalar.Type.TEXT));
  }

  private YamlValue collection(Event start, YamlPlace place) {
    if (++depth > MAX_DEPTH) {
      throw failure(start, "more than " + MAX_DEPTH + " levels");
    }
    YamlValue collection = start.getEventId() == Event.ID.MappingStart ? group(place) : list(place);
    depth--;
    return collection;
  }

  private YamlList list(YamlPlace place) {
    List<YamlValue> items = new ArrayList<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.SequenceEnd;
        next = events.next()) {
      items.add(value(next, Optional.of(place), "[" + items.size() + "]"));
    }
    return new YamlList(place, items);
  }

  private YamlGroup group(YamlPlace place) {
    Map<String, YamlGroup.Member> members = new LinkedHashMap<>();
    for (Event next = events.next();
        next.getEventId() != Event.ID.MappingEnd;
        next = events.next()) {
      YamlValue key = value(next, Optional.of(place), "");
      boolean isText = next instanceof ScalarEvent && !key.isNull();
      String name = isText ? ((YamlScalar) key).text() : "?";
      YamlPlace at =
          new YamlPlace(Optional.of(place), name, key.place().line(), key.place().column());
      YamlValue value = value(events.next(), Optional.of(place), name);
      if (!isText) {
        faults.add(new YamlFault(at, "is no text, as a key has to be"));
      } else if (members.putIfAbsent(name, new YamlGroup.Member(at, value)) != null) {
        faults.add(new YamlFault(at, "is there twice"));
      }
    }
    return new YamlGroup(place, members);
  }

  private void count(Event event, int more) {
    values += more;
    if (values > MAX_VALUES) {
      throw failure(event, "more than " + MAX_VALUES + " values, each alias counted in full");
    }
  }

  private static YamlException failure(Event event, String problem) {
    return new YamlException(YamlFile.place(event.getStartMark()), problem);
  }

  /**
   * What aliases may name.
   *
   * @param value empty as long as it is being read
   * @param values how many it stands for
   */
  private record Anchored(Optional<YamlValue> value, int values) {
    private static final Anchored OPEN = new Anchored(Optional.empty(), 0);
  }
}
