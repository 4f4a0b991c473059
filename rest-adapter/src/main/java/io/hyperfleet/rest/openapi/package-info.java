/** What the service publishes of itself: the document of its routes, and a page to try them. */
package io.hyperfleet.rest.openapi;
