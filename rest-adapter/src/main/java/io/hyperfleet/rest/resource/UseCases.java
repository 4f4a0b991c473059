package io.hyperfleet.rest.resource;

import io.hyperfleet.application.resource.ResourceDeletion;
import io.hyperfleet.application.resource.ResourceReports;
import io.hyperfleet.application.resource.ResourceService;

/** Everything that can be done to resources. */
record UseCases(ResourceService resources, ResourceDeletion deletion, ResourceReports reports) {}
