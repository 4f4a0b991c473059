-- Default privileges let the user that serves requests write every table, this one included. Only its owner may.
DO $$
DECLARE
    history regclass := to_regclass('"${flyway:defaultSchema}"."${flyway:table}"');
    writer text;
BEGIN
    FOR writer IN
        SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
        FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
        WHERE c.oid = history AND a.grantee <> c.relowner AND a.privilege_type <> 'SELECT'
    LOOP
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON %s FROM %s', history, writer);
    END LOOP;
END $$;
