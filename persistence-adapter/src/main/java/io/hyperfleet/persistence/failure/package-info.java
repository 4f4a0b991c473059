/** What a failing database means in the terms of the fleet. No statement is run here. */
package io.hyperfleet.persistence.failure;
