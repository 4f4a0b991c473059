/** The API over HTTP: which classes answer. Routes and bodies belong to the packages below. */
package io.hyperfleet.rest;
