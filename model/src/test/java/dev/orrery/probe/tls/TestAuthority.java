package dev.orrery.probe.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Makes certificates of its own authority, good and bad (X.509 in DER, RFC 5280).
public final class TestAuthority {
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final byte[] ECDSA_SHA256 =
            sequence(bytes(0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    private static final byte[] IS_AUTHORITY = sequence(
            bytes(0x06, 0x03, 0x55, 0x1d, 0x13),
            bytes(0x01, 0x01, 0xff),
            tagged(0x04, sequence(bytes(0x01, 0x01, 0xff))));

    private final KeyPair authorityKeys;
    private final Certificate authority;

    public TestAuthority() throws GeneralSecurityException {
        Instant now = Instant.now();
        authorityKeys = keys();
        authority = certificate(
                "Test authority", authorityKeys, now.minusSeconds(9_000_000), now.plusSeconds(9_000_000), IS_AUTHORITY);
    }

    /// Believes this authority alone.
    public Tls trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", authority);
        return Tls.believing(store);
    }

    /// A server that shows a certificate for this address.
    public SSLContext server(byte[] address, Instant from, Instant until) throws GeneralSecurityException, IOException {
        return with(alternative(tagged(0x87, address)), from, until);
    }

    /// A server that shows a certificate for this name.
    public SSLContext serverNamed(String name, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        return with(alternative(tagged(0x82, name.getBytes(StandardCharsets.US_ASCII))), from, until);
    }

    /// A server whose certificate has its name where nobody looks for it any more.
    public SSLContext serverWithCommonNameOnly(Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        return with(new byte[0], from, until);
    }

    /// A server whose certificate nobody else vouches for.
    public SSLContext selfSigned() throws GeneralSecurityException, IOException {
        return context(authorityKeys, authority);
    }

    /// The same certificate as a server wants it that is no Java: chain and key in PEM.
    public Pem pem(byte[] address, Instant from, Instant until) throws GeneralSecurityException {
        KeyPair keys = keys();
        Certificate own = certificate("127.0.0.1", keys, from, until, alternative(tagged(0x87, address)));
        return new Pem(
                block("CERTIFICATE", own.getEncoded()) + block("CERTIFICATE", authority.getEncoded()),
                block("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /// @param chain the server's own certificate, and who vouches for it
    public record Pem(String chain, String key) {}

    private static String block(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private SSLContext with(byte[] extension, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        return context(keys, certificate("127.0.0.1", keys, from, until, extension), authority);
    }

    private static SSLContext context(KeyPair keys, Certificate... chain) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", keys.getPrivate(), PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static byte[] alternative(byte[] name) {
        return sequence(bytes(0x06, 0x03, 0x55, 0x1d, 0x11), tagged(0x04, sequence(name)));
    }

    private Certificate certificate(String name, KeyPair keys, Instant from, Instant until, byte[] extension)
            throws GeneralSecurityException {
        byte[] content = sequence(
                tagged(0xa0, bytes(0x02, 0x01, 0x02)),
                bytes(0x02, 0x01, 0x07),
                ECDSA_SHA256,
                name("Test authority"),
                sequence(time(from), time(until)),
                name(name),
                keys.getPublic().getEncoded(),
                extension.length == 0 ? extension : tagged(0xa3, sequence(extension)));
        byte[] signature = sign(authorityKeys.getPrivate(), content);
        byte[] whole = sequence(content, ECDSA_SHA256, tagged(0x03, bytes(0), signature));
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private static byte[] name(String name) {
        byte[] text = tagged(0x0c, name.getBytes(StandardCharsets.UTF_8));
        return sequence(tagged(0x31, sequence(bytes(0x06, 0x03, 0x55, 0x04, 0x03), text)));
    }

    private static byte[] time(Instant at) {
        String text = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(at);
        return tagged(0x18, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (content.size() > 0xff) {
            whole.writeBytes(bytes(0x82, content.size() >> 8, content.size()));
        } else if (content.size() > 0x7f) {
            whole.writeBytes(bytes(0x81, content.size()));
        } else {
            whole.write(content.size());
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
