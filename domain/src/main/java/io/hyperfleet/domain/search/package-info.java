/**
 * What a list may be searched and ordered by, as values, and the language in which clients ask for
 * it. Does not know the language of the database.
 */
package io.hyperfleet.domain.search;
