package io.hyperfleet.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One expression, ready to be evaluated. */
final class CelProgram {

  /**
   * Values are those of Java, numbers of different types compare, and no loop goes on long after
   * the costs are used up: the engine swallows what a listener throws while it decides on a turn.
   */
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(CelReader.MAX_CODE_POINTS)
          .evaluateCanonicalTypesToNativeValues(true)
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(EvaluationCost.LIMIT)
          .build();

  /** More lenient than the reader, whose complaints come first: `1 < 2.0` never gets here. */
  private static final CelCompiler COMPILER =
      CelReader.ANY_RESULT
          .toCompilerBuilder()
          .setOptions(OPTIONS)
          .addFunctionDeclarations(OptionalMembers.DECLARATION)
          .build();

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder()
          .setOptions(OPTIONS)
          .setStandardEnvironmentEnabled(false)
          .setStandardFunctions(CelFunctions.STANDARD)
          .addFunctionBindings(CelFunctions.bindings())
          .addLibraries(CelExtensions.optional())
          .build();

  private static final Pattern PLACE = Pattern.compile("evaluation error at <input>:(\\d+)");

  private final CelRuntime.Program program;

  private CelProgram(CelRuntime.Program program) {
    this.program = program;
  }

  /** Of an expression that was read before. */
  static CelProgram of(String expression) {
    try {
      CelAbstractSyntaxTree tree = OptionalMembers.replacedIn(COMPILER.parse(expression).getAst());
      return new CelProgram(RUNTIME.createProgram(COMPILER.check(tree).getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      throw new RuleFailure("the expression cannot be read");
    }
  }

  Object evaluate(RuleVariables variables) {
    EvaluationCost cost = new EvaluationCost();
    try {
      return program.trace(variables, cost);
    } catch (CelEvaluationException e) {
      cost.requireKept();
      throw new RuleFailure(kind(e) + place(e));
    } catch (StackOverflowError tooDeep) {
      throw new RuleFailure("it is nested too deeply");
    }
  }

  /** What the engine says in words may quote a key or a value. */
  private static String kind(CelEvaluationException failure) {
    CelErrorCode code = failure.getErrorCode();
    return failure.getCause() instanceof RuleFailure ours
        ? ours.getMessage()
        : code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String place(CelEvaluationException failure) {
    Matcher place = PLACE.matcher(failure.getMessage());
    return place.lookingAt() ? " (at character " + place.group(1) + ")" : "";
  }
}
