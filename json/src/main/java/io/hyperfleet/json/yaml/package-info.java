/**
 * YAML files read strictly, as trees whose values know where they were written. Nothing is known of
 * what a file is for, and nothing is said to whoever wrote it: that is up to its reader.
 */
package io.hyperfleet.json.yaml;
