package dev.lifeguard.keycloak.cognito.srp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;

import org.keycloak.common.util.SecretGenerator;

import dev.lifeguard.keycloak.cognito.sealing.SealingKey;

/** The state of an exchange, which the client holds between the two requests: sealed, so that the server need not keep it. */
record SecretBlock(String id, long startedAtInMillis, SrpExchange exchange) {

    private static final int ID_BYTES = 16;

    static SecretBlock of(SrpExchange exchange, long nowInMillis) {
        return new SecretBlock(SecretGenerator.getInstance().randomBytesHex(ID_BYTES), nowInMillis, exchange);
    }

    byte[] seal(SealingKey key, String context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HexFormat.of().parseHex(id));
            out.writeLong(startedAtInMillis);
            for (BigInteger number : new BigInteger[] {exchange.a(), exchange.b(), exchange.serverPublic()}) {
                byte[] digits = number.toByteArray();
                out.writeShort(digits.length);
                out.write(digits);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return key.seal(bytes.toByteArray(), context);
    }

    static Optional<SecretBlock> open(byte[] sealed, SealingKey key, String context) {
        return key.open(sealed, context).map(SecretBlock::read);
    }

    private static SecretBlock read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String id = HexFormat.of().formatHex(in.readNBytes(ID_BYTES));
            long startedAtInMillis = in.readLong();
            return new SecretBlock(id, startedAtInMillis, new SrpExchange(number(in), number(in), number(in)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger number(DataInputStream in) throws IOException {
        return SrpGroup.number(in.readNBytes(in.readUnsignedShort()));
    }

    @Override
    public String toString() {
        return "SecretBlock[withheld]";
    }
}
