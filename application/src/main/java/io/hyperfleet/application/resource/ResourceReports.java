package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.DeletionStore.Ancestor;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportDraft;
import io.hyperfleet.domain.status.ReportRequest;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What adapters report, and what becomes of the resource by that: its conditions follow, or it goes
 * with the last report for which it waited. All of it is one transaction, in which nobody else
 * changes the resource.
 */
public final class ResourceReports {

  private final KindCatalogue kinds;
  private final Members members;
  private final ReportStore reports;
  private final DeletionStore deletions;
  private final WaitingOwners owners;
  private final ResourceConditions conditions;
  private final DocumentEquality equality;
  private final InstantSource clock;
  private final Transactions transactions;

  public ResourceReports(
      KindCatalogue kinds,
      Stores stores,
      ResourceConditions conditions,
      DocumentEquality equality,
      InstantSource clock) {
    this.kinds = kinds;
    this.members = new Members(kinds, stores.resources());
    this.reports = stores.reports();
    this.deletions = stores.deletions();
    this.owners = new WaitingOwners(kinds, deletions, reports);
    this.conditions = conditions;
    this.equality = equality;
    this.clock = clock;
    this.transactions = stores.transactions();
  }

  /** One page of what was reported on a member of the collection. */
  public Page<AdapterReport> list(
      RequestContext context, ResourceCollection collection, String id, PageRequest page) {
    return transactions.reading(
        context, () -> reports.list(members.reference(collection, id), page));
  }

  /**
   * Takes a report on a member of the collection.
   *
   * @return what is kept of the adapter now; empty if the report came too late, too early or with
   *     no news, and nothing changed
   */
  public Optional<AdapterReport> report(
      RequestContext context, ResourceCollection collection, String id, ReportRequest request) {
    ReportDraft draft = ReportDraft.accept(request, clock.instant());
    return transactions.required(
        context,
        () -> {
          List<Ancestor> waiting =
              draft.isFinal() ? owners.lock(members.kindOf(collection, id), id) : List.of();
          return report(members.lock(collection, id), draft, waiting);
        });
  }

  private Optional<AdapterReport> report(
      Resource resource, ReportDraft draft, List<Ancestor> waiting) {
    KindDescriptor kind = kinds.named(resource.kind().name()).orElseThrow();
    List<AdapterReport> known = known(kind, Reference.to(resource), draft.adapter());
    Optional<AdapterReport> stored =
        known.stream().filter(report -> report.adapter().equals(draft.adapter())).findFirst();
    Optional<AdapterReport> accepted = draft.replacing(resource.generation(), stored);
    if (accepted.isEmpty()) {
      return accepted;
    }
    List<AdapterReport> all = replaced(known, accepted.get());
    if (draft.isFinal() && leaves(kind, resource, all)) {
      owners.childGone(waiting);
      return accepted;
    }
    if (stored.filter(before -> isSame(before, accepted.get())).isPresent()) {
      return stored;
    }
    return accepted.filter(
        report -> reports.store(Reference.to(resource), report, news(kind, resource, all, report)));
  }

  /** All reports where a rule of the kind may ask for any; else those that decide. */
  private List<AdapterReport> known(KindDescriptor kind, Reference resource, AdapterName reporter) {
    if (!kind.conditions().isEmpty()) {
      return reports.findAll(resource);
    }
    Set<AdapterName> wanted = new HashSet<>(kind.requiredAdapters());
    wanted.add(reporter);
    return reports.find(resource, wanted);
  }

  /** In the order of the store, so that rules see the same whoever reported last. */
  private static List<AdapterReport> replaced(List<AdapterReport> known, AdapterReport report) {
    return Stream.concat(
            known.stream().filter(before -> !before.adapter().equals(report.adapter())),
            Stream.of(report))
        .sorted(
            Comparator.comparing(AdapterReport::createdTime).thenComparing(AdapterReport::adapter))
        .toList();
  }

  private boolean leaves(KindDescriptor kind, Resource resource, List<AdapterReport> all) {
    return ResourceConditions.isFinal(kind, resource, all)
        && deletions.removeChildless(Reference.to(resource));
  }

  /** Who does not know whether the resource is available decides nothing, except by a rule. */
  private Optional<Document> news(
      KindDescriptor kind, Resource resource, List<AdapterReport> all, AdapterReport report) {
    boolean decides =
        !kind.conditions().isEmpty()
            || !report.says(ReportedCondition.AVAILABLE, ConditionStatus.UNKNOWN);
    return decides ? conditions.ofReported(kind, resource, all) : Optional.empty();
  }

  private boolean isSame(AdapterReport before, AdapterReport now) {
    return before.observedGeneration() == now.observedGeneration()
        && before.lastReportTime().equals(now.lastReportTime())
        && before.conditions().equals(now.conditions())
        && equality.sameValue(before.data(), now.data())
        && isSame(before.metadata(), now.metadata());
  }

  private boolean isSame(Optional<Document> before, Optional<Document> now) {
    return before.isPresent() == now.isPresent()
        && (before.isEmpty() || equality.sameValue(before.get(), now.get()));
  }
}
