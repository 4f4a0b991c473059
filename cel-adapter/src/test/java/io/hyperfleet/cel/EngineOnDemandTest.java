package io.hyperfleet.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.resource.ConditionRules;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineOnDemandTest {

  private static final Resource CLUSTER = ResourceFixture.cluster().build();

  @Test
  void kindsWithoutRulesNeedNoEngine() throws Exception {
    ConditionRules rules = rulesWithoutEngine();
    KindDescriptor ruled =
        KindFixture.root("Gauge", "gauges")
            .withConditions(new ConditionRule("Calm", "true", "true", "''", "''"))
            .build();

    assertThat(rules.evaluate(KindFixture.CLUSTER, CLUSTER, List.of())).isEmpty();
    assertThatThrownBy(() -> rules.evaluate(ruled, CLUSTER, List.of()))
        .isInstanceOf(NoClassDefFoundError.class);
  }

  private static ConditionRules rulesWithoutEngine() throws Exception {
    return (ConditionRules)
        new WithoutEngine()
            .loadClass(CelConditionRules.class.getName())
            .getConstructor()
            .newInstance();
  }

  private static final class WithoutEngine extends ClassLoader {

    WithoutEngine() {
      super(CelConditionRules.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("dev.cel.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.hyperfleet.cel.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defined(name) : loaded;
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] code = file.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
