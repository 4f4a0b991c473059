package io.hyperfleet.json.yaml;

/**
 * Something that a strict reader does not take.
 *
 * @param problem the end of a sentence that starts with the path
 */
public record YamlFault(YamlPlace place, String problem) {}
