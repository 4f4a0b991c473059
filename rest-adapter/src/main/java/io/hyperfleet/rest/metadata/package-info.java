/** What the service says about itself. Nothing of what it keeps. */
package io.hyperfleet.rest.metadata;
