package io.neomt.projection.store;

/** Statements on what roles and teams are given, which is the same when all of it is the same. */
final class Given {

    private static final String REMOVE = """
            DELETE FROM $holder_permissions t USING $rows AS x ($holder_id, %s)
            WHERE t.$holder_id = x.$holder_id AND t.permission = x.permission AND t.effect = x.effect
              AND t.resource_type IS NOT DISTINCT FROM x.resource_type
              AND t.resource_id IS NOT DISTINCT FROM x.resource_id
              AND t.valid_from IS NOT DISTINCT FROM x.valid_from::timestamptz
              AND t.expires_at IS NOT DISTINCT FROM x.expires_at::timestamptz
              AND t.condition IS NOT DISTINCT FROM x.condition
            """.formatted(Columns.PERMISSION);
    private static final String PUT = """
            INSERT INTO $holder_permissions ($holder_id, granted_at, %s)
            SELECT x.$holder_id, x.at::timestamptz, %s FROM $rows AS x ($holder_id, at, %s)
            ON CONFLICT ($holder_id, permission, effect, resource_type, resource_id, valid_from, expires_at,
              md5(condition)) DO NOTHING
            """.formatted(Columns.PERMISSION, Columns.PERMISSION_OF_X, Columns.PERMISSION);

    private Given() {}

    /** @param holder {@code role} or {@code team} */
    static String remove(String holder) {
        return REMOVE.replace("$holder", holder);
    }

    /** @param holder {@code role} or {@code team} */
    static String put(String holder) {
        return PUT.replace("$holder", holder);
    }
}
