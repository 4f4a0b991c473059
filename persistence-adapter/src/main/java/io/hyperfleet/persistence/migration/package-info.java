/** Where the tables live and how they come about. Nothing of what the rows mean. */
package io.hyperfleet.persistence.migration;
