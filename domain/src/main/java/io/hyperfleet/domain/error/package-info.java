/** What may go wrong, in the words of the public contract. No HTTP number and no driver text. */
package io.hyperfleet.domain.error;
