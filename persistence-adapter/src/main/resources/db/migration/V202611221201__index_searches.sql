-- Keeps the tables in place behind a pooler, see V202611201200.
SET LOCAL search_path TO "${flyway:defaultSchema}";

-- Which resources have a condition of a status.
CREATE INDEX resources_condition_states_idx ON resources USING gin (condition_states jsonb_path_ops);
-- The one that pollers ask, page by page. A statement uses it only with the very words of its predicate.
CREATE INDEX resources_unreconciled_idx ON resources (kind, created_time, id)
    WHERE condition_states @> '{"False": ["Reconciled"]}';
-- What is being deleted.
CREATE INDEX resources_deleted_idx ON resources (kind, created_time, id) WHERE deleted_time IS NOT NULL;
-- By name, by what it begins with, and in its order: that of code points, as answers have it.
CREATE INDEX resources_name_idx ON resources (kind, name COLLATE "C", id);

-- Lists of all kinds merge the partitions. Where a partition has one kind, lists of that kind read the same index, and the
-- one that begins with the kind is no longer needed.
CREATE INDEX resources_all_created_idx ON resources (created_time, id);
CREATE INDEX declared_resources_created_idx ON declared_resources (kind, created_time, id);
DROP INDEX resources_created_idx;

-- The names that PostgreSQL gave the indexes of the partitions do not tell two partial ones apart.
ALTER INDEX clusters_kind_created_time_id_idx1 RENAME TO clusters_unreconciled_idx;
ALTER INDEX node_pools_kind_created_time_id_idx1 RENAME TO node_pools_unreconciled_idx;
ALTER INDEX declared_resources_kind_created_time_id_idx1 RENAME TO declared_resources_unreconciled_idx;
ALTER INDEX clusters_kind_created_time_id_idx2 RENAME TO clusters_deleted_idx;
ALTER INDEX node_pools_kind_created_time_id_idx2 RENAME TO node_pools_deleted_idx;
ALTER INDEX declared_resources_kind_created_time_id_idx2 RENAME TO declared_resources_deleted_idx;
