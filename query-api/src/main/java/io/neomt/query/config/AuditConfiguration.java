package io.neomt.query.config;

import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.security.SigningKey;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.ReadableEvent;
import io.neomt.event.codec.SchemaHistory;
import io.neomt.query.audit.History;
import io.neomt.query.audit.Holders;
import io.neomt.query.audit.SealedLog;
import io.neomt.query.scene.Assembly;
import io.neomt.query.store.SqlAuditLog;
import io.neomt.query.store.SqlHistory;
import io.neomt.query.store.TenantSnapshots;
import io.neomt.query.web.AuditController;
import io.neomt.query.web.AuditExportController;
import io.neomt.query.web.Readings;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What tells of the past. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    SqlHistory history(AdminDatabase database) {
        SchemaHistory schemas = SchemaHistory.shipped();
        return new SqlHistory(database, new AvroEventCodec(schemas), new ReadableEvent(schemas));
    }

    @Bean
    AuditController auditController(Readings readings, TenantSnapshots snapshots, History history, Assembly assembly) {
        return new AuditController(
                readings, new SqlAuditLog(snapshots), new Holders(history, assembly), JsonMapper.shared()::readTree);
    }

    @Bean
    AuditExportController auditExportController(Readings readings, SealedLog log, TenancyProperties.Audit settings) {
        @Nullable String secret = settings.signingKey();
        @Nullable
        SigningKey key =
                secret == null ? null : new SigningKey(Base64.getDecoder().decode(secret));
        return new AuditExportController(readings, log, key);
    }
}
