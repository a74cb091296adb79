package io.neomt.commons.sessions;

import io.neomt.commons.security.Revocations;
import io.neomt.commons.security.Session;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * What one instance remembers of ended sessions: so many at most. When there are more, the oldest is forgotten, and with
 * it everything is refused that was given before it was ended: who is refused wrongly refreshes the token and is in again.
 */
final class EndedSessions implements Revocations {

    private record Ended(String key, long at) {}

    private final int most;
    private final Set<String> keys = new HashSet<>();
    private final Queue<Ended> inOrder = new ArrayDeque<>();
    private long forgottenUntil = Long.MIN_VALUE;
    private boolean known;

    EndedSessions(int most) {
        this.most = most;
    }

    /** How a session is named among those of all realms. */
    static String key(Session session) {
        return session.realm() + ":" + session.id();
    }

    @Override
    public synchronized Standing of(Session session) {
        if (!known) {
            return Standing.UNKNOWN;
        }
        boolean ended = keys.contains(key(session)) || session.issuedAt().toEpochMilli() <= forgottenUntil;
        return ended ? Standing.REVOKED : Standing.GOOD;
    }

    /** All that had ended by now was told. */
    synchronized void known() {
        known = true;
    }

    /** @param at in milliseconds, never much before those told earlier */
    synchronized void ended(String key, long at) {
        if (keys.add(key)) {
            inOrder.add(new Ended(key, at));
        }
        while (inOrder.size() > most) {
            Ended oldest = inOrder.remove();
            keys.remove(oldest.key());
            forgottenUntil = Math.max(forgottenUntil, oldest.at());
        }
    }

    /** Forgets what ended before this: no token of those sessions is good any more. */
    synchronized void forgetBefore(long time) {
        while (!inOrder.isEmpty() && inOrder.element().at() < time) {
            keys.remove(inOrder.remove().key());
        }
    }
}
