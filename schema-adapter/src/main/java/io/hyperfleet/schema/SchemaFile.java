package io.hyperfleet.schema;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.yaml.YamlException;
import io.hyperfleet.json.yaml.YamlFile;
import io.hyperfleet.json.yaml.YamlGroup;
import io.hyperfleet.json.yaml.YamlList;
import io.hyperfleet.json.yaml.YamlScalar;
import io.hyperfleet.json.yaml.YamlValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provider's file, read as what it has to be; complaints name the file and the line. */
final class SchemaFile {

  private final Path path;
  private final YamlValue root;

  private SchemaFile(Path path) {
    this.path = path;
    YamlFile file = parse();
    file.faults().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw failure(
                  fault.place().line(),
                  fault.place().path() + " " + fault.problem() + "; correct the key");
            });
    this.root =
        file.top().orElseThrow(() -> failure("the file is empty; write an OpenAPI document"));
  }

  static SchemaFile read(Path path) {
    return new SchemaFile(path);
  }

  YamlValue root() {
    return root;
  }

  private YamlFile parse() {
    try {
      return YamlFile.read(path);
    } catch (YamlException e) {
      throw failure(e.line(), e.getMessage() + "; correct the syntax");
    } catch (NoSuchFileException e) {
      throw failure("no such file; name the provider's OpenAPI file, or none to accept any spec");
    } catch (CharacterCodingException e) {
      throw failure("the file is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      throw failure("the file cannot be read (" + e + "); check its path and permissions");
    }
  }

  SchemaFileException failure(String problem) {
    return failure(0, problem);
  }

  SchemaFileException failure(YamlValue value, String problem) {
    return failure(value.place().line(), problem);
  }

  /** A complaint about a line, or about the file if nobody knows the line. */
  private SchemaFileException failure(int line, String problem) {
    return new SchemaFileException(path + (line > 0 ? ":" + line : "") + ": " + problem);
  }

  /** The members of an object, in the order of the file. */
  Map<String, YamlValue> members(YamlValue value, String what) {
    if (!(value instanceof YamlGroup group)) {
      throw failure(value, what + " must be an object");
    }
    Map<String, YamlValue> members = new LinkedHashMap<>();
    group.members().forEach((name, member) -> members.put(name, member.value()));
    return members;
  }

  List<YamlValue> items(YamlValue value, String what) {
    if (!(value instanceof YamlList list)) {
      throw failure(value, what + " must be a list");
    }
    return list.items();
  }

  /** A single value as it is written: a version like 3.1 needs no quotes. */
  String text(YamlValue value, String what) {
    if (value instanceof YamlScalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw failure(value, what + " must be a text");
  }

  JsonValue json(YamlValue value) {
    try {
      return value.json();
    } catch (YamlException e) {
      throw failure(e.line(), e.getMessage());
    }
  }
}
