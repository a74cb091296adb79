package io.neomt.query.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import io.neomt.query.At;
import io.neomt.query.authzen.Sweep;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.OnWhat;
import io.neomt.query.lookup.WhoCan;
import io.neomt.query.store.SqlCandidates;
import io.neomt.query.store.SqlSets;
import io.neomt.testkit.permissions.Check;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may is found among very many users part by part, and never are many of them held at once. */
class MultitudeTest {

    private static final int LIMIT = 1_000;

    private static TestBackends backends;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        backends = TestBackends.fresh();
        tenant = backends.platform().activeTenant(TestBackends.randomTenant(), backends.slug());
        backends.platform().rows(tenant, Multitude::write);
    }

    @AfterAll
    static void stop() {
        backends.close();
    }

    @Test
    void theFewWhoMayAreFoundAtOnce() {
        assertThat(whoCanIsComplete("audits.run.tenant", Multitude::mayAudit)).isLessThan(Multitude.AUDITORS * 12 / 10);
    }

    @Test
    void theManyWhoMayAreFoundPartByPart() {
        assertThat(whoCanIsComplete("docs.read.team", Multitude::mayRead)).isLessThan(Multitude.SIZE * 65 / 100);
    }

    /** How many were asked about for that. */
    private static int whoCanIsComplete(String code, IntPredicate may) {
        Watched candidates = new Watched(new SqlCandidates(backends.platform().snapshots()));
        PermissionCode asked = PermissionCode.parse(code);
        Searches searches = new Searches(
                tenant,
                candidates,
                Paths.through(new SqlSets(backends.platform().snapshots())),
                Check.NOON,
                candidates::nextPart);

        assertThat(searches.users(WhoCan.of(asked), user -> new CheckRequest.OfCode(user, asked)))
                .isEqualTo(Multitude.ids(may));
        return candidates.read;
    }

    /** Lets nobody have more at once than one stride, nor more in one part than a request may look at. */
    private static final class Watched implements Candidates {

        private final Candidates all;
        private int inPart;
        private int read;

        Watched(Candidates all) {
            this.all = all;
        }

        int nextPart() {
            inPart = 0;
            return LIMIT;
        }

        @Override
        public At<List<String>> users(TenantId id, WhoCan asked, @Nullable String after, int most) {
            assertThat(most).isLessThanOrEqualTo(Sweep.STRIDE);
            At<List<String>> found = all.users(id, asked, after, most);
            assertThat(found.value()).hasSizeLessThanOrEqualTo(most);
            inPart += found.value().size();
            read += found.value().size();
            assertThat(inPart).isLessThanOrEqualTo(Sweep.MOST_LOOKED_AT);
            return found;
        }

        @Override
        public At<List<String>> resources(TenantId id, OnWhat asked, @Nullable String after, int most) {
            return new At<>(Position.NONE, List.of());
        }
    }
}
