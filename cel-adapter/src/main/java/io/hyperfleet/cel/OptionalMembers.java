package io.hyperfleet.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelMutableAst;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.Expression.Call;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code a.?b.?c[?0]}. The engine makes an optional of an optional of the first half, evaluates
 * {@code a} twice for each member that follows, and cannot tell a list from a map in the second. So
 * a function of ours takes their place.
 */
final class OptionalMembers {

  static final CelFunctionDecl DECLARATION =
      CelFunctionDecl.newFunctionDeclaration(
          "@member",
          CelOverloadDecl.newGlobalOverload(
              "member_dyn_dyn",
              OptionalType.create(SimpleType.DYN),
              SimpleType.DYN,
              SimpleType.DYN));

  static final CelFunctionBinding BINDING =
      CelFunctionBinding.from(
          "member_dyn_dyn", Object.class, Object.class, OptionalMembers::member);

  private OptionalMembers() {}

  /**
   * The same expression, still to be checked; one that is replaced in no longer knows its lines.
   */
  static CelAbstractSyntaxTree replacedIn(CelAbstractSyntaxTree parsed) {
    Set<Long> places =
        CelNavigableAst.fromAst(parsed)
            .getRoot()
            .allNodes()
            .filter(node -> isOptional(node.expr()))
            .map(CelNavigableExpr::id)
            .collect(Collectors.toSet());
    return places.isEmpty() ? parsed : replacedAt(places, parsed);
  }

  private static boolean isOptional(CelExpr part) {
    Call<CelExpr> call = part.callOrDefault();
    return switch (call.function()) {
      case "_?._", "_[?_]" -> true;
      case "_[_]" -> isOptional(call.args().get(0));
      default -> false;
    };
  }

  private static CelAbstractSyntaxTree replacedAt(Set<Long> places, CelAbstractSyntaxTree parsed) {
    CelMutableAst replaced = CelMutableAst.fromCelAst(parsed);
    CelNavigableMutableAst.fromAst(replaced)
        .getRoot()
        .allNodes()
        .filter(node -> places.contains(node.id()))
        .forEach(node -> node.expr().call().setFunction(DECLARATION.name()));
    return replaced.toParsedAst();
  }

  private static Object member(Object container, Object name) {
    if (container instanceof Optional<?> optional) {
      return optional.map(present -> member(present, name)).orElse(Optional.empty());
    }
    if (container instanceof Map<?, ?> map) {
      return Optional.ofNullable((Object) map.get(name));
    }
    return container instanceof List<?> list && name instanceof Number index
        ? item(list, index.doubleValue())
        : Optional.empty();
  }

  private static Optional<Object> item(List<?> list, double index) {
    boolean isThere = index >= 0 && index < list.size() && index == Math.rint(index);
    return isThere ? Optional.of(list.get((int) index)) : Optional.empty();
  }
}
