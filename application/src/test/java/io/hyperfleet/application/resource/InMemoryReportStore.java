package io.hyperfleet.application.resource;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports without a database. Those on a resource that is gone cannot be found any more. */
public final class InMemoryReportStore implements ReportStore {

  private static final Comparator<AdapterReport> ORDER =
      Comparator.comparing(AdapterReport::createdTime).thenComparing(AdapterReport::adapter);

  private final InMemoryTransactions transactions;
  private final InMemoryResourceStore resources;
  private final Map<Key, AdapterReport> reports = new HashMap<>();

  public InMemoryReportStore(InMemoryTransactions transactions, InMemoryResourceStore resources) {
    this.transactions = transactions;
    this.resources = resources;
  }

  @Override
  public List<AdapterReport> find(Reference resource, Set<AdapterName> adapters) {
    return findAll(resource).stream()
        .filter(report -> adapters.contains(report.adapter()))
        .toList();
  }

  @Override
  public List<AdapterReport> findAll(Reference resource) {
    transactions.requireUnit();
    if (!resources.exists(resource.kind(), resource.id())) {
      return List.of();
    }
    return reports.entrySet().stream()
        .filter(entry -> entry.getKey().resource.equals(resource))
        .map(Map.Entry::getValue)
        .sorted(ORDER)
        .toList();
  }

  @Override
  public Page<AdapterReport> list(Reference resource, PageRequest page) {
    List<AdapterReport> all = findAll(resource);
    return new Page<>(
        all.stream().skip(page.offset()).limit(page.size()).toList(), page.page(), all.size());
  }

  @Override
  public boolean store(Reference resource, AdapterReport report, Optional<Document> conditions) {
    transactions.requireTransaction();
    Key key = new Key(resource, report.adapter());
    AdapterReport before = reports.get(key);
    if (before != null && isLater(before, report)) {
      return false;
    }
    transactions.onRollback(
        () -> {
          if (before == null) {
            reports.remove(key);
          } else {
            reports.put(key, before);
          }
        });
    reports.put(key, before == null ? report : createdWith(before, report));
    conditions.ifPresent(now -> show(resource, now));
    return true;
  }

  private void show(Reference resource, Document conditions) {
    Resource stored = resources.find(resource.kind(), resource.id()).orElseThrow();
    resources.put(
        new Resource(
            stored.id(),
            stored.kind(),
            stored.name(),
            stored.href(),
            stored.owner(),
            stored.labels(),
            stored.references(),
            stored.spec(),
            stored.tenancy(),
            stored.generation(),
            stored.version() + 1,
            stored.audit(),
            conditions));
  }

  private static boolean isLater(AdapterReport stored, AdapterReport report) {
    int generations = Integer.compare(stored.observedGeneration(), report.observedGeneration());
    return generations > 0
        || (generations == 0 && stored.lastReportTime().isAfter(report.lastReportTime()));
  }

  private static AdapterReport createdWith(AdapterReport before, AdapterReport report) {
    return new AdapterReport(
        report.adapter(),
        report.observedGeneration(),
        report.conditions(),
        report.data(),
        report.metadata(),
        before.createdTime(),
        report.lastReportTime());
  }

  private record Key(Reference resource, AdapterName adapter) {}
}
