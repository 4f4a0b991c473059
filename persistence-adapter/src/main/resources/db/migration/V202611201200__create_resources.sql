-- Flyway sets the schema for the session; a pooler that lends a connection per transaction would lose it.
SET LOCAL search_path TO "${flyway:defaultSchema}";

-- One row per resource of any kind. Each query names the kind, so PostgreSQL reads one partition.
CREATE TABLE resources (
    id           uuid         NOT NULL,
    kind         varchar(100) NOT NULL,
    name         varchar(100) NOT NULL,
    href         varchar(500) NOT NULL,
    owner_id     uuid,
    owner_kind   varchar(100),
    owner_href   varchar(500),
    spec         jsonb        NOT NULL,
    tenancy      jsonb        NOT NULL DEFAULT '{}',
    generation   integer      NOT NULL DEFAULT 1,
    conditions   jsonb        NOT NULL DEFAULT '[]',
    created_time timestamptz  NOT NULL,
    created_by   varchar(255) NOT NULL,
    updated_time timestamptz  NOT NULL,
    updated_by   varchar(255) NOT NULL,
    deleted_time timestamptz,
    deleted_by   varchar(255),
    -- Counts every change of the row, also those that leave the generation alone.
    version      bigint       NOT NULL DEFAULT 1,
    CONSTRAINT resources_pkey PRIMARY KEY (kind, id),
    CONSTRAINT resources_kind_check CHECK (kind <> ''),
    CONSTRAINT resources_name_check CHECK (name <> ''),
    CONSTRAINT resources_owner_check CHECK (num_nonnulls(owner_id, owner_kind, owner_href) IN (0, 3)),
    CONSTRAINT resources_spec_check CHECK (jsonb_typeof(spec) = 'object'),
    CONSTRAINT resources_tenancy_check CHECK (jsonb_typeof(tenancy) = 'object'),
    CONSTRAINT resources_conditions_check CHECK (jsonb_typeof(conditions) = 'array'),
    CONSTRAINT resources_generation_check CHECK (generation >= 1),
    CONSTRAINT resources_deleted_check CHECK ((deleted_time IS NULL) = (deleted_by IS NULL))
) PARTITION BY LIST (kind);

CREATE TABLE clusters PARTITION OF resources FOR VALUES IN ('Cluster');
CREATE TABLE node_pools PARTITION OF resources FOR VALUES IN ('NodePool');
CREATE TABLE declared_resources PARTITION OF resources DEFAULT;

-- A foreign key needs a unique index on exactly the columns it points at.
ALTER TABLE clusters ADD CONSTRAINT clusters_id_key UNIQUE (id);
ALTER TABLE node_pools ADD CONSTRAINT node_pools_owner_fkey
    FOREIGN KEY (owner_id) REFERENCES clusters (id) ON DELETE CASCADE;

-- An active root holds its name within its kind and tenancy; jsonb compares by value.
CREATE UNIQUE INDEX resources_root_name_key ON resources (kind, name, tenancy)
    WHERE owner_id IS NULL AND deleted_time IS NULL;
-- An active child holds its name within its kind and owner.
CREATE UNIQUE INDEX resources_child_name_key ON resources (kind, owner_id, name)
    WHERE owner_id IS NOT NULL AND deleted_time IS NULL;
-- Lists: latest created first, read backwards, so that inserts fill the right edge.
CREATE INDEX resources_created_idx ON resources (kind, created_time, id);
-- Children of an owner, for lists, deletion and the cascade.
CREATE INDEX resources_owner_idx ON resources (owner_id, created_time, id) WHERE owner_id IS NOT NULL;
