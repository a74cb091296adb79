package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.deploy.embedded.KeycloakAdmin;
import io.neomt.event.TenantId;
import io.neomt.provisioning.keycloak.KeycloakOrganizations;
import io.neomt.provisioning.keycloak.KeycloakRealms;
import io.neomt.provisioning.keycloak.SpareRealmStock;
import io.neomt.provisioning.keycloak.SpareRealms;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.RealmAdmin;
import io.neomt.provisioning.run.RealmsUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the worker makes at a real Keycloak, and that every step may be repeated. */
class RealmsTest {

    private static final Optional<RealmAdmin> ANN = Optional.of(new RealmAdmin("ann", "ann@acme.example", "Ann Lee"));

    private final RealmTools tools = RealmTools.of(KeycloakPlatform.shared());
    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final String slug = "r" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyStepMayBeRepeatedAndLeavesNothingInTheEnd(boolean organizations) {
        IdentityRealms realms = organizations
                ? new KeycloakOrganizations(tools.client(), tools.documents(), "NeoTenants")
                : new KeycloakRealms(tools.client(), tools.documents(), SpareRealms.NONE);
        Optional<String> ann = realms.ensure(tenant, slug, "Acme Inc.", ANN);
        assertThat(ann).isPresent();
        assertThat(realms.ensure(tenant, slug, "Acme Inc.", ANN)).isEqualTo(ann);
        assertThat(tools.signIn(organizations, slug, "ann")).isEqualTo("Unfinished");
        realms.disable(slug);
        realms.disable(slug);
        assertThat(tools.signIn(organizations, slug, "ann")).isIn("Closed", "Wrong");
        realms.enable(slug);
        assertThat(tools.signIn(organizations, slug, "ann")).isEqualTo("Unfinished");
        realms.disable(slug);
        assertThat(realms.ensure(tenant, slug, "Acme Inc.", ANN)).isEqualTo(ann);
        assertThat(tools.signIn(organizations, slug, "ann")).isEqualTo("Unfinished");
        TenantId another = new TenantId(UUID.randomUUID());
        assertThatThrownBy(() -> realms.ensure(another, slug, "Another", Optional.empty()))
                .isInstanceOf(RealmsUnavailableException.class)
                .hasMessageContaining("not this tenant's");
        assertThat(realms.remove(slug)).isPresent();
        assertThat(realms.remove(slug)).isEmpty();
        realms.disable(slug);
        assertThat(tools.signIn(organizations, slug, "ann")).isEqualTo("Wrong");
    }

    @Test
    void aRealmThatSomebodyElseMadeIsNeitherTakenOverNorRemoved() {
        KeycloakAdmin somebody = KeycloakPlatform.shared().keycloak().admin();
        somebody.call("POST", "", "{\"realm\":\"tenant-" + slug + "\",\"enabled\":true}");
        IdentityRealms realms = new KeycloakRealms(tools.client(), tools.documents(), SpareRealms.NONE);
        assertThatThrownBy(() -> realms.ensure(tenant, slug, "Acme Inc.", ANN))
                .isInstanceOf(RealmsUnavailableException.class)
                .hasMessageContaining("not this tenant's");
        assertThat(realms.remove(slug)).isEmpty();
        assertThat(somebody.call("GET", "/tenant-" + slug, "")).contains("\"tenant-" + slug + "\"");
    }

    @Test
    void aSpareRealmBecomesTheTenantsAndOneThatIsGoneIsPassedOver() {
        Names names = new Names(new CopyOnWriteArrayList<>());
        new SpareRealmStock(tools.client(), tools.documents(), names, 1).refill();
        assertThat(names.names()).hasSize(1);
        names.all().addFirst("spare-that-is-gone");
        IdentityRealms realms = new KeycloakRealms(tools.client(), tools.documents(), names);
        assertThat(realms.ensure(tenant, slug, "Acme Inc.", ANN)).isPresent();
        assertThat(names.names()).isEmpty();
        assertThat(tools.signIn(false, slug, "ann")).isEqualTo("Unfinished");
        assertThat(realms.remove(slug)).contains("realm tenant-" + slug);
    }

    /** Names that only this test knows. */
    private record Names(CopyOnWriteArrayList<String> all) implements SpareRealms {
        @Override
        public List<String> names() {
            return List.copyOf(all);
        }

        @Override
        public void add(String name) {
            all.add(name);
        }

        @Override
        public void remove(String name) {
            all.remove(name);
        }
    }
}
