/**
 * What a list may be searched and ordered by, as values. Knows neither the language in which
 * clients ask nor that of the database.
 */
package io.hyperfleet.domain.search;
