package io.neomt.query.audit;

/** More was held at that time than is folded in memory. */
public final class TooMuchHistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchHistoryException(int most) {
        super("the tenant held more than " + most + " users, roles, teams and grants then; use an export instead");
    }
}
