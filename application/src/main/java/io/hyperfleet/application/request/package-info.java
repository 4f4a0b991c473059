/** What travels with a request through every use case. Nothing of how the request came. */
package io.hyperfleet.application.request;
