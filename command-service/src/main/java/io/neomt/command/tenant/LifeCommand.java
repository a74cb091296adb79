package io.neomt.command.tenant;

import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Needs;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What users of the platform ask of a tenant that was requested. */
public sealed interface LifeCommand extends TenantCommand {

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.TENANTS;
    }

    /** The name and whom to turn to, all of them. */
    record UpdateTenant(TenantId tenantId, String name, List<TenantContact> contacts) implements LifeCommand {

        private static final int MOST_CONTACTS = 20;
        private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

        public UpdateTenant {
            Field.line("name", name);
            Field.atMost(MOST_CONTACTS, "contacts", contacts);
            contacts = List.copyOf(contacts);
            for (int i = 0; i < contacts.size(); i++) {
                check("contacts[" + i + "].", contacts.get(i));
            }
        }

        private static void check(String at, TenantContact contact) {
            Field.matching(
                    KIND, at + "kind", contact.kind(), "is 1 to 50 of a-z, 0-9, '_' and '-', starting with a letter");
            Field.line(at + "name", contact.name());
            if (contact.email() != null) {
                Field.email(at + "email", contact.email());
            }
        }
    }

    record SuspendTenant(TenantId tenantId, String reason) implements LifeCommand {
        public SuspendTenant {
            Field.line("reason", reason);
        }
    }

    record ResumeTenant(TenantId tenantId) implements LifeCommand {}

    /** @param purgeAfter how long it can be restored */
    record DeleteTenant(TenantId tenantId, Duration purgeAfter) implements LifeCommand {

        /** How long a tenant can be restored if nothing is said. */
        public static final Duration USUAL = Duration.ofDays(30);

        private static final Duration LONGEST = Duration.ofDays(3650);

        public DeleteTenant {
            if (purgeAfter.isNegative() || purgeAfter.compareTo(LONGEST) > 0) {
                throw new InvalidFieldException(
                        "purge_after", "is a time of nothing to ten years, such as P7D or PT1H");
            }
        }
    }

    record RestoreTenant(TenantId tenantId) implements LifeCommand {}

    /** A deleted tenant shall not wait for its time. */
    record PurgeTenant(TenantId tenantId) implements LifeCommand {}

    /** A tenant that could not be made shall be made after all. */
    record RetryProvisioning(TenantId tenantId) implements LifeCommand {}
}
