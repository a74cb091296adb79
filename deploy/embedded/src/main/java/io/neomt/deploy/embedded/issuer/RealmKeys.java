package io.neomt.deploy.embedded.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.neomt.deploy.embedded.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signing keys of every realm, one file each in {@code <folder>/<realm>/}. The newest signs, all are published.
 * Other processes may share the folder: nothing is remembered but the content of files, which never change.
 */
final class RealmKeys {

    private static final Pattern REALM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    private final Path folder;
    private final Map<Path, ECKey> parsed = new ConcurrentHashMap<>();

    RealmKeys(Path folder) {
        this.folder = folder;
    }

    /** A realm exists from its first key on. */
    boolean exists(String realm) {
        return isName(realm) && !files(realm).isEmpty();
    }

    ECKey signing(String realm) {
        List<Path> files = files(realm);
        return files.isEmpty() ? add(realm, 1) : read(files.getLast());
    }

    /** Makes a new signing key; tokens of the older ones stay valid. */
    ECKey rotate(String realm) {
        return add(realm, files(realm).size() + 1);
    }

    /** @return public halves only */
    JWKSet published(String realm) {
        return new JWKSet(files(realm).stream().<JWK>map(this::read).toList()).toPublicJWKSet();
    }

    static boolean isName(String realm) {
        return REALM.matcher(realm).matches();
    }

    private List<Path> files(String realm) {
        if (!isName(realm)) {
            throw new IllegalArgumentException("not the name of a realm: '" + realm + "'");
        }
        Path keys = folder.resolve(realm);
        if (!Files.isDirectory(keys)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(keys)) {
            return list.filter(file -> file.toString().endsWith(".jwk"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ECKey add(String realm, int number) {
        Path file = folder.resolve(realm).resolve("%06d.jwk".formatted(number));
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            PrivateFiles.writeNew(file, key.toJSONString());
        } catch (FileAlreadyExistsException e) {
            // another process was faster; its key is the realm's key
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("this runtime makes no P-256 keys", e);
        }
        return read(file);
    }

    private ECKey read(Path file) {
        return parsed.computeIfAbsent(file, path -> {
            try {
                return ECKey.parse(Files.readString(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ParseException e) {
                throw new IllegalStateException("not a signing key: " + path, e);
            }
        });
    }
}
