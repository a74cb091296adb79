package io.neomt.projection.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script that Redis knows by its digest once it has seen it; a restarted Redis is told again. */
record Script(String text, String digest) {

    static Script load(String name) {
        try (@Nullable InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + " is not in the jar");
            }
            byte[] bytes = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
            return new Script(
                    new String(bytes, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String run(UnifiedJedis redis, List<String> keys, List<String> args) {
        return String.valueOf(evaluate(redis, keys, args));
    }

    /** For a script that answers a list. */
    List<?> ask(UnifiedJedis redis, List<String> keys, List<String> args) {
        return (List<?>) evaluate(redis, keys, args);
    }

    private Object evaluate(UnifiedJedis redis, List<String> keys, List<String> args) {
        try {
            return redis.evalsha(digest, keys, args);
        } catch (JedisNoScriptException e) {
            return redis.eval(text, keys, args);
        }
    }
}
