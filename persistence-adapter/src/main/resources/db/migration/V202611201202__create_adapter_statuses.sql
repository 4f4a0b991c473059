-- Keeps the tables in place behind a pooler, see V202611201200.
SET LOCAL search_path TO "${flyway:defaultSchema}";

-- The latest report of each adapter on each resource. The key also serves the list of a resource.
CREATE TABLE adapter_statuses (
    owner_type          varchar(100) NOT NULL,
    owner_id            uuid         NOT NULL,
    adapter             varchar(255) NOT NULL,
    observed_generation integer      NOT NULL,
    conditions          jsonb        NOT NULL,
    data                jsonb        NOT NULL DEFAULT '{}',
    -- Null: never sent, which clients can tell from an empty object.
    metadata            jsonb,
    created_time        timestamptz  NOT NULL,
    last_report_time    timestamptz  NOT NULL,
    CONSTRAINT adapter_statuses_pkey PRIMARY KEY (owner_type, owner_id, adapter),
    CONSTRAINT adapter_statuses_adapter_check CHECK (adapter <> ''),
    CONSTRAINT adapter_statuses_observed_generation_check CHECK (observed_generation >= 1),
    CONSTRAINT adapter_statuses_conditions_check CHECK (jsonb_typeof(conditions) = 'array'),
    CONSTRAINT adapter_statuses_data_check CHECK (jsonb_typeof(data) = 'object'),
    CONSTRAINT adapter_statuses_metadata_check CHECK (jsonb_typeof(metadata) = 'object'),
    CONSTRAINT adapter_statuses_owner_fkey
        FOREIGN KEY (owner_type, owner_id) REFERENCES resources (kind, id) ON DELETE CASCADE
);
