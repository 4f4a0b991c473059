-- Keeps the tables in place behind a pooler, see V202611201200.
SET LOCAL search_path TO "${flyway:defaultSchema}";

-- The types of the conditions under each status, for searches. It changes only with a status, and conditions with every
-- report: indexes on it leave reports the short way (HOT) that any index on the conditions would take from them.
ALTER TABLE resources ADD COLUMN condition_states jsonb GENERATED ALWAYS AS (
    jsonb_set(jsonb_set(jsonb_set('{}',
        '{True}', jsonb_path_query_array(conditions, '$[*] ? (@.status == "True").type')),
        '{False}', jsonb_path_query_array(conditions, '$[*] ? (@.status == "False").type')),
        '{Unknown}', jsonb_path_query_array(conditions, '$[*] ? (@.status == "Unknown").type'))
) STORED;
