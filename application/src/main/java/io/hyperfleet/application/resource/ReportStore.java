package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the latest report of each adapter on each resource, for as long as the resource is there.
 * Used within units of work only. The order of reports is that in which the adapters began to
 * report, and by name where they began at once.
 */
public interface ReportStore {

  /** What these adapters reported, in order. */
  List<AdapterReport> find(Reference resource, Set<AdapterName> adapters);

  /** What anybody reported, in order. */
  List<AdapterReport> findAll(Reference resource);

  /** A part of {@link #findAll}. A page past the end is empty and still carries the total. */
  Page<AdapterReport> list(Reference resource, PageRequest page);

  /**
   * Stores a report in place of what the adapter reported before, and the conditions that the
   * resource has now, if they are others; that makes a new version of the resource. A stored report
   * of a later generation, or of the same one and a later time, stays, and so does everything else.
   *
   * @return whether it was stored
   */
  boolean store(Reference resource, AdapterReport report, Optional<Document> conditions);
}
