package io.hyperfleet.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads an expression as far as that is possible without a resource and its reports. */
final class CelReader {

  /** That of the Go service; the engine limits the depth of an expression by itself. */
  static final int MAX_CODE_POINTS = 100_000;

  /** What an expression may use. */
  static final CelCompiler ANY_RESULT =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(CelOptions.current().maxExpressionCodePointSize(MAX_CODE_POINTS).build())
          .setStandardMacros(CelStandardMacro.values())
          .addLibraries(CelExtensions.optional())
          .addVar("statuses", ListType.create(SimpleType.DYN))
          .addVar("resource", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addFunctionDeclarations(
              CelFunctionDecl.newFunctionDeclaration(
                  "toJson",
                  CelOverloadDecl.newGlobalOverload(
                      "toJson_dyn", SimpleType.STRING, SimpleType.DYN)),
              CelFunctionDecl.newFunctionDeclaration(
                  "dig",
                  CelOverloadDecl.newGlobalOverload(
                      "dig_dyn_string", SimpleType.DYN, SimpleType.DYN, SimpleType.STRING)))
          .build();

  /** It evaluates what needs no data, so its results are of any type. */
  private static final CelValidator LITERALS =
      CelValidatorFactory.standardCelValidatorBuilder(
              ANY_RESULT, CelRuntimeFactory.standardCelRuntimeBuilder().build())
          .addAstValidators(DurationLiteralValidator.INSTANCE, TimestampLiteralValidator.INSTANCE)
          .build();

  /** Whether there is a condition: one that can be no boolean would fail every time. */
  static final CelReader CONDITION =
      new CelReader(ANY_RESULT.toCompilerBuilder().setResultType(SimpleType.BOOL).build());

  /** What a condition says: whatever it is, it has a form as text. */
  static final CelReader OUTPUT = new CelReader(ANY_RESULT);

  private final CelCompiler compiler;

  private CelReader(CelCompiler compiler) {
    this.compiler = compiler;
  }

  /** Why nobody could evaluate it, in one line that begins with the step that it failed in. */
  Optional<String> problem(String expression) {
    String failed = "invalid CEL expression";
    try {
      CelAbstractSyntaxTree tree = compiler.parse(expression).getAst();
      failed = "CEL check failed";
      tree = compiler.check(tree).getAst();
      failed = "failed to compile CEL expression";
      LITERALS.validate(tree).getAst();
      return Optional.empty();
    } catch (CelValidationException e) {
      return Optional.of(failed + ": " + inOneLine(e.getMessage()));
    } catch (StackOverflowError tooDeep) {
      // The limit of the engine fits larger stacks than that of the program.
      return Optional.of(failed + ": it is nested too deeply");
    }
  }

  /** Without the excerpts that point at the place: the whole expression is told anyway. */
  private static String inOneLine(String errors) {
    return errors
        .lines()
        .filter(Predicate.not(line -> line.startsWith(" | ")))
        .collect(Collectors.joining("; "));
  }
}
