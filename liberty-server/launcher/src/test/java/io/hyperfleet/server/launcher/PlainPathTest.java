package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a b", "ü", "a+b", "'&!{}"})
  void mostFoldersAreShownAsTheyAre(String name) {
    Path path = folder.resolve(name);

    assertThat(PlainPath.of(path)).isSameAs(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%20", "100%d", "#", "a b/c#d"})
  void othersAreShownThroughALinkThatStaysTheSame(String name) throws IOException {
    Path path = Files.createDirectories(folder.resolve(name));

    Path shown = PlainPath.of(path);

    assertThat(shown.toString()).doesNotContain("%", "#");
    assertThat(shown.toRealPath()).isEqualTo(path.toRealPath());
    assertThat(PlainPath.of(path)).isEqualTo(shown);
    Files.delete(shown);
    Files.delete(shown.getParent());
  }

  @Test
  void eachFolderHasALinkOfItsOwn() throws IOException {
    Path one = PlainPath.of(Files.createDirectory(folder.resolve("1#")));
    Path other = PlainPath.of(Files.createDirectory(folder.resolve("2#")));

    assertThat(one).isNotEqualTo(other);
    for (Path link : new Path[] {one, other}) {
      Files.delete(link);
      Files.delete(link.getParent());
    }
  }
}
