package io.neomt.provisioning.keycloak;

import java.util.List;

/** The names of realms that were made ahead of time and are nobody's yet. */
public interface SpareRealms {

    /** None. */
    SpareRealms NONE = new SpareRealms() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public void add(String name) {}

        @Override
        public void remove(String name) {}
    };

    /** The oldest first. */
    List<String> names();

    /** A realm was made. */
    void add(String name);

    /** A realm is somebody's now, or is not there. */
    void remove(String name);
}
