-- Keeps the tables in place behind a pooler, see V202611201200.
SET LOCAL search_path TO "${flyway:defaultSchema}";

-- The owner type is the kind of the resource that carries the label.
CREATE TABLE labels (
    owner_type varchar(100) NOT NULL,
    owner_id   uuid         NOT NULL,
    key        varchar(255) NOT NULL,
    value      varchar(255) NOT NULL,
    CONSTRAINT labels_pkey PRIMARY KEY (owner_type, owner_id, key),
    CONSTRAINT labels_key_check CHECK (key <> ''),
    CONSTRAINT labels_owner_fkey FOREIGN KEY (owner_type, owner_id) REFERENCES resources (kind, id) ON DELETE CASCADE
);

-- Search: which resources of a kind carry this value, answered from the index alone.
CREATE INDEX labels_search_idx ON labels (owner_type, key, value, owner_id);
