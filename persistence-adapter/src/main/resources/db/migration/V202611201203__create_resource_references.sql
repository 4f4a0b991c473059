-- Keeps the tables in place behind a pooler, see V202611201200.
SET LOCAL search_path TO "${flyway:defaultSchema}";

-- Who points at whom. What is pointed at stays for as long as it is.
CREATE TABLE resource_references (
    source_kind varchar(100) NOT NULL,
    source_id   uuid         NOT NULL,
    ref_type    varchar(255) NOT NULL,
    target_kind varchar(100) NOT NULL,
    target_id   uuid         NOT NULL,
    CONSTRAINT resource_references_pkey PRIMARY KEY (source_kind, source_id, ref_type, target_kind, target_id),
    CONSTRAINT resource_references_ref_type_check CHECK (ref_type <> ''),
    CONSTRAINT resource_references_source_fkey
        FOREIGN KEY (source_kind, source_id) REFERENCES resources (kind, id) ON DELETE CASCADE,
    CONSTRAINT resource_references_target_fkey
        FOREIGN KEY (target_kind, target_id) REFERENCES resources (kind, id) ON DELETE RESTRICT
);

-- Who points at this one, asked before a delete and by the foreign key itself.
CREATE INDEX resource_references_target_idx ON resource_references (target_kind, target_id);
