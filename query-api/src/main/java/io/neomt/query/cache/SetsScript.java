package io.neomt.query.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.scene.CachedSets.Extent;
import io.neomt.query.scene.Needs;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.SetNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Runs the script that reads sets, by its digest; the text is sent only to a server that does not know it. */
final class SetsScript {

    /** How many arguments come before the names. */
    private static final int FIXED = 6;

    private final UnifiedJedis redis;
    private final String text;
    private final String digest;

    SetsScript(UnifiedJedis redis) {
        this.redis = redis;
        this.text = resource("read-sets.lua");
        this.digest = sha1(text);
    }

    /** @return the script's answer: lists of texts and lists */
    List<?> run(TenantId tenant, Needs needs, Position needed, Extent extent) {
        List<String> arguments = new ArrayList<>(FIXED
                + needs.users().size()
                + needs.resources().size()
                + needs.teams().size());
        arguments.add(CacheMarker.COMPLETE);
        arguments.add(needed.toString());
        arguments.add(CacheKeys.tenant(tenant));
        arguments.add(extent == Extent.FULL ? "1" : "0");
        arguments.add(Integer.toString(needs.users().size()));
        arguments.add(Integer.toString(needs.resources().size()));
        needs.users().forEach(user -> arguments.add(SetNames.user(user)));
        needs.resources().forEach(resource -> arguments.add(SetNames.resource(resource)));
        needs.teams().forEach(team -> arguments.add(team.toString()));
        return (List<?>) evaluate(List.of(CacheKeys.meta(tenant)), arguments);
    }

    private Object evaluate(List<String> keys, List<String> arguments) {
        try {
            return redis.evalshaReadonly(digest, keys, arguments);
        } catch (JedisNoScriptException e) {
            return redis.evalReadonly(text, keys, arguments);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SetsScript.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Redis names scripts by SHA-1. */
    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
