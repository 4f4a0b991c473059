/** What a failing database means, to clients and to operators. No statement is run here. */
package io.hyperfleet.persistence.failure;
